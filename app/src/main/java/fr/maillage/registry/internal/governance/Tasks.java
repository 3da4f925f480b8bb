package fr.maillage.registry.internal.governance;

import fr.maillage.registry.internal.governance.BodyPage.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was decided, or follows from the watch, with where it stands.
final class Tasks {

    private Tasks() {}

    /// Of a row with `words`, `owner`, `due_on`, `done_on`, `done_words`.
    ///
    /// @param edit address of its form; null for those who may not
    static Task task(
            ResultSet row, String from, String href, @Nullable String edit, LocalDate today)
            throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var done = row.getObject("done_on", LocalDate.class);
        var how = row.getString("done_words");
        var late = due != null && done == null && due.isBefore(today);
        return new Task(
                row.getString("words"),
                Objects.requireNonNullElse(row.getString("owner"), ""),
                done != null
                        ? BodyText.done(done) + (how == null ? "" : "\u00A0: " + how)
                        : due == null ? "" : late ? BodyText.late(due) : BodyText.due(due),
                done != null ? "is-done" : late ? "is-late" : due == null ? "" : "is-due",
                from,
                href,
                edit);
    }
}
