package fr.maillage.registry.internal.governance;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The French words of bodies, meetings, the reform and the watch.
final class BodyText {

    static final String ACTORS_AND_PARTNERS = "Représente acteurs et partenaires";
    static final String NO_ACTORS_AND_PARTNERS =
            "Acteurs de premier recours et partenaires n’y sont pas ensemble";
    static final String SEVERAL_FIELDS = "Pluridisciplinaire";
    static final String ONE_FIELD =
            "Pas encore pluridisciplinaire"
                    + NBSP
                    + ": un seul champ (sanitaire, médico-social, social)";
    static final String ONE_PROFESSION = "Pas encore pluriprofessionnel";
    static final String TERRITORIAL = "Territorial";
    static final String NOT_TERRITORIAL =
            "Pas encore territorial"
                    + NBSP
                    + ": ni collectivité, ni conférence, ni structure du territoire";
    static final String STEERING_SOURCE = "Guide DGOS 2012, fiche D3, schéma 1";
    static final String SCIENTIFIC_SOURCE = "Guide DGOS 2012, fiche D4 §4-2";
    static final String CONSULTATION_SOURCE = "Guide DGOS 2012, partie 1 §3 et fiche D4 §3";
    static final String NO_SIGNATORY = "Aucun signataire";
    static final String SEVERAL = "Plusieurs signataires";
    static final String ONE_THEME = "Un signataire, d’un seul thème";
    static final String ONE = "Un signataire pluri-thématique";

    private BodyText() {}

    static String professions(long count) {
        return "Pluriprofessionnel" + NBSP + ": " + count + " professions";
    }

    static String treated(String axis) {
        return axis + NBSP + ": à l’ordre du jour depuis un an";
    }

    static String notTreated(String axis) {
        return axis + NBSP + ": pas à l’ordre du jour depuis un an";
    }

    static String represented(String name, boolean regional, long seats) {
        if (seats == 0) return name + NBSP + ": personne";
        if (regional || seats == 1)
            return name + NBSP + ": " + seats + " siège" + (seats > 1 ? "s" : "");
        return name + NBSP + ": " + seats + " sièges au lieu d’un";
    }

    static String heard(String who, String day, @Nullable String opinion) {
        return who + NBSP + ": le " + day + (opinion == null ? "" : ", avis " + opinion);
    }

    static String notHeard(String who) {
        return who + NBSP + ": à consulter";
    }

    static String done(LocalDate on) {
        return "fait le " + FrenchDates.date(on);
    }

    static String late(LocalDate due) {
        return "en retard, pour le " + FrenchDates.date(due);
    }

    static String due(LocalDate due) {
        return "pour le " + FrenchDates.date(due);
    }

    static String present(int count) {
        return count == 0 ? "" : count + (count == 1 ? " présent" : " présents");
    }

    static String open(int open, int late) {
        if (open == 0) return "";
        return open + " à faire" + (late == 0 ? "" : ", dont " + late + " en retard");
    }

    static String signedFor(int zones, int all) {
        return zones
                + (zones > 1 ? " territoires" : " territoire")
                + " sur "
                + all
                + (zones > 1 ? " ont" : " a")
                + " un signataire pluri-thématique et un seul";
    }

    /// « 4 thèmes, jusqu’au 31 décembre 2028 ».
    static String signed(int themes, boolean every, @Nullable LocalDate ends) {
        return (every ? "toutes les situations" : themes + (themes > 1 ? " thèmes" : " thème"))
                + (ends == null ? "" : ", jusqu’au " + FrenchDates.date(ends));
    }

    static String step(Step step) {
        return switch (step) {
            case REVIEW_TO_DO -> "État des lieux à faire";
            case REVIEWING -> "État des lieux en cours";
            case TO_NEGOTIATE -> "Contrat à négocier";
            case NEGOTIATING -> "Contrat en négociation";
            case SIGNED -> "Contrat signé";
            case OVER -> "Contrat échu";
            case NO_CONTRACT -> "Sans contrat";
        };
    }
}
