package fr.maillage.agenda.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Calendars;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Hours of the team, and many visits at once.
@Service
@Transactional
class CalendarService implements Calendars {

    private final JdbcClient sql;
    private final HoursBook hours;
    private final CaseFiles files;
    private final Trail trail;

    CalendarService(JdbcClient sql, HoursBook hours, CaseFiles files, Trail trail) {
        this.sql = sql;
        this.hours = hours;
        this.files = files;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Map<LocalDate, List<Stretch>>> worked(
            Collection<UUID> members, LocalDate from, LocalDate until) {
        var all = new HashMap<UUID, Map<LocalDate, List<Stretch>>>();
        hours.of(members)
                .forEach((member, week) -> {
                    var days = new TreeMap<LocalDate, List<Stretch>>();
                    from.datesUntil(until.plusDays(1))
                            .forEach(day -> {
                                var stretches =
                                        week.on(day).stream()
                                                .map(s ->
                                                        new Stretch(
                                                                at(day, s.opens()),
                                                                at(day, s.closes())))
                                                .toList();
                                if (!stretches.isEmpty()) days.put(day, stretches);
                            });
                    all.put(member, days);
                });
        return all;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, FrenchDates.PARIS).toInstant();
    }

    @Override
    public Set<UUID> visits(List<NewVisit> visits) {
        if (visits.isEmpty()) return Set.of();
        var open =
                files.opening(
                        visits.stream().map(NewVisit::patient).distinct().toList(), Part.CONTACTS);
        var made = visits.stream().filter(v -> open.containsKey(v.patient())).toList();
        if (made.isEmpty()) return Set.of();
        sql.sql(
                        """
                        insert into agenda.appointment (id, kind, patient_id, member_id, starts_at, ends_at, title, commune_name, created_by)
                        select v.id, 'VISITE', v.patient, v.member, v.s, v.e, nullif(v.title, ''), nullif(v.place, ''), :by
                          from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), cast(:members as uuid[]), cast(:starts as timestamptz[]),
                                      cast(:ends as timestamptz[]), :titles, :places) v(id, patient, member, s, e, title, place)
                        """)
                .param("by", SignedIn.current().displayName())
                .param("ids", SqlArrays.of(made.stream().map(NewVisit::id).toList()))
                .param(
                        "patients",
                        SqlArrays.of(made.stream().map(v -> v.patient().value()).toList()))
                .param("members", SqlArrays.of(made.stream().map(NewVisit::member).toList()))
                .param("starts", SqlArrays.ofInstants(made.stream().map(NewVisit::start).toList()))
                .param("ends", SqlArrays.ofInstants(made.stream().map(NewVisit::end).toList()))
                .param(
                        "titles",
                        made.stream()
                                .map(v -> v.title() == null ? "" : v.title())
                                .toArray(String[]::new))
                .param(
                        "places",
                        made.stream()
                                .map(v -> v.place() == null ? "" : v.place())
                                .toArray(String[]::new))
                .update();
        trail.wrote(
                Trail.Action.CREATE,
                "RENDEZ-VOUS",
                made.stream().collect(Collectors.toMap(NewVisit::id, NewVisit::patient)));
        return made.stream().map(NewVisit::id).collect(Collectors.toSet());
    }
}
