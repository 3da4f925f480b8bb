package fr.maillage.careplan.internal;

import static fr.maillage.kernel.Typography.NBSP;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// French sentences of a draft written by several hands.
final class DraftText {

    static final String CONFLICT =
            "Un collègue a modifié cette fiche entre-temps. Rien n’est perdu"
                    + NBSP
                    + ": sous chaque champ que vous avez changé tous les deux, choisissez la saisie qui reste, puis enregistrez.";

    static final String GONE =
            "Un collègue a retiré cette ligne entre-temps. Votre saisie est ci-dessous"
                    + NBSP
                    + ": l’enregistrer remet la ligne dans le plan.";

    /// What a colleague emptied.
    static final String NOTHING = "(vidé)";

    static final String SAVED_WITH_THEIRS =
            "Enregistré. Un collègue avait changé d’autres champs de la même ligne"
                    + NBSP
                    + ": ses changements sont gardés avec les vôtres.";

    static final String WAITS_FOR_OPINION =
            "La version en préparation attend l’avis du médecin traitant"
                    + NBSP
                    + ": reprenez-la en brouillon, ou décidez une fois la réponse reçue.";

    static final String NO_PLAN = "Aucun plan n’est en vigueur ni en préparation.";

    private DraftText() {}

    /// « Karim BELKACEM écrit aussi dans ce plan : Objectif « Ne plus tomber » ».
    ///
    /// @param place what they are writing; null while they read
    static String present(String name, @Nullable String place) {
        return place == null
                ? name + " a aussi ouvert ce plan."
                : name + " écrit aussi dans ce plan" + NBSP + ": " + place + ".";
    }

    /// « objectif « Ne plus tomber » », or the kind alone of a line that is being added.
    static String place(Piece piece, Content content) {
        return switch (piece) {
            case Piece.Section(var section) -> PpsText.of(section);
            case Piece.Line(var kind, var id) -> {
                var what = kind.title().toLowerCase(Locale.FRENCH);
                yield title(kind, id, content)
                        .map(t -> what + " «" + NBSP + t + NBSP + "»")
                        .orElse(what);
            }
        };
    }

    private static Optional<String> title(LineKind kind, UUID id, Content content) {
        return switch (kind) {
            case PATHOLOGY -> content.pathology(id).map(Content.Pathology::label);
            case GOAL -> content.goal(id).map(Content.Goal::title);
            case INTERVENTION -> content.intervention(id).map(Content.Intervention::title);
            case AID -> content.aid(id).map(Content.Aid::title);
        };
    }

    /// Title of the page on which a version is written.
    static String writing(int number) {
        return "Écrire le plan, version " + number;
    }

    /// Above the form of a new line.
    static String add(LineKind kind) {
        return kind.title() + NBSP + ": ajouter";
    }

    /// « 2 commentaires, 1 proposition »; "" for nothing.
    static String discussed(int remarks, int suggestions) {
        var said = remarks == 0 ? "" : remarks == 1 ? "1 commentaire" : remarks + " commentaires";
        var asked =
                suggestions == 0
                        ? ""
                        : suggestions == 1 ? "1 proposition" : suggestions + " propositions";
        return said.isEmpty() || asked.isEmpty() ? said + asked : said + ", " + asked;
    }
}
