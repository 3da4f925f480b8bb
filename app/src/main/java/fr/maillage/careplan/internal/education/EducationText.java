package fr.maillage.careplan.internal.education;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sentences of therapeutic education.
final class EducationText {

    private static final String COLON = NBSP + ": ";

    static final String ALONE =
            "Un plan d’éducation thérapeutique ne constitue pas à lui seul un PPS.";
    static final String SAVED = "Enregistré.";
    static final String ENROLLED = "Inscription faite.";
    static final String MARKED = "Présences notées.";
    static final String CALLED_OFF = "Séance annulée" + COLON + "prévenez les inscrits.";
    static final String IN_THE_PLAN = "Objectifs et séances portés dans le brouillon du plan.";
    static final String PROPOSER =
            "Dites quel médecin prescripteur propose le programme (CSP L.1161-1).";
    static final String FIRST_LEVEL =
            "L’éducation de premier niveau est faite par les professionnels de premier recours"
                    + COLON
                    + "dites qui la fait, hors de la structure.";
    static final String ASKED =
            "La structure intervient à la demande du médecin traitant"
                    + COLON
                    + "dites quand il l’a demandé.";
    static final String RUN_BY = "Dites qui le fait.";
    static final String DISEASES = "Dites pour quelle maladie" + COLON + "une par ligne.";
    static final String FUTURE = "Cette date est à venir" + COLON + "vérifiez-la.";
    static final String NOT_A_TIME = "Heure attendue, comme 14:30, ou rien.";
    static final String FULL =
            "L’atelier est complet" + COLON + "annulez une inscription, ou choisissez-en un autre.";
    static final String ALREADY = "Cette personne est déjà inscrite.";
    static final String OFF = "Cette séance est annulée.";
    static final String TOO_SOON =
            "La séance n’a pas eu lieu" + COLON + "les présences se notent le jour même ou après.";
    static final String NO_DRAFT =
            "Il n’y a pas de brouillon de plan"
                    + COLON
                    + "commencez le plan, ou sa version suivante.";
    static final String NOTHING_TO_CARRY = "Tout est déjà dans le plan.";
    static final String OVER = "Ce programme est terminé.";
    static final String EVALUATION_NEEDED =
            "Dites ce qui est acquis, ou pourquoi le programme s’arrête.";
    static final String SESSION_OF_PLAN = "Séances d’éducation thérapeutique";

    private EducationText() {}

    /// « mar. 2 juin 2026 à 14 h »
    static String when(LocalDate day, @Nullable LocalTime at) {
        return at == null
                ? FrenchDates.longDay(day)
                : FrenchDates.longDay(day) + ", " + FrenchDates.time(day.atTime(at));
    }

    static String status(String code) {
        return switch (code) {
            case "EN_COURS" -> "En cours";
            case "TERMINE" -> "Terminé";
            default -> "Arrêté";
        };
    }

    static String runBy(RunBy by, @Nullable String name) {
        return by == RunBy.STRUCTURE ? "par la structure" : "hors de la structure, par " + name;
    }

    /// Where a programme stands, a line each.
    static List<String> lines(Programme p) {
        var lines = new ArrayList<String>();
        lines.add(p.level().label() + ", " + runBy(p.runBy(), p.runByName()));
        lines.add(
                "Proposé par "
                        + p.proposedBy()
                        + " le "
                        + FrenchDates.date(p.proposedOn())
                        + (p.askedOn() == null
                                ? ""
                                : ", demandé par le médecin traitant le "
                                        + FrenchDates.date(p.askedOn())));
        lines.add(
                p.agreedOn() == null
                        ? "Accord de la personne" + COLON + "à noter"
                        : "Accord de la personne le " + FrenchDates.date(p.agreedOn()));
        lines.add(
                p.diagnosisOn() == null
                        ? "Diagnostic éducatif" + COLON + "à faire"
                        : "Diagnostic éducatif du "
                                + FrenchDates.date(p.diagnosisOn())
                                + (p.diagnosisBy() == null ? "" : ", par " + p.diagnosisBy())
                                + COLON
                                + p.diagnosis());
        if (p.endedOn() != null)
            lines.add(
                    status(p.status())
                            + " le "
                            + FrenchDates.date(p.endedOn())
                            + COLON
                            + p.evaluation());
        return lines;
    }

    /// « Alimentation : cuisiner sans sel, pas encore acquis puis acquis »
    static String competence(Programme.Competence c) {
        return c.family().label()
                + COLON
                + c.words()
                + ", "
                + c.before().label().toLowerCase(java.util.Locale.FRENCH)
                + (c.after() == null
                        ? ""
                        : " puis " + c.after().label().toLowerCase(java.util.Locale.FRENCH));
    }

    static String counted(int persons, int actions, int outside) {
        return Typography.number(persons)
                + (persons > 1 ? " personnes venues à " : " personne venue à ")
                + Typography.number(actions)
                + (actions > 1 ? " séances tenues" : " séance tenue")
                + " depuis un an, dont "
                + Typography.number(outside)
                + " hors de la structure.";
    }
}
