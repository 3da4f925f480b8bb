package fr.maillage.agenda;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The calendars of the team, as the module that plans rounds asks about them. Who is taken when is
/// the view `agenda.busy`.
public interface Calendars {

    /// The hours of each of these members from one day to another, both included; a day without
    /// hours (weekend, holiday) is not in it.
    Map<UUID, Map<LocalDate, List<Stretch>>> worked(
            Collection<UUID> members, LocalDate from, LocalDate until);

    /// Puts visits into the agenda, each in the file of its person, whatever else is there. Answers
    /// those made: one whose file does not open to who is signed in is not.
    Set<UUID> visits(List<NewVisit> visits);

    /// From when to when.
    record Stretch(Instant start, Instant end) {}

    /// @param id of the appointment it becomes
    record NewVisit(
            UUID id,
            PatientId patient,
            UUID member,
            Instant start,
            Instant end,
            @Nullable String title,
            @Nullable String place) {
        @Override
        public String toString() {
            return "NewVisit[" + id + "]";
        }
    }
}
