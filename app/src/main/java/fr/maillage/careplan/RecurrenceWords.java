package fr.maillage.careplan;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A recurrence in French, as people say it.
public final class RecurrenceWords {

    private static final List<String> SHORT =
            List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");
    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private RecurrenceWords() {}

    /// « 2 fois par semaine (lun., jeu.), du 2 juin 2026 au 30 septembre 2026 », « tous les 3 mois,
    /// le lundi, 4 fois à partir du… », « 14 jours après chaque sortie d’hôpital, 1 fois ».
    public static String of(Recurrence when, int windowDays) {
        var after = when.after();
        if (after != null) return waiting(when, after, windowDays);
        var start = when.startsOn();
        var n = when.everyN();
        var unit = when.unit();
        if (n == null || unit == null)
            return windowDays > 0
                    ? "1 fois, du "
                            + FrenchDates.date(start)
                            + " au "
                            + FrenchDates.date(start.plusDays(windowDays))
                    : "1 fois, le " + FrenchDates.date(start);
        var end = when.endsOn();
        var times = when.times();
        var until =
                end == null
                        ? ", " + times + NBSP + "fois à partir du " + FrenchDates.date(start)
                        : ", du "
                                + FrenchDates.date(start)
                                + " au "
                                + FrenchDates.date(end)
                                + (times == null ? "" : ", " + times + NBSP + "fois au plus");
        return rhythm(n, unit, when.weekdays()) + until;
    }

    private static String waiting(Recurrence when, Recurrence.After after, int windowDays) {
        var words = new StringBuilder(after(after));
        if (windowDays > 0) words.append(", dans les ").append(windowDays).append(NBSP).append('j');
        var n = when.everyN();
        var unit = when.unit();
        if (n != null && unit != null) {
            words.append(", puis ").append(rhythm(n, unit, when.weekdays()));
            if (when.times() != null)
                words.append(", ").append(when.times()).append(NBSP).append("fois en tout");
        }
        if (when.endsOn() != null)
            words.append(", jusqu’au ").append(FrenchDates.date(when.endsOn()));
        return words.toString();
    }

    /// « 3 mois après chaque sortie d’hôpital », « le jour où « HbA1c » est fait ».
    public static String after(Recurrence.After after) {
        return after(after.n(), after.unit(), after.what(), after.title());
    }

    /// As above, the act it follows being named.
    public static String after(int n, String unit, Recurrence.What what, @Nullable String title) {
        var day = n == 0 ? "le jour même de " : count(n, unit) + " après ";
        return switch (what) {
            case SORTIE -> day + "chaque sortie d’hôpital";
            case ACTE ->
                    title == null
                            ? day + "un autre acte, chaque fois qu’il est fait"
                            : day + "«" + NBSP + title + NBSP + "», chaque fois que c’est fait";
        };
    }

    /// « tous les 3 mois, le lundi », « 2 fois par semaine (lun., jeu.) », « tous les ans ».
    public static String rhythm(int n, String unit, Set<Integer> weekdays) {
        var days = new TreeSet<>(weekdays);
        return switch (unit) {
            case "JOUR" -> n == 1 ? "tous les jours" : "tous les " + n + NBSP + "jours";
            case "MOIS" -> months(n) + on(days);
            default -> {
                var times = Math.max(1, days.size());
                var rhythm =
                        times
                                + NBSP
                                + "fois "
                                + (n == 1 ? "par semaine" : "toutes les " + n + NBSP + "semaines");
                yield days.isEmpty()
                        ? rhythm
                        : rhythm
                                + " ("
                                + days.stream()
                                        .map(RecurrenceWords::weekday)
                                        .collect(Collectors.joining(", "))
                                + ")";
            }
        };
    }

    private static String months(int n) {
        if (n == 1) return "tous les mois";
        if (n % 12 != 0) return "tous les " + n + NBSP + "mois";
        return n == 12 ? "tous les ans" : "tous les " + n / 12 + NBSP + "ans";
    }

    private static String on(Set<Integer> days) {
        return days.isEmpty()
                ? ""
                : days.stream()
                        .map(day -> DAYS.get(day - 1))
                        .collect(Collectors.joining(" ou le ", ", le ", ""));
    }

    /// « 1 jour », « 3 mois », « 2 semaines ».
    public static String count(int n, String unit) {
        var word =
                switch (unit) {
                    case "JOUR" -> n == 1 ? "jour" : "jours";
                    case "MOIS" -> "mois";
                    default -> n == 1 ? "semaine" : "semaines";
                };
        return n + NBSP + word;
    }

    /// « lun. » for 1.
    public static String weekday(int iso) {
        return SHORT.get(iso - 1);
    }

    /// Why a recurrence with that many dates is refused, and what would do.
    public static String tooMany(int dates) {
        return "Cela ferait "
                + (dates > 1000 ? "plus de 1" + NBSP + "000" : String.valueOf(dates))
                + " actes, pour "
                + Recurrence.MOST
                + " au plus"
                + NBSP
                + ": espacez-les, ou fixez une fin plus proche.";
    }
}
