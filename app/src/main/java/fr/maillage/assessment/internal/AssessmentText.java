package fr.maillage.assessment.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// French sentences of the evaluations' pages; those of the questionnaires themselves are in their
/// definitions.
final class AssessmentText {

    /// Where an evaluation takes place, by code, in the order shown.
    static final Map<String, String> SETTINGS =
            ordered(
                    "DOMICILE", "À domicile",
                    "TELEPHONE", "Par téléphone",
                    "BUREAU", "Dans les locaux de la structure",
                    "HOPITAL", "À l’hôpital",
                    "ETABLISSEMENT", "En établissement",
                    "DOCUMENT", "Sur documents");

    /// Who takes part, by code. Source: guide DGOS 2012, fiche D3, principe 5.
    static final Map<String, String> PARTICIPANTS =
            ordered(
                    "PERSONNE", "La personne",
                    "FAMILLE", "La famille ou un proche",
                    "MEDECIN_TRAITANT", "Le médecin traitant",
                    "INFIRMIER", "L’infirmière de proximité",
                    "EXPERT", "Une structure d’expertise",
                    "SOCIAL", "Un travailleur social",
                    "AIDE", "Un service d’aide à domicile",
                    "REPRESENTANT", "Le représentant légal");

    static final Map<String, String> DOMAINS =
            ordered(
                    "MEDICAL", "Médical",
                    "AUTONOMIE", "Autonomie",
                    "PSYCHOLOGIQUE", "Psychologique",
                    "SOCIAL", "Social",
                    "ENVIRONNEMENT", "Environnement",
                    "AIDANT", "Aidants");

    static final Map<String, String> SEVERITIES =
            ordered("LEGERE", "Légère", "MODEREE", "Modérée", "SEVERE", "Sévère");

    static final String CONFLICT = "Un collègue a modifié cette fiche entre-temps.";
    static final String DATE_MISSING = "Entrez le jour de l’évaluation.";
    static final String DATE_FUTURE = "L’évaluation ne peut pas être datée d’un jour à venir.";
    static final String DATE_BEFORE_BIRTH = "Ce jour précède la naissance de la personne.";
    static final String SETTING_MISSING = "Choisissez où l’évaluation a eu lieu.";
    static final String LABEL_MISSING = "Nommez le problème.";
    static final String LABEL_LONG =
            "200" + NBSP + "caractères au plus" + NBSP + ": mettez le reste dans la précision.";
    static final String WHY_LONG =
            "5"
                    + NBSP
                    + "000 caractères au plus"
                    + NBSP
                    + "; rien n’est perdu, raccourcissez le texte.";
    static final String DOMAIN_MISSING = "Choisissez un domaine.";
    static final String SEVERITY_MISSING = "Choisissez la gravité pour retenir ce problème.";
    static final String REASON_MISSING = "Dites en quelques mots pourquoi il est écarté.";
    static final String OUTCOME_MISSING = "Dites en quelques mots comment il a été résolu.";
    static final String DECISION_MISSING = "Choisissez" + NBSP + ": retenir, écarter ou résolu.";

    static final String DRAFT_GONE =
            "Cette évaluation a été abandonnée entre-temps. Vos réponses restent sur ce téléphone"
                    + NBSP
                    + ": copiez-les ou imprimez-les, puis recommencez une évaluation.";
    static final String VERSION_GONE =
            "Ce questionnaire a changé de version depuis que la visite a été préparée"
                    + NBSP
                    + ": ces réponses ne peuvent plus y être rangées. Elles restent sur ce téléphone, copiez-les ou imprimez-les, puis reportez-les dans la nouvelle version.";
    static final String AT_HOME = "DOMICILE";
    static final String SHEET_WHICH = "Choisissez le questionnaire qui est sur la feuille.";
    static final String SHEET_BY_WHOM = "Dites qui a rempli la feuille.";

