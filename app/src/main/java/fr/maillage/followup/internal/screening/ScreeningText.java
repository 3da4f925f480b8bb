package fr.maillage.followup.internal.screening;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// French sentences of the circuit that follows a screening.
final class ScreeningText {

    static final String WHAT_MISSING = "Dites ce qui s’est passé.";
    static final String WHOM_MISSING = "Écrivez quel ophtalmologiste prend la suite.";
    static final String DAY_FUTURE = "Ce jour n’est pas encore venu.";
    static final String DAY_EARLY = "Ce jour précède le dépistage.";
    static final String NOTED = "Suite du dépistage notée.";

    private ScreeningText() {}

    static String seen(LocalDate day, String whom) {
        return "Vue le " + FrenchDates.date(day) + " par " + whom + ", retour au droit commun";
    }

    static String refused(LocalDate day) {
        return "A refusé le " + FrenchDates.date(day);
    }

    static String screenedAgain(LocalDate day) {
        return "Nouveau dépistage le " + FrenchDates.date(day);
    }

    /// How a step ended; null while it did not.
    static @Nullable String ended(
            @Nullable String code, @Nullable LocalDate day, @Nullable String whom) {
        if (code == null || day == null) return null;
        return switch (code) {
            case "DROIT_COMMUN" -> seen(day, whom == null ? "un ophtalmologiste" : whom);
            case "REFUS" -> refused(day);
            default -> screenedAgain(day);
        };
    }

    static String noShows(int count) {
        return count == 0
                ? ""
                : count == 1 ? "un rendez-vous manqué" : count + NBSP + "rendez-vous manqués";
    }

    static String share(int part, int whole) {
        return whole == 0 ? "–" : Math.round(100.0 * part / whole) + NBSP + "%";
    }
}
