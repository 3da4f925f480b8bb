package fr.maillage.planning.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.planning.internal.solver.Block;
import fr.maillage.planning.internal.solver.Shift;
import fr.maillage.planning.internal.solver.Visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The problem of a proposal at this very moment: days without what it proposes itself, and its
/// visits.
///
/// @param days of work, with what the agenda holds
/// @param visits every visit that is not in the agenda yet, pinned or not, by identifier
record Problem(Proposal proposal, List<Shift> days, Map<UUID, Visit> visits, List<StopRow> stops) {

    /// What the solver places: neither pinned nor without a point.
    List<Visit> free() {
        return stops.stream()
                .filter(s -> s.appointment() == null && !s.pinned())
                .map(s -> visit(s.id()))
                .filter(v -> v.place() >= 0)
                .toList();
    }

    Visit visit(UUID stop) {
        return Objects.requireNonNull(visits.get(stop));
    }

    /// Days of work with the pinned visits on them.
    List<Shift> pinnedDays() {
        return days.stream()
                .map(d -> d.with(blocks(d, stops.stream().filter(StopRow::pinned).toList())))
                .toList();
    }

    /// A day of work with these visits on it.
    Optional<Shift> day(UUID member, LocalDate day, List<StopRow> others) {
        return days.stream()
                .filter(d -> d.member().equals(member) && d.day().equals(day))
                .findFirst()
                .map(d -> d.with(blocks(d, others)));
    }

    private List<Block> blocks(Shift day, List<StopRow> stops) {
        return stops.stream()
                .filter(s -> s.appointment() == null && day.member().equals(s.member()))
                .filter(s -> day(Objects.requireNonNull(s.start())).equals(day.day()))
                .map(s -> {
                    var from = minute(Objects.requireNonNull(s.start()));
                    var place = visit(s.id()).place();
                    return new Block(place < 0 ? day.base() : place, from, from + s.minutes());
                })
                .toList();
    }

    static LocalDate day(Instant at) {
        return at.atZone(FrenchDates.PARIS).toLocalDate();
    }

    static long minute(Instant at) {
        return at.getEpochSecond() / 60;
    }

    static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
