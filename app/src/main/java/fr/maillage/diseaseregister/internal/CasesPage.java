package fr.maillage.diseaseregister.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons of a register, one list at a time.
///
/// @param truncated how many more there are than are shown
public record CasesPage(
        String href, String title, List<Tab> tabs, String empty, List<Row> rows, int truncated) {

    public record Tab(String href, String label, int count, boolean current) {}

    /// @param state in words, `tone` of its mark
    /// @param detail what is wrong, or who it may be the same as
    public record Row(
            String href,
            String name,
            @Nullable String born,
            String number,
            String since,
            String state,
            String tone,
            String icon,
            List<String> detail) {}
}
