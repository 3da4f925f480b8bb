package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.FileInspection;
import fr.maillage.registry.internal.Check;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sheet of the register, one of its parts at a time.
///
/// @param marks short words beside the name: closed, fictitious, outside the guide's perimeter…
/// @param edit address of the identity form; null for those who may not
/// @param takers structures the agency may hand the sheet over to; empty when it may not
public record SheetPage(
        String id,
        String name,
        String subtitle,
        List<Mark> marks,
        List<Tab> tabs,
        String tab,
        List<Fact> facts,
        @Nullable Drawing drawing,
        List<Panel> panels,
        List<Table> tables,
        List<Became> successors,
        List<Past> past,
        List<Party> parties,
        @Nullable Verdict verdict,
        @Nullable String edit,
        Map<String, String> takers,
        FormErrors errors) {

    /// @param css `is-late`, `is-due`, `is-info` or nothing
    public record Mark(String words, String css) {}

    public record Tab(String key, String href, String label) {}

    public record Fact(String label, String words, @Nullable String href) {}

    /// A list of the sheet.
    ///
    /// @param heads labels of the columns, those nobody filled left out
    /// @param past lines that are over
    /// @param add address of the form of a new line; null for those who may not
    /// @param foot a total in words, or null
    /// @param note who reads it, when it is not everybody; or null
    public record Table(
            String key,
            String title,
            List<Head> heads,
            List<Row> rows,
            List<Row> past,
            @Nullable String add,
            @Nullable String foot,
            @Nullable String note) {

        /// Whether a line of it has a file.
        public boolean files() {
            return rows.stream().anyMatch(r -> !r.files().isEmpty())
                    || past.stream().anyMatch(r -> !r.files().isEmpty());
        }
    }

    /// @param number whether its cells are numbers, set to the right
    public record Head(String label, boolean number) {}

    /// @param notes long texts of a wide list, said under the first cell of words after its title
    /// @param href its page, or its form; null for those who may not write it
    /// @param files those shown, the latest first
    public record Row(
            List<String> cells, List<String> notes, @Nullable String href, List<Link> files) {}

    public record Link(String href, String words) {}

    /// What a source expects, point by point.
    ///
    /// @param source of the expectation; "" for a mere statement
    public record Panel(String key, String title, String source, List<Check> checks) {}

    /// A platform with its poles, what they share, and its antennas.
    ///
    /// @param head bodies above, in words
    public record Drawing(
            String name,
            List<String> head,
            List<Box> poles,
            List<String> shared,
            List<String> services,
            List<Box> antennas) {}

    public record Box(String name, @Nullable String detail, @Nullable String from) {}

    /// @param href sheet of what it became
    public record Became(String href, String name, String words) {}

    /// A figure of a year.
    ///
    /// @param takenOver « repris de … »; null for its own
    public record Past(
            int year,
            String measure,
            String value,
            @Nullable String takenOver,
            @Nullable String href,
            String note,
            String source) {}

    /// An agreement of another structure with this one.
    public record Party(
            String href,
            String name,
            String kind,
            String title,
            String we,
            String they,
            String days) {}

    /// The criteria of a reference centre.
    public record Verdict(
            String words, List<String> met, List<String> unmet, List<String> unknown) {}

    /// A form of the register: a line of a list, or the identity.
    ///
    /// @param options by column, of the fields chosen in a list
    /// @param remove address that takes the line away, or null
    /// @param conflict said when somebody saved first
    /// @param files those of the line; null where lines have none, or there is no line yet
    public record Form(
            String title,
            String of,
            String back,
            String action,
            List<Field> fields,
            Map<String, Map<String, String>> options,
            Sent form,
            @Nullable String remove,
            @Nullable String conflict,
            @Nullable Files files) {}

    /// The files of a line.
    ///
    /// @param action address that takes another version
    /// @param form what was typed beside a file, with what is wrong
    public record Files(
            List<Kept> versions, String action, Sent form, FileInspection.Limit limit) {}

    /// @param href address of the bytes; null once withdrawn
    /// @param words « PDF, version 2 du 3 mars 2024 »
    /// @param withdraw address that takes it out of view; null once it is
    public record Kept(
            @Nullable String href,
            String name,
            String words,
            String added,
            @Nullable String withdrawn,
            @Nullable String withdraw) {}
}
