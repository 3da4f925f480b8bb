package fr.maillage.diseaseregister.internal;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What went out of a register, and what may.
///
/// @param prepare null for who may not give anything out
/// @param columns documentation of the lines: heads, then each column
public record ExtractsPage(
        String href,
        String title,
        List<Row> rows,
        @Nullable FormView prepare,
        List<String> words,
        List<String> heads,
        List<List<String>> columns) {

    /// @param csv null when there is none
    public record Row(
            String kind,
            String recipient,
            String purpose,
            String ground,
            String asked,
            @Nullable String xlsx,
            @Nullable String csv,
            List<Taken> takings) {}

    public record Taken(String when, String what, String print) {}
}