    // Said once, after an act.
    static final String SHEET_BEGUN =
            "Recopiez maintenant les réponses de la feuille"
                    + NBSP
                    + ": tout est gardé au fur et à mesure.";
    static final String RESUMED =
            "Réévaluation commencée avec les réponses de la précédente"
                    + NBSP
                    + ": relisez chacune.";
    static final String DRAFT_ABANDONED = "Brouillon abandonné.";
    static final String DRAFT_SAVED = "Brouillon enregistré.";
    static final String PROBLEM_ADDED = "Problème ajouté.";

    static final String SAID_IN_THE_OTHER_FILE =
            "Fusion de deux fiches" + NBSP + ": déjà noté dans l’autre";

    static final String UNCHANGED = "inchangé";
    static final String DOES_NOT_WANT = "Ne veut pas" + NBSP + ": ";
    static final String VOICES_DIFFER = "Les voix divergent.";
    static final String STRENGTHS_SAVED = "Points d’appui enregistrés.";
    static final String STRENGTHS_LONG =
            "2" + NBSP + "000 caractères au plus" + NBSP + ": rien n’est perdu, raccourcissez.";

    private AssessmentText() {}

    static String completed(String title) {
        return title + " terminée.";
    }

    static String sheetTitle(String questionnaire) {
        return questionnaire + ", feuille papier";
    }

    /// @param status RETENU, ECARTE or RESOLU
    static String decided(String status) {
        return switch (status) {
            case "RETENU" -> "Problème retenu.";
            case "ECARTE" -> "Problème écarté.";
            default -> "Problème résolu.";
        };
    }

    static String conflict(Conflict conflict) {
        var when = FrenchDates.exact(conflict.savedAt());
        return switch (conflict.status()) {
            case "BROUILLON" ->
                    CONFLICT
                            + " Version enregistrée par "
                            + conflict.author()
                            + ", "
                            + when
                            + ". Ce que vous avez tapé est encore sur cette page"
                            + NBSP
                            + ": comparez ci-dessous, puis enregistrez la vôtre ou rouvrez la sienne.";
            case "TERMINEE" ->
                    CONFLICT
                            + " "
                            + conflict.author()
                            + " l’a terminée, "
                            + when
                            + ". Ce que vous avez tapé est encore sur cette page, mais ne peut plus y être ajouté"
                            + NBSP
                            + ": commencez une nouvelle évaluation si ces réponses comptent.";
            default -> CONFLICT + " Ce brouillon a été abandonné, " + when + ".";
        };
    }

    /// What a telephone is told when somebody wrote first.
    static String overtakenOffline(Conflict conflict) {
        return conflict.author()
                + (conflict.status().equals("TERMINEE")
                        ? " a terminé cette évaluation entre-temps, "
                        : " a écrit dans cette évaluation entre-temps, ")
                + FrenchDates.exact(conflict.savedAt())
                + ". Rien n’a été remplacé.";
    }

    /// @param unreadable answers that cannot be read
    /// @param missing required answers not given
    static String keptAsDraft(int unreadable, int missing) {
        return "Gardée en brouillon"
                + (missing == 0
                        ? ""
                        : NBSP
                                + ": il manque "
                                + missing
                                + (missing == 1 ? " réponse" : " réponses"))
                + (unreadable == 0
                        ? "."
                        : ". "
                                + unreadable
                                + (unreadable == 1 ? " réponse est" : " réponses sont")
                                + " à corriger à l’écran.");
    }

    /// Who saved first, and what became of the evaluation.
    record Conflict(String status, String author, Instant savedAt) {}

    static String status(String status) {
        return switch (status) {
            case "BROUILLON" -> "Brouillon";
            case "TERMINEE" -> "Terminée";
            default -> "Abandonnée";
        };
    }

    static String participants(Collection<String> codes) {
        if (codes.isEmpty()) return "";
        return "avec "
                + codes.stream()
                        .map(code -> PARTICIPANTS.getOrDefault(code, code))
                        .map(Typography::inSentence)
                        .collect(Collectors.joining(", "));
    }

