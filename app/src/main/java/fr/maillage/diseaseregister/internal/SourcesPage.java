package fr.maillage.diseaseregister.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who reports cases, and what the register knows of what they have.
public record SourcesPage(
        String href,
        String title,
        List<Integer> years,
        List<Row> rows,
        @Nullable Row whole,
        String bySeveral,
        FormView add,
        @Nullable FormView expect) {

    public record Row(String name, String kind, List<Cell> cells) {}

    /// @param words « 12 sur 14 », « 3 » when nothing is expected
    /// @param share « 86 % »; empty without an expected number
    /// @param low known is well under expected
    public record Cell(String words, String share, boolean low) {}
}
