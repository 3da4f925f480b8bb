package fr.maillage.directory.internal.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days as the national files write them: `2019-03-31` today, `31/03/2019` in older ones.
final class Days {

    private Days() {}

    /// As the database reads it; null when it is none.
    static @Nullable String of(String written) {
        try {
            if (written.matches("\\d{4}-\\d{2}-\\d{2}")) return LocalDate.parse(written).toString();
            if (written.matches("\\d{2}/\\d{2}/\\d{4}"))
                return LocalDate.of(
                                Integer.parseInt(written.substring(6)),
                                Integer.parseInt(written.substring(3, 5)),
                                Integer.parseInt(written.substring(0, 2)))
                        .toString();
            return null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
