package fr.maillage.steering.internal.national;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of the follow-up of the guide, in words.
public final class NationalPage {

    private NationalPage() {}

    /// Every region, for the national level.
    ///
    /// @param heads columns, as the values of a row
    /// @param total of the regions that published
    public record Country(String said, List<String> heads, List<Row> rows, List<String> total) {}

    /// @param asOf « au 2 juin 2026 », or « n’a rien publié »
    public record Row(String href, String region, String asOf, List<String> values) {}

    /// One region.
    ///
    /// @param now counted today, for its agency; else what was published last
    /// @param published days it published of
    /// @param regions of the agency, when it has several
    public record Region(
            String code,
            String label,
            String asOf,
            boolean now,
            List<Group> groups,
            @Nullable String words,
            List<String> published,
            Map<String, String> regions,
            String typed,
            @Nullable String why) {}

    public record Group(String label, String source, List<Line> lines) {}

    /// @param share "" when it is no part of anything
    public record Line(String label, String value, String among, String share, boolean unknown) {}
}
