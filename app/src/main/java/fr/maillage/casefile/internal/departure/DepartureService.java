package fr.maillage.casefile.internal.departure;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.CaseloadHandedOver;
import fr.maillage.network.Departures;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prepares and does the hand-over of a caseload. Refuses by [FormRefused]; nothing is handed over
/// while one person has no successor.
@Service
@Transactional
class DepartureService {

    private final JdbcClient sql;
    private final Networks networks;
    private final Departures departures;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DepartureService(
            JdbcClient sql,
            Networks networks,
            Departures departures,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.departures = departures;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Keeps what is chosen so far. Successors may still be missing; those named must be possible.
    void prepare(UUID member, DepartureForm form) {
        var lastDay = lastDay(form);
        var persons = persons(member);
        var chosen = chosen(persons, form);
        check(member, lastDay, chosen, form);
        var notes = form.notes();
        FormRefused.unless(form.errors());
        keep(member, lastDay, chosen, notes, form);
    }

    /// Hands everything over, in one act.
    void handOver(UUID member, DepartureForm form) {
        var lastDay = lastDay(form);
        var persons = persons(member);
        var chosen = chosen(persons, form);
        persons.forEach(person -> {
            if (!chosen.containsKey(person.patient()))
                form.errors().add("to-" + person.patient(), DepartureText.NO_SUCCESSOR);
        });
        if (form.member("rest").isEmpty()) form.errors().add("rest", DepartureText.NO_REST);
        check(member, lastDay, chosen, form);
        var notes = form.notes();
        if (form.errors().none() && departures.lastHead(member, lastDay))
            form.errors().add("lastDay", DepartureText.LAST_HEAD);
        FormRefused.unless(form.errors());
        var id = keep(member, lastDay, chosen, notes, form);
        var rest = form.member("rest").orElseThrow();
        move(member, chosen);
        partners(member, rest);
        events.publishEvent(
                new CaseloadHandedOver(
                        member,
                        chosen.entrySet().stream()
                                .map(e -> new CaseloadHandedOver.Part(e.getKey(), e.getValue()))
                                .toList(),
                        rest));
        departures.leaves(member, lastDay);
        sql.sql("update casefile.departure set done_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /// The successor has read the list and its note.
    void acknowledge(UUID departure) {
        var n =
                sql.sql(
                                "update casefile.departure_note set acknowledged_at = :now where"
                                        + " departure_id = :id and to_member = :me and acknowledged_at"
                                        + " is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", departure)
                        .param("me", SignedIn.current().member())
                        .update();
        if (n == 0) throw new NotFound("départ", departure);
    }

    private LocalDate lastDay(DepartureForm form) {
        var today = LocalDate.now(clock);
        var day = form.lastDay();
        if (day == null || day.isBefore(today)) {
            form.errors().add("lastDay", DepartureText.LAST_DAY);
            return today;
        }
        return day;
    }

    private record Person(UUID patient, @Nullable String commune) {}

    private List<Person> persons(UUID member) {
        return sql.sql(
                        "select patient_id, commune_code from casefile.support where coordinator_id"
                                + " = :member and status <> 'CLOS' order by id for update")
                .param("member", member)
                .query((row, _) ->
                        new Person(
                                row.getObject("patient_id", UUID.class),
                                row.getString("commune_code")))
                .list();
    }

    /// The successor of each person: their own choice, else their commune's, else everybody's.
    private static Map<UUID, UUID> chosen(List<Person> persons, DepartureForm form) {
        var chosen = new LinkedHashMap<UUID, UUID>();
        for (var person : persons)
            form.member("to-" + person.patient())
                    .or(() -> form.member("par-" + person.commune()))
                    .or(() -> form.member("tous"))
                    .ifPresent(to -> chosen.put(person.patient(), to));
        return chosen;
    }

    private void check(UUID member, LocalDate lastDay, Map<UUID, UUID> chosen, DepartureForm form) {
        var after = lastDay.plusDays(1);
        var there =
                networks.coordinators(after).stream()
                        .map(Networks.Member::id)
                        .collect(Collectors.toSet());
        var wrong = new HashMap<UUID, Optional<String>>();
        chosen.forEach((patient, to) ->
                wrong.computeIfAbsent(
                                to,
                                id ->
                                        Optional.ofNullable(
                                                wrong(member, id, there.contains(id), after)))
                        .ifPresent(sentence -> form.errors().add("to-" + patient, sentence)));
        form.member("rest")
                .ifPresent(to -> {
                    var team = networks.team(after).stream().anyMatch(m -> m.id().equals(to));
                    var sentence = wrong(member, to, team, after);
                    if (sentence != null) form.errors().add("rest", sentence);
                });
    }

    private @Nullable String wrong(UUID member, UUID to, boolean there, LocalDate day) {
        if (to.equals(member)) return DepartureText.SUCCESSOR_SELF;
        if (!there) return DepartureText.SUCCESSOR_LEFT;
        return departures.away(to, day) || departures.away(to, LocalDate.now(clock))
                ? DepartureText.SUCCESSOR_AWAY
                : null;
    }

    private UUID keep(
            UUID member,
            LocalDate lastDay,
            Map<UUID, UUID> chosen,
            Map<UUID, String> notes,
            DepartureForm form) {
        networks.member(member); // not there, or not theirs
        var id =
                sql.sql(
                                """
                                insert into casefile.departure (id, member_id, last_day, rest_to, prepared_by, prepared_at)
                                values (:id, :member, :day, :rest, :by, :now)
                                on conflict (network_id, member_id) where done_at is null do update
                                   set last_day = excluded.last_day, rest_to = excluded.rest_to, prepared_by = excluded.prepared_by,
                                       prepared_at = excluded.prepared_at, version = departure.version + 1
                                returning id
                                """)
                        .param("id", Ids.next())
                        .param("member", member)
                        .param("day", lastDay)
                        .param("rest", form.member("rest").orElse(null), Types.OTHER)
                        .param("by", SignedIn.current().displayName())
                        .param("now", Timestamp.from(clock.instant()))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .single();
        sql.sql("delete from casefile.departure_file where departure_id = :id")
                .param("id", id)
                .update();
        sql.sql("delete from casefile.departure_note where departure_id = :id")
                .param("id", id)
                .update();
        sql.sql(
                        """
                        insert into casefile.departure_file (departure_id, patient_id, to_member)
                        select :id, f.patient, f.successor from unnest(cast(:patients as uuid[]), cast(:successors as uuid[])) as f(patient, successor)
                        """)
                .param("id", id)
                .param("patients", chosen.keySet().toArray(UUID[]::new))
                .param("successors", chosen.values().toArray(UUID[]::new))
                .update();
        chosen.values().stream()
                .distinct()
                .forEach(to ->
                        sql.sql(
                                        "insert into casefile.departure_note (departure_id,"
                                                + " to_member, note) values (:id, :to, :note)")
                                .param("id", id)
                                .param("to", to)
                                .param("note", notes.get(to))
                                .update());
        return id;
    }

    /// A binôme who becomes the référent is no binôme any more; where the one who leaves was the
    /// binôme, it is whoever receives the rest, when they coordinate.
    private void partners(UUID member, UUID rest) {
        var today = LocalDate.now(clock);
        sql.sql(
                        """
                        update casefile.support_team t set until = :today from casefile.support s
                         where s.network_id = t.network_id and s.id = t.support_id and t.until is null and t.coordinator_id = s.coordinator_id
                        """)
                .param("today", today)
                .update();
        sql.sql(
                        """
                        with ended as (
                          update casefile.support_team t set until = :today
                           where t.coordinator_id = :member and t.until is null
                          returning t.support_id, t.unit_id, t.kind)
                        insert into casefile.support_team (support_id, unit_id, coordinator_id, kind, since, why, added_by)
                        select e.support_id, e.unit_id, :rest, e.kind, :today, :why, :by
                          from ended e join casefile.support s on s.id = e.support_id
                         where s.status <> 'CLOS' and s.coordinator_id <> :rest and :coordinates
                           and not exists (select 1 from casefile.support_team o where o.support_id = e.support_id and o.coordinator_id = :rest and o.until is null)
                        """)
                .param("today", today)
                .param("member", member)
                .param("rest", rest)
                .param("why", DepartureText.TAKEN_OVER)
                .param("by", SignedIn.current().displayName())
                .param(
                        "coordinates",
                        networks.coordinators(today).stream().anyMatch(m -> m.id().equals(rest)))
                .update();
    }

    private void move(UUID member, Map<UUID, UUID> chosen) {
        var before = networks.member(member).name();
        var names = new HashMap<UUID, String>();
        sql.sql(
                        """
                        update casefile.support s set coordinator_id = f.successor, version = version + 1
                          from unnest(cast(:patients as uuid[]), cast(:successors as uuid[])) as f(patient, successor)
                         where s.patient_id = f.patient and s.coordinator_id = :from and s.status <> 'CLOS'
                        """)
                .param("patients", chosen.keySet().toArray(UUID[]::new))
                .param("successors", chosen.values().toArray(UUID[]::new))
                .param("from", member)
                .update();
        chosen.forEach((patient, to) -> {
            timeline.add(
                    new PatientId(patient),
                    Timeline.Kind.CERCLE,
                    DepartureText.newReferent(
                            names.computeIfAbsent(to, id -> networks.member(id).name()), before),
                    null,
                    "/dossiers/" + patient + "/cercle",
                    false);
            trail.wrote(Action.UPDATE, new PatientId(patient), "CERCLE", null);
        });
        sql.sql(
                        """
                        update casefile.entitlement e set followed_by = s.coordinator_id
                          from casefile.support s
                         where s.network_id = e.network_id and s.patient_id = e.patient_id and s.status <> 'CLOS'
                           and e.followed_by = :from and e.closed_on is null
                        """)
                .param("from", member)
                .update();
    }
}
