package fr.maillage.diseaseregister.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A person in a register.
///
/// @param incidentOn the day that makes the case
/// @param livedIn commune at the inclusion, `livesIn` today; null when unknown
/// @param sources of those that reported it
/// @param ended follow-up ended otherwise than by death, with `endedWhy`
/// @param version of the line, against lost updates
record Case(
        UUID id,
        int number,
        UUID patient,
        String name,
        String sex,
        @Nullable LocalDate born,
        @Nullable LocalDate died,
        LocalDate incidentOn,
        LocalDate includedOn,
        @Nullable String livedIn,
        @Nullable String livesIn,
        LocalDate informedOn,
        String informedHow,
        String informedWho,
        Map<String, Answer> answers,
        List<FollowUp> followUps,
        List<UUID> sources,
        @Nullable LocalDate ended,
        @Nullable Ending endedWhy,
        int version) {

    /// @param value canonical, see [Field#read]
    /// @param fromFile taken from the file as it was
    record Answer(String value, boolean fromFile) {}

    record FollowUp(UUID id, int rank, LocalDate on, Map<String, Answer> answers, int version) {}

    enum Ending {
        PERDU_DE_VUE("Perdue de vue"),
        PARTI("Partie de la région"),
        GUERI("N’est plus un cas (guérison, fin de la maladie)");

        final String label;

        Ending(String label) {
            this.label = label;
        }
    }

    /// A follow-up that was not made.
    ///
    /// @param late past the tolerance
    record Due(int rank, LocalDate on, boolean late) {}

    /// Follow-ups due on `today` and not made, the oldest first; none after the person died or the
    /// follow-up ended.
    List<Due> due(Definition definition, LocalDate today) {
        var head = definition.head();
        // what was due before somebody died or left can no longer be made
        if (head.everyMonths() == 0 || over().filter(day -> !day.isAfter(today)).isPresent())
            return List.of();
        var made = followUps.stream().map(FollowUp::rank).collect(Collectors.toSet());
        var due = new ArrayList<Due>();
        for (int rank = 1; !definition.due(includedOn, rank).isAfter(today); rank++) {
            var on = definition.due(includedOn, rank);
            if (!made.contains(rank))
                due.add(new Due(rank, on, on.plusDays(head.toleranceDays()).isBefore(today)));
        }
        return due;
    }

    /// The next one, when none is due.
    Optional<LocalDate> next(Definition definition, LocalDate today) {
        if (definition.head().everyMonths() == 0 || over().isPresent()) return Optional.empty();
        int rank = 1;
        while (!definition.due(includedOn, rank).isAfter(today)) rank++;
        return Optional.of(definition.due(includedOn, rank));
    }

    /// The day nothing more is followed.
    Optional<LocalDate> over() {
        return died != null ? Optional.of(died) : Optional.ofNullable(ended);
    }

    /// Whether the person is a case living on `day`.
    boolean present(LocalDate day) {
        return !incidentOn.isAfter(day)
                && (died == null || died.isAfter(day))
                && (ended == null || ended.isAfter(day));
    }

    /// Age in whole years on the day that makes the case; empty without a birth date.
    Optional<Integer> ageAtOnset() {
        return born == null || born.isAfter(incidentOn)
                ? Optional.empty()
                : Optional.of(born.until(incidentOn).getYears());
    }
}
