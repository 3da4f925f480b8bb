package fr.maillage.followup;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Tasks of the team, as other modules make them.
public interface Tasks {

    /// Makes a task about a person; returns its id. Joins the caller's transaction. Throws
    /// `NotFound` when the file does not open to who is signed in.
    ///
    /// @param assignee member of the team; null: whoever takes it
    UUID create(PatientId patient, String title, LocalDate dueOn, @Nullable UUID assignee);

    /// As [#create], in a file the caller opened: what the act of somebody leaves for the team,
    /// when their own part of the file has no tasks. `title` says nothing of health.
    UUID follow(PatientId patient, String title, LocalDate dueOn, @Nullable UUID assignee);

    /// Makes a task about nobody, which the application itself asks for: nothing says on whose act.
    /// Returns its id. Joins the caller's transaction.
    UUID remind(String title, LocalDate dueOn, @Nullable UUID assignee);

    /// The task is over; `outcome` in words. Does nothing to one already done. Throws `NotFound`.
    void done(UUID task, String outcome);

    /// Puts a task that is still to do off to another day. Throws `NotFound`.
    void postpone(UUID task, LocalDate day);

    /// What became of tasks already done, in words, by id; those still to do are not in it. The
    /// caller opened the files.
    Map<UUID, String> outcomes(Collection<UUID> tasks);
}
