package fr.maillage.agenda.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A day on paper: one sheet a member, with addresses and telephone numbers.
public record SheetPage(String title, String agenda, List<Sheet> sheets) {

    public record Sheet(String who, List<Row> rows) {}

    /// @param address street, then town
    /// @param advice an interpreter, lives alone
    public record Row(
            String hours,
            String what,
            @Nullable String person,
            List<String> address,
            List<String> phones,
            String detail,
            @Nullable String advice) {}
}
