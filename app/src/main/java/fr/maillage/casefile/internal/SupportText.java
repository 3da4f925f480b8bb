package fr.maillage.casefile.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French sentences of an accompaniment that lives: level, steps, stays, pauses, watch, exit.
final class SupportText {

    static final String LEVEL_CHANGED = "Enregistré.";
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
    static final String INTENSITY_TO_CHOOSE = "Choisissez une intensité.";
    static final String LEVEL_REASON = "Dites pourquoi.";
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
        return "La situation est déjà au niveau" + S + level + ", avec cette intensité.";
    }

    static String beforeLast(LocalDate last) {
        return "Le niveau actuel date du "
                + FrenchDates.date(last)
                + S
                + ": le nouveau ne peut pas commencer avant.";
    }

    /// « Niveau 2 → niveau 3, appui intensif », « Appui soutenu → ponctuel ».
    static String decided(int from, int to, String fromIntensity, String toIntensity) {
        var now = Typography.inSentence(intensity(toIntensity));
        var intensity =
                fromIntensity.equals(toIntensity)
                        ? ""
                        : "appui " + Typography.inSentence(intensity(fromIntensity)) + " → " + now;
        if (from == to) return Typography.capital(intensity);
        var level = "Niveau" + S + from + " → niveau" + S + to;
        return intensity.isEmpty() ? level : level + ", " + intensity;
    }

    private static String intensity(String code) {
        return CaseFileText.INTENSITIES.getOrDefault(code, code);
    }

    /// « Niveau 3 : complexe, long terme. Appui soutenu. »
    static String levelAndIntensity(int level, String code) {
        return CaseFileText.LEVELS.getOrDefault(String.valueOf(level), "")
                + ". Appui "
                + Typography.inSentence(intensity(code))
                + ".";
    }

    /// What a line of the history says was advised; null when nothing was, or the same.
    static @Nullable String advised(Supports.LevelLine line) {
        if (line.advisedLevel() == null || line.advisedIntensity() == null) return null;
        var same =
                (line.level() == null || line.level().equals(line.advisedLevel()))
                        && line.advisedIntensity().equals(line.intensity());
        return same
                ? "comme conseillé"
                : "conseillé"
                        + S
                        + ": niveau"
                        + S
                        + line.advisedLevel()
                        + ", "
                        + Typography.inSentence(intensity(line.advisedIntensity()));
    }

    /// What a line of the history decided.
    static String line(Supports.LevelLine line) {
        var level =
                line.level() == null
                        ? null
                        : CaseFileText.LEVELS.getOrDefault(String.valueOf(line.level()), "");
        if (line.intensity() == null) return level == null ? "" : level;
        var intensity = "appui " + Typography.inSentence(intensity(line.intensity()));
        return level == null ? Typography.capital(intensity) : level + ", " + intensity;
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
