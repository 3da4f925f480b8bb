package fr.maillage.portability.internal.draft;

import fr.maillage.careplan.Recurrence;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rhythms in the words that [Rhythm] reads.
public final class Rhythms {

    static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    private Rhythms() {}

    /// « 7 jours après chaque sortie d’hôpital, puis toutes les semaines, 4 fois », « toutes les 2
    /// semaines (lundi, jeudi) »; null for once.
    public static @Nullable String words(Recurrence when) {
        var after = when.after();
        var every = every(when);
        if (after == null) return every;
        var times = when.times();
        return after.n()
                + switch (after.unit()) {
                    case "JOUR" -> after.n() < 2 ? " jour" : " jours";
                    case "MOIS" -> " mois";
                    default -> after.n() < 2 ? " semaine" : " semaines";
                }
                + (after.what() == Recurrence.What.SORTIE
                        ? " après chaque sortie d’hôpital"
                        : " après un autre acte")
                + (every == null ? "" : ", puis " + every)
                + (times == null ? "" : ", " + times + " fois");
    }

    private static @Nullable String every(Recurrence when) {
        var every = when.everyN();
        var unit = when.unit();
        if (every == null || unit == null) return null;
        return switch (unit) {
            case "JOUR" -> every == 1 ? "tous les jours" : "tous les " + every + " jours";
            case "MOIS" -> every == 1 ? "tous les mois" : "tous les " + every + " mois";
            default ->
                    (every == 1 ? "toutes les semaines" : "toutes les " + every + " semaines")
                            + (when.weekdays().isEmpty()
                                    ? ""
                                    : new TreeSet<>(when.weekdays())
                                            .stream()
                                                    .map(d -> DAYS.get(d - 1))
                                                    .collect(Collectors.joining(", ", " (", ")")));
        };
    }
}