    static String setting(String code) {
        return SETTINGS.getOrDefault(code, code);
    }

    /// « Évaluation du 2 juin 2026, à domicile, avec la personne, par Claire Dumont ».
    static String madeOn(String day, String where, String with, String by) {
        return "Dernière évaluation multidimensionnelle le "
                + day
                + ", "
                + Typography.inSentence(where)
                + (with.isEmpty() ? "" : ", " + with)
                + ", par "
                + by
                + ".";
    }

    /// How a domain stands, from -1 (not assessed for a year) to 3.
    static String standing(int gravity) {
        return switch (gravity) {
            case 0 -> "Rien de repéré";
            case 1 -> "Léger";
            case 2 -> "Modéré";
            case 3 -> "Sévère";
            default -> "Non évalué depuis un an";
        };
    }

    /// How the answers came: « À domicile, feuille papier remplie par la fille ».
    static String how(String setting, String source, @Nullable String filledBy) {
        var where = setting(setting);
        return switch (source) {
            case "PAPIER" ->
                    where
                            + ", feuille papier"
                            + (filledBy == null || filledBy.isBlank()
                                    ? ""
                                    : " remplie par " + filledBy);
            case "HORS_CONNEXION" -> where + ", hors connexion";
            default -> where;
        };
    }

    /// Whether a score got worse, from the gravity of its class; null when the class did not move.
    static @Nullable String verdict(int graver) {
        return graver > 0 ? "s’aggrave" : graver < 0 ? "s’améliore" : null;
    }

    static String saved(Instant at) {
        return "Enregistré à "
                + FrenchDates.time(java.time.LocalDateTime.ofInstant(at, FrenchDates.PARIS));
    }

    static String completed(String title, List<Score> done) {
        return title
                + " terminée"
                + (done.isEmpty()
                        ? ""
                        : NBSP
                                + ": "
                                + done.stream()
                                        .map(score ->
                                                score.bandLabel() == null
                                                                || !score.bandLabel()
                                                                        .startsWith(score.label())
                                                        ? score.label() + " " + score.text()
                                                        : score.bandLabel())
                                        .collect(Collectors.joining(", ")));
    }

    /// « Suivi à long terme de l’enfant vulnérable, à 9 mois ».
    static String systematic(String title, @Nullable Integer months) {
        if (months == null) return title;
        return title + ", à " + (months < 36 ? months + NBSP + "mois" : months / 12 + NBSP + "ans");
    }

    static String systematicDone(String day) {
        return "Faite le " + day;
    }

    static String systematicDue(String day) {
        return "À faire avant le " + day;
    }

    /// Of somebody not included yet.
    static String systematicAsked(int days) {
        return days == 0
                ? "À faire avant l’inclusion"
                : "À faire dans les " + days + NBSP + "jours de l’inclusion";
    }

    static String systematicLate(String day) {
        return "En retard, attendue le " + day;
    }

    static String systematicAhead(String day) {
        return "À partir du " + day;
    }

    static String answered(int answered, int required) {
        return answered + " réponse" + (answered > 1 ? "s" : "") + " sur " + required;
    }

    static String decision(
            String status, @Nullable String by, @Nullable LocalDate on, @Nullable String words) {
        var what =
                switch (status) {
                    case "RETENU" -> "Retenu";
                    case "ECARTE" -> "Écarté";
                    case "RESOLU" -> "Résolu";
                    default -> "À décider";
                };
        var text = new StringBuilder(what);
        if (on != null) text.append(" le ").append(FrenchDates.date(on));
        if (by != null) text.append(" par ").append(by);
        if (words != null && !words.isBlank()) text.append(NBSP).append(": ").append(words);
        return text.toString();
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
        return java.util.Collections.unmodifiableMap(map);
    }
}
