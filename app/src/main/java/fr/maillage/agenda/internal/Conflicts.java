package fr.maillage.agenda.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What stands against an appointment: somebody of the team, a person, a room or a vehicle is
/// taken; somebody is away, or does not work then. It warns; who makes the appointment decides.
@Component
class Conflicts {

    private final JdbcClient sql;
    private final HoursBook hours;
    private final Networks networks;
    private final Clock clock;

    Conflicts(JdbcClient sql, HoursBook hours, Networks networks, Clock clock) {
        this.sql = sql;
        this.hours = hours;
        this.networks = networks;
        this.clock = clock;
    }

    /// The sentences, in the order of the days, at most thirteen; empty when nothing stands against
    /// it.
    ///
    /// @param own appointments that do not count: those being moved
    List<String> of(Wanted wanted, Collection<UUID> own) {
        if (wanted.spans().isEmpty()) return List.of();
        var all = new ArrayList<>(taken(wanted, own));
        all.addAll(notWorked(wanted));
        return List.copyOf(all);
    }

    private List<String> taken(Wanted wanted, Collection<UUID> own) {
        var several = wanted.spans().size() > 1;
        return sql.sql(
                        """
                        with wanted as (
                          select s, e from unnest(cast(:starts as timestamptz[]), cast(:ends as timestamptz[])) w(s, e)),
                        taken as (
                          select w.s, a.network_id, a.id, a.kind, a.patient_id, a.starts_at, a.ends_at
                            from wanted w join agenda.appointment a
                              on a.starts_at < w.e and a.ends_at > w.s and a.starts_at > w.s - interval '1 day'
                           where (a.outcome is null or a.outcome = 'HONORE') and not a.id = any (cast(:own as uuid[])))
                        select t.s, 'MEMBRE' as what, m.given_name || ' ' || upper(m.family_name) as who, t.kind, t.starts_at, t.ends_at
                          from taken t join agenda.engaged e on e.network_id = t.network_id and e.appointment_id = t.id
                          join network.team_member m on m.network_id = e.network_id and m.id = e.member_id
                         where e.member_id = any (cast(:members as uuid[]))
                        union
                        select t.s, 'PERSONNE', i.display_name, t.kind, t.starts_at, t.ends_at
                          from taken t join patient.identity i on i.network_id = t.network_id and i.id = t.patient_id
                         where t.patient_id = any (cast(:patients as uuid[]))
                        union
                        select t.s, 'RESSOURCE', r.name, t.kind, t.starts_at, t.ends_at
                          from taken t join agenda.booking b on b.network_id = t.network_id and b.appointment_id = t.id
                          join agenda.resource r on r.network_id = b.network_id and r.id = b.resource_id
                         where b.resource_id = any (cast(:resources as uuid[]))
                        union
                        select w.s, 'ABSENCE', r.member_name, null, null, null
                          from wanted w join network.replacement r
                            on (w.s at time zone 'Europe/Paris')::date between r.since and r.until
                         where r.member_id = any (cast(:members as uuid[]))
                         order by 1, 2, 3 limit 13
                        """)
                .param(
                        "starts",
                        SqlArrays.ofInstants(wanted.spans().stream().map(Span::start).toList()))
                .param(
                        "ends",
                        SqlArrays.ofInstants(wanted.spans().stream().map(Span::end).toList()))
                .param("own", SqlArrays.of(own))
                .param("members", SqlArrays.of(wanted.members()))
                .param("patients", SqlArrays.of(wanted.patients()))
                .param("resources", SqlArrays.of(wanted.resources()))
                .query((row, _) -> {
                    var on =
                            several
                                    ? FrenchDates.shortDay(
                                            LocalDate.ofInstant(
                                                    row.getTimestamp("s").toInstant(),
                                                    FrenchDates.PARIS))
                                    : "";
                    if (row.getString("kind") == null)
                        return AgendaText.away(on, row.getString("who"));
                    var span =
                            new Span(
                                    row.getTimestamp("starts_at").toInstant(),
                                    row.getTimestamp("ends_at").toInstant());
                    return AgendaText.taken(
                            on,
                            row.getString("who"),
                            Kind.valueOf(row.getString("kind")).label,
                            span.hours());
                })
                .list();
    }

    private List<String> notWorked(Wanted wanted) {
        var byMember = hours.of(wanted.members());
        var outside =
                wanted.spans().stream()
                        .filter(s ->
                                wanted.members().stream().anyMatch(m -> !works(byMember, m, s)))
                        .toList();
        if (outside.isEmpty()) return List.of();
        var first = outside.getFirst();
        var holiday = WorkingDays.FRANCE.holidays(first.day().getYear()).get(first.day());
        if (holiday != null) return List.of(AgendaText.holiday(first.day(), holiday));
        var names =
                networks.team(LocalDate.now(clock)).stream()
                        .filter(m -> wanted.members().contains(m.id()))
                        .filter(m -> !works(byMember, m.id(), first))
                        .map(Networks.Member::name)
                        .collect(Collectors.joining(", "));
        return List.of(AgendaText.outside(first.day(), names, outside.size()));
    }

    private static boolean works(Map<UUID, WorkingHours> hours, UUID member, Span span) {
        return hours.getOrDefault(member, WorkingHours.BY_DEFAULT).holds(span);
    }
}
