package fr.maillage.portability.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A takeover: what the dry run says, line by line, or what became of each.
///
/// @param progress said while work goes on, null otherwise
/// @param resumptionNow the day of the whole structure, in words; empty when it has none
/// @param resumption proposed day of resumption, as a date field sends it
/// @param mayStart something is ready to be taken over
/// @param mayUndo something was taken over
public record ReportPage(
        String id,
        String file,
        Mark state,
        String given,
        @Nullable Progress progress,
        List<Tile> tiles,
        String filter,
        List<Line> lines,
        int page,
        boolean more,
        int ready,
        boolean mayStart,
        boolean open,
        boolean mayUndo,
        boolean refused,
        String resumption,
        String resumptionNow,
        int undecided,
        List<String> worked,
        int others,
        FormErrors errors) {

    /// @param failure said when it stopped
    public record Progress(String words, int done, int total, @Nullable String failure) {}

    /// A count that filters.
    public record Tile(String code, int count, String label, String tone, String icon) {}

    /// @param place « ligne 12 »
    /// @param near persons it may be, when that is to be decided or was
    public record Line(
            int rank,
            String place,
            String name,
            @Nullable String href,
            Mark state,
            String makes,
            List<Said> problems,
            List<Near> near,
            boolean decidable,
            String chosen) {}

    /// @param column heading, in bold
    public record Said(String tone, String icon, String words) {}

    /// @param code what the form sends to attach to them
    public record Near(String code, String href, String words) {}
}
