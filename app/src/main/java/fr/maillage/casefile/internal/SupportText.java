package fr.maillage.casefile.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of an accompaniment that lives: level, steps, stays, pauses, watch, exit.
final class SupportText {

    static final String LEVEL_CHANGED = "Le niveau a changé.";
    static final String STEP_NOTED = "Étape notée.";
    static final String CLOSED = "Accompagnement clos.";
    static final String WATCHED = "Veille enregistrée.";
    static final String ADMITTED = "Séjour noté.";
    static final String HOME = "Retour à domicile noté.";
    static final String PAUSED = "Alertes en pause.";
    static final String RESUMED = "Les alertes reprennent.";
    static final Map<String, String> STAYS =
            CaseFileText.ordered(
                    "NON_PROGRAMME",
                    "Séjour non programmé, via les urgences",
                    "PROGRAMME",
                    "Séjour programmé");
    static final Map<String, String> PAUSES =
            CaseFileText.ordered(
                    "HOSPITALISATION",
                    "Hospitalisation",
                    "VACANCES",
                    "Vacances, absence",
                    "AUTRE",
                    "Autre raison");
    static final Map<String, String> EXITS =
            CaseFileText.ordered(
                    "OBJECTIFS_ATTEINTS",
                    "Objectifs atteints",
                    "RELAIS",
                    "Relais à une autre structure",
                    "ENTREE_ETABLISSEMENT",
                    "Entrée en établissement",
                    "SOUHAIT",
                    "Souhait de la personne",
                    "DEMENAGEMENT",
                    "Déménagement",
                    "PERDUE_DE_VUE",
                    "Perdue de vue",
                    "PROFESSIONNEL",
                    "Retrait du professionnel",
                    "DECES",
                    "Décès");
    static final String NOT_ACTIVE =
            "Cette personne est en veille\u00A0: réactivez l’accompagnement pour choisir un niveau.";
    static final String LEVEL_TO_CHOOSE =
            "Choisissez un niveau de 1 à 3\u00A0; le niveau\u00A00 est une veille.";
    static final String LEVEL_REASON = "Dites pourquoi le niveau change.";
    static final String STAY_KIND = "Dites si le séjour était programmé.";
    static final String HOSPITAL = "Dites dans quel établissement.";
    static final String UNPLANNED_IN_FUTURE =
            "Un séjour non programmé ne peut pas commencer dans le futur.";
    static final String LEAVES_BEFORE =
            "La sortie est avant l’entrée\u00A0: corrigez l’une des deux dates.";
    static final String ALREADY_HOME = "Ce séjour est déjà terminé.";
    static final String PAUSED_MEANWHILE =
            ". Alertes en pause jusqu’au retour, actes prévus d’ici là suspendus";
    static final String SPEAK_AGAIN = "Les alertes reprennent, les actes à venir aussi";
    static final String PAUSE_REASON = "Dites pourquoi les alertes sont en pause.";
    static final String PAUSE_END = "Dites quand les alertes reprennent.";
    static final String PAUSE_PAST = "Cette pause serait déjà terminée.";
    static final String EXIT_REASON = "Choisissez le motif de sortie.";
    static final String DIED_BEFORE_BIRTH = "Cette date est avant la naissance.";
    static final String WATCH_REASON =
            "Dites pourquoi l’accompagnement passe en veille, ou ce que la revue a montré.";

    private static final String S = Typography.NBSP;

    /// How an accompaniment ended, in words.
    static String exit(String code) {
        return code.equals("FUSION") ? MergedFilesText.MERGED : EXITS.getOrDefault(code, "");
    }

    private SupportText() {}

    static String sameLevel(int level) {
        return "La situation est déjà au niveau" + S + level + ".";
    }

    static String beforeLast(LocalDate last) {
        return "Le niveau actuel date du "
                + FrenchDates.date(last)
                + S
                + ": le nouveau ne peut pas commencer avant.";
    }

    static String levelChanged(int from, int to) {
        return "Niveau" + S + from + " → niveau" + S + to;
    }

    static String stepDone(int level, String title) {
        return "Niveau" + S + level + ", étape faite" + S + ": " + title;
    }

    static String of(LevelSteps.Refusal refusal) {
        return switch (refusal) {
            case LevelSteps.Refusal.NoSuchStep _ ->
                    "Cette étape est déjà faite, ou n’est pas de ce niveau.";
            case LevelSteps.Refusal.NotYet(var next) ->
                    "L’étape" + S + next.step() + " vient d’abord" + S + ": " + next.title() + ".";
            case LevelSteps.Refusal.DayMissing _ -> CaseFileText.DAY_MISSING;
            case LevelSteps.Refusal.InFuture _ -> CaseFileText.DAY_IN_FUTURE;
            case LevelSteps.Refusal.BeforePrevious(var previous) ->
                    "L’étape précédente a été faite le "
                            + FrenchDates.date(previous)
                            + S
                            + ": celle-ci ne peut pas l’être avant.";
        };
    }

    static String stayOverlaps(StayService.Stay stay) {
        return stay.dischargedOn() == null
                ? "Un séjour est déjà en cours depuis le "
                        + FrenchDates.date(stay.admittedOn())
                        + S
                        + ": notez d’abord le retour."
                : "Un autre séjour couvre déjà ce jour (du "
                        + FrenchDates.date(stay.admittedOn())
                        + " au "
                        + FrenchDates.date(stay.dischargedOn())
                        + ").";
    }

    static String admitted(LocalDate day, @Nullable LocalDate expected) {
        return "Entrée le "
                + FrenchDates.date(day)
                + (expected == null ? "" : ", sortie prévue le " + FrenchDates.date(expected));
    }

    static String stay(StayService.Stay stay, LocalDate today) {
        if (stay.dischargedOn() != null) {
            return "Du "
                    + FrenchDates.shortDay(stay.admittedOn(), today)
                    + " au "
                    + FrenchDates.shortDay(stay.dischargedOn(), today);
        }
        var since = stay.admittedOn().isAfter(today) ? "À partir du " : "Depuis le ";
        return since
                + FrenchDates.shortDay(stay.admittedOn(), today)
                + (stay.expectedOn() == null
                        ? ""
                        : ", sortie prévue le " + FrenchDates.shortDay(stay.expectedOn(), today));
    }

    static String pausedTitle(LocalDate from, LocalDate until) {
        return "Alertes en pause du " + FrenchDates.date(from) + " au " + FrenchDates.date(until);
    }

    static String exitBefore(LocalDate opened) {
        return "L’accompagnement a commencé le "
                + FrenchDates.date(opened)
                + S
                + ": la sortie ne peut pas être avant.";
    }

    static String exitDetail(String reason) {
        return switch (reason) {
            case "DECES" -> "Dites où la personne est décédée (domicile, hôpital…).";
            case "RELAIS" -> "Dites qui prend le relais.";
            default -> "Dites dans quel établissement.";
        };
    }

    static String reviewed(String reason, LocalDate review) {
        return reason
                + (reason.endsWith(".") ? " " : ". ")
                + "Prochaine revue le "
                + FrenchDates.date(review)
                + ".";
    }
}
