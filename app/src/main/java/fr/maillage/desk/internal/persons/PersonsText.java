package fr.maillage.desk.internal.persons;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.casefile.Teams;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.Merges.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The French sentences of these pages.
final class PersonsText {

    static final String TOLD_APART =
            "Noté" + NBSP + ": ce sont deux personnes. La paire n’est plus proposée.";
    static final String MERGED =
            "Les deux fiches n’en font plus qu’une. Vous pouvez annuler la fusion à tout moment.";
    static final String PARTED =
            "La fusion est annulée" + NBSP + ": les deux fiches sont rétablies.";
    static final String HEAD_ONLY =
            "La fusion est faite par la direction" + NBSP + ": signalez-lui cette paire.";
    static final String NOT_ALLOWED_YET =
            "Ces fiches ne peuvent pas être fusionnées" + NBSP + ": voyez ci-dessus.";
    static final String NOBODY = "Personne d’autre ne porte un nom proche.";

    static final String LINKED = "Le lien est noté dans les deux dossiers.";
    static final String UNLINKED = "Le lien est terminé dans les deux dossiers.";
    static final String WHOM = "Choisissez l’autre personne.";
    static final String WHAT = "Dites quel est ce lien.";
    static final String SAME_HOME = ", même foyer";
    static final String TEAM_JOINED =
            "Cette équipe accompagne aussi la personne, avec son référent.";
    static final String TEAM_LEFT = "Cette équipe n’accompagne plus la personne.";
    static final String MAIN_REFERENT = "Référent de l’accompagnement";
    static final String PARTNER = "Second coordonnateur (binôme)";
    static final String PARTNER_CHOSEN =
            "Second coordonnateur noté\u00A0: il trouve la personne dans ses dossiers, et la voit dans Ma"
                    + " journée quand le référent est absent.";
    static final String OTHER_REFERENT = "Référent d’une autre équipe";

    private PersonsText() {}

    static String pairs(int total) {
        return switch (total) {
            case 0 -> "Aucune paire à regarder";
            case 1 -> "1 paire de fiches qui se ressemblent";
            default -> Typography.number(total) + " paires de fiches qui se ressemblent";
        };
    }

    static String born(@Nullable LocalDate date) {
        return date == null
                ? "date de naissance inconnue"
                : "né(e) le " + FrenchDates.numeric(date);
    }

    static String status(String status) {
        return switch (status) {
            case "QUALIFIEE" -> "INS qualifiée";
            case "VALIDEE" -> "identité validée";
            case "RECUPEREE" -> "INS récupérée";
            default -> "identité provisoire";
        };
    }

    /// « née LEROY, 12/04/1942, Douai, identité provisoire ».
    static String facts(Side side) {
        var text = new StringBuilder();
        if (side.birthName() != null)
            text.append("nom de naissance ").append(side.birthName()).append(", ");
        text.append(born(side.birthDate()));
        if (side.communeName() != null && !side.communeName().isEmpty())
            text.append(", ").append(side.communeName());
        return text.append(", ").append(status(side.status())).toString();
    }

    static String formerly(String name) {
        return "anciennement " + name;
    }

    /// The same in one word.
    static String mark(Teams.Kind kind) {
        return switch (kind) {
            case REFERENT -> "Principal";
            case BINOME -> "Binôme";
            case EQUIPE -> "Aussi";
        };
    }

    /// What somebody of the team is to the accompaniment.
    static String of(Teams.Kind kind) {
        return switch (kind) {
            case REFERENT -> MAIN_REFERENT;
            case BINOME -> PARTNER;
            case EQUIPE -> OTHER_REFERENT;
        };
    }
}
