package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.agenda.Visits;
import fr.maillage.casefile.StayFollowUps;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done about a stay: what became of the plan made available to the hospital, the visit
/// after the return.
@Service
@Transactional
class StayDeeds implements StayFollowUps {

    /// Hours of a visit, those that leave time to arrive and to eat first.
    private static final List<Integer> HOURS = List.of(10, 11, 13, 14, 15, 16, 9);

    private static final int FORTNIGHT = 14;

    private final JdbcClient sql;
    private final PlanLetters letters;
    private final Visits visits;
    private final Networks networks;
    private final Clock clock;

    StayDeeds(JdbcClient sql, PlanLetters letters, Visits visits, Networks networks, Clock clock) {
        this.sql = sql;
        this.letters = letters;
        this.visits = visits;
        this.networks = networks;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, FollowUp> of(PatientId patient, Collection<Days> stays) {
        if (stays.isEmpty()) return Map.of();
        var today = today();
        var plans = letters.of(patient, stays);
        var meetings = meetings(patient);
        var found = new HashMap<UUID, FollowUp>();
        for (var stay : stays) {
            var plan = plans.getOrDefault(stay.stay(), PlanLetters.Standing.NOTHING);
            found.put(
                    stay.stay(),
                    stay.dischargedOn() == null
                            ? new FollowUp(
                                    plan.words(), plan.why(), plan.maySend(), null, "", false)
                            : visit(stay.dischargedOn(), plan.words(), meetings));
        }
        return found;
    }

    /// An appointment with the person: kept, or still to come.
    private record Meeting(Instant at, boolean kept) {}

    private List<Meeting> meetings(PatientId patient) {
        return sql.sql(
                        """
                        select starts_at, true as kept from agenda.kept where patient_id = :patient and kind = 'VISITE'
                        union all
                        select starts_at, false from agenda.to_come where patient_id = :patient and kind = 'VISITE'
                        order by starts_at
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Meeting(
                                row.getTimestamp("starts_at").toInstant(), row.getBoolean("kept")))
                .list();
    }

    private FollowUp visit(LocalDate home, @Nullable String plan, List<Meeting> meetings) {
        var today = today();
        var due = due(home);
        for (var kept : List.of(true, false))
            for (var meeting : meetings) {
                var day = day(meeting.at());
                if (meeting.kept() != kept || day.isBefore(home)) continue;
                if (kept)
                    return new FollowUp(
                            plan,
                            null,
                            false,
                            HospitalText.kept(day, due, today),
                            "is-done",
                            false);
                var at = LocalDateTime.ofInstant(meeting.at(), FrenchDates.PARIS);
                return new FollowUp(
                        plan,
                        null,
                        false,
                        HospitalText.planned(at, today),
                        day.isAfter(due) ? "is-late" : "is-due",
                        false);
            }
        // an old return is no longer followed by this visit
        if (due.isBefore(today.minusDays(30)))
            return new FollowUp(plan, null, false, null, "", false);
        return new FollowUp(
                plan,
                null,
                false,
                HospitalText.due(due, today),
                due.isBefore(today) ? "is-late" : "is-due",
                true);
    }

    private LocalDate due(LocalDate home) {
        var hours = networks.setting(Setting.DISCHARGE_VISIT_HOURS, null);
        return home.plusDays((hours + 23) / 24);
    }

    /// Puts the visit after the return into the agenda of who is signed in: at a free hour of a
    /// working day, within the delay when there is one, else as soon as can be. Throws
    /// [FormRefused] before the return, or when a visit is there.
    void visit(PatientId patient, UUID stay) {
        var home =
                home(patient, stay)
                        .orElseThrow(() -> FormRefused.because("visite", HospitalText.STILL_THERE));
        if (meetings(patient).stream().anyMatch(m -> !day(m.at()).isBefore(home)))
            throw FormRefused.because("visite", HospitalText.VISIT_THERE);
        visits.plan(patient, free(due(home)));
    }

    /// The day the visit is put on: the last working day up to `due`, today being too late for it;
    /// after that, the next working day.
    ///
    /// @param away days on which who visits is on leave, which are none of these
    static LocalDate dayOf(LocalDate due, LocalDate today, Set<LocalDate> away) {
        for (var day = due; day.isAfter(today); day = day.minusDays(1))
            if (WorkingDays.FRANCE.isWorkingDay(day) && !away.contains(day)) return day;
        var day = WorkingDays.FRANCE.plus(today, 1);
        while (away.contains(day)) day = WorkingDays.FRANCE.plus(day, 1);
        return day;
    }

    /// The first free hour of that day, else of the working days after it; a fortnight without any
    /// is said by putting the visit at nine of that day, whatever else is there.
    private Instant free(LocalDate due) {
        var away = away();
        var day = dayOf(due, today(), away);
        var until = day.plusDays(FORTNIGHT);
        var taken = new HashSet<Instant>();
        sql.sql(
                        """
                        select starts_at, ends_at from agenda.busy where member_id = :member and starts_at < :end and ends_at > :start
                        """)
                .param("member", SignedIn.current().member())
                .param("start", Timestamp.from(at(day, 0)))
                .param("end", Timestamp.from(at(until, 0)))
                .query(row -> {
                    var start = row.getTimestamp("starts_at").toInstant();
                    var end = row.getTimestamp("ends_at").toInstant();
                    for (var one = day; one.isBefore(until); one = one.plusDays(1))
                        for (var hour : HOURS)
                            if (start.isBefore(at(one, hour + 1)) && end.isAfter(at(one, hour)))
                                taken.add(at(one, hour));
                });
        for (var one = day; one.isBefore(until); one = one.plusDays(1)) {
            if (!WorkingDays.FRANCE.isWorkingDay(one) || away.contains(one)) continue;
            for (var hour : HOURS) if (!taken.contains(at(one, hour))) return at(one, hour);
        }
        return at(day, HOURS.getLast());
    }

    /// Days of leave of who is signed in, from today on.
    private Set<LocalDate> away() {
        var days = new HashSet<LocalDate>();
        sql.sql(
                        """
                        select day::date as day from network.absence a cross join lateral generate_series(greatest(a.since, :today), a.until, interval '1 day') as day
                         where a.member_id = :member and a.until >= :today
                        """)
                .param("member", SignedIn.current().member())
                .param("today", today())
                .query(row -> {
                    days.add(row.getObject("day", LocalDate.class));
                });
        return days;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(FrenchDates.PARIS).toInstant();
    }

    /// The day of the return; empty before it. Throws `NotFound`.
    private Optional<LocalDate> home(PatientId patient, UUID stay) {
        return sql.sql(
                        "select discharged_on from casefile.hospital_stay where id = :id and patient_id = :patient")
                .param("id", stay)
                .param("patient", patient.value())
                .query((row, _) ->
                        Optional.ofNullable(row.getObject("discharged_on", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("séjour", stay));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
