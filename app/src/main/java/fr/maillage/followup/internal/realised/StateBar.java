package fr.maillage.followup.internal.realised;

import fr.maillage.followup.internal.realised.RealisedPage.Line;
import fr.maillage.kernel.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The bar of some counts by state, with the same in words.
public final class StateBar {

    private StateBar() {}

    /// @param href all the acts
    /// @param part the acts of one state
    public static Line of(
            String label,
            Map<ActState, Long> counts,
            String href,
            Function<ActState, String> part) {
        var parts = new ArrayList<RealisedPage.Part>();
        long x = 0;
        for (var state : ActState.values()) {
            long count = Objects.requireNonNullElse(counts.get(state), 0L);
            parts.add(
                    new RealisedPage.Part(
                            state.code(),
                            state.label(),
                            state.several(),
                            count,
                            x,
                            part.apply(state),
                            state.gap() && count > 0));
            x += count;
        }
        return new Line(label, words(parts), x, Math.max(1, x), href, parts);
    }

    /// « 12 actes : 8 faits dans les dates, 4 sans nouvelle ».
    private static String words(List<RealisedPage.Part> parts) {
        long total = parts.stream().mapToLong(RealisedPage.Part::count).sum();
        return Typography.number(total)
                + (total > 1 ? " actes" : " acte")
                + (total == 0
                        ? ""
                        : Typography.NBSP
                                + ": "
                                + parts.stream()
                                        .filter(p -> p.count() > 0)
                                        .map(p -> Typography.number(p.count()) + " " + p.several())
                                        .collect(Collectors.joining(", ")));
    }
}
