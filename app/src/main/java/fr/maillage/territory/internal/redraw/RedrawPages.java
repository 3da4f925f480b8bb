package fr.maillage.territory.internal.redraw;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages of redraws, in words.
public final class RedrawPages {

    private RedrawPages() {}

    /// Populations known, by year and source.
    public record PeoplePage(Sent form, List<Year> years) {}

    public record Year(String year, String source, String communes, String people) {}

    /// Where a redraw begins, and those there were.
    ///
    /// @param kinds code and label
    /// @param parents code and label of the zones that may hold others
    public record StartPage(
            String region,
            String label,
            Sent form,
            Map<String, String> kinds,
            Map<String, String> parents,
            List<Line> lines) {}

    public record Line(String href, String day, String state, String note, boolean applied) {}

    /// What a redraw would change, or changed.
    ///
    /// @param past said when its day is over
    public record LookPage(
            String id,
            String region,
            String day,
            String state,
            @Nullable String note,
            boolean applied,
            @Nullable String past,
            String tag,
            FormErrors errors,
            List<Zone> zones,
            List<Moved> moves,
            List<String> closed,
            List<Balance> balances,
            List<Wrong> wrong) {}

    public record Zone(String code, String label, String what) {}

    public record Moved(String name, String code, String from, String to, String people) {}

    /// A zone that gains or loses inhabitants.
    public record Balance(
            String label, int communesBefore, int communesAfter, String before, String after) {}

    public record Wrong(int line, String why) {}
}
