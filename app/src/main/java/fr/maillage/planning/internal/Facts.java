package fr.maillage.planning.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.planning.internal.solver.Block;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who is taken, away, in hospital or elsewhere, and whose sector is which commune. One statement
/// each.
@Component
class Facts {

    private final JdbcClient sql;

    Facts(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param commune of a visit; null for what is in the office
    record Busy(UUID member, @Nullable String commune, Instant start, Instant end) {}

    /// Appointments and permanences of these members.
    List<Busy> busy(Collection<UUID> members, LocalDate first, LocalDate last) {
        return sql.sql(
                        """
                        select b.member_id, case when b.kind = 'VISITE' then i.commune_code end as commune, b.starts_at, b.ends_at
                          from agenda.busy b left join patient.identity i on i.network_id = b.network_id and i.id = b.patient_id
                         where b.member_id = any (:members) and b.starts_at < :until and b.ends_at > :from
                         order by b.starts_at, b.id
                        """)
                .param("members", members.toArray(UUID[]::new))
                .param("from", from(first))
                .param("until", from(last.plusDays(1)))
                .query((row, _) ->
                        new Busy(
                                row.getObject("member_id", UUID.class),
                                row.getString("commune"),
                                row.getTimestamp("starts_at").toInstant(),
                                row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    /// Days of leave, and days before the first or after the last of the team.
    Map<UUID, Set<LocalDate>> away(Collection<UUID> members, LocalDate first, LocalDate last) {
        return days(
                sql.sql(
                        """
                        select m.id as who, d.day from network.team_member m
                         cross join (select cast(g as date) as day from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 day') g) d
                         where m.id = any (:who)
                           and (d.day < m.since or d.day > m.until
                                or exists (select 1 from network.replacement r where r.network_id = m.network_id and r.member_id = m.id
                                              and d.day between r.since and r.until))
                        """),
                members,
                first,
                last);
    }

    /// Days these persons are in hospital (until the expected return, else for good) or their file
    /// is in pause. The day of the return itself is one at home.
    Map<UUID, Set<LocalDate>> notAtHome(
            Collection<UUID> patients, LocalDate first, LocalDate last) {
        return days(
                sql.sql(
                        """
                        select p.who, d.day from unnest(:who) p(who)
                         cross join (select cast(g as date) as day from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 day') g) d
                         where exists (select 1 from casefile.hospital_stay h where h.patient_id = p.who and h.admitted_on <= d.day
                                          and d.day < coalesce(h.discharged_on, h.expected_on, 'infinity'))
                            or exists (select 1 from casefile.open_support s where s.patient_id = p.who and s.paused_from <= d.day
                                          and d.day <= coalesce(s.paused_until, 'infinity'))
                        """),
                patients,
                first,
                last);
    }

    private static Map<UUID, Set<LocalDate>> days(
            JdbcClient.StatementSpec statement,
            Collection<UUID> who,
            LocalDate first,
            LocalDate last) {
        var all = new HashMap<UUID, Set<LocalDate>>();
        statement
                .param("who", who.toArray(UUID[]::new))
                .param("first", first)
                .param("last", last)
                .query((row, _) ->
                        all.computeIfAbsent(row.getObject("who", UUID.class), _ -> new HashSet<>())
                                .add(row.getObject("day", LocalDate.class)))
                .list();
        return all;
    }

    /// Hours these persons have an appointment with the team, wherever it is.
    Map<UUID, List<Block>> taken(Collection<UUID> patients, LocalDate first, LocalDate last) {
        var all = new HashMap<UUID, List<Block>>();
        sql.sql(
                        """
                        select patient_id, starts_at, ends_at from agenda.to_come
                         where patient_id = any (:patients) and with_the_person and starts_at < :until and ends_at > :from order by starts_at, id
                        """)
                .param("patients", patients.toArray(UUID[]::new))
                .param("from", from(first))
                .param("until", from(last.plusDays(1)))
                .query((row, _) ->
                        all.computeIfAbsent(
                                        row.getObject("patient_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Block(
                                                0,
                                                Problem.minute(
                                                        row.getTimestamp("starts_at").toInstant()),
                                                Problem.minute(
                                                        row.getTimestamp("ends_at").toInstant()))))
                .list();
        return all;
    }

    /// Who of the members has each commune in their sectors, theirs or those of whom they replace;
    /// null when none of them has a sector at all: nothing binds then.
    @Nullable Map<String, Set<UUID>> sectors(Collection<String> communes, Proposal proposal) {
        var drawn =
                sql.sql(
                                "select exists (select 1 from network.assigned where member_id = any (:members) and sectors <> '{}')")
                        .param("members", proposal.members().toArray(UUID[]::new))
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!drawn) return null;
        var all = new HashMap<String, Set<UUID>>();
        sql.sql(
                        """
                        select c.code, p.member_id, r.replacement_id
                          from territory.commune c left join territory.zone z on z.code = c.zone_code
                          join network.assigned p on p.sectors && array_remove(array[c.code, z.code, z.parent_code], null)
                               and p.since <= :last and coalesce(p.until, 'infinity') >= :first
                          left join network.replacement r on r.network_id = p.network_id and r.member_id = p.member_id and r.since <= :last and r.until >= :first
                         where c.code = any (:communes)
                        """)
                .param("first", proposal.first())
                .param("last", proposal.last())
                .param("communes", communes.toArray(String[]::new))
                .query((row, _) -> {
                    var who = all.computeIfAbsent(row.getString("code"), _ -> new HashSet<>());
                    var replacement = row.getObject("replacement_id", UUID.class);
                    if (replacement != null) who.add(replacement);
                    return who.add(row.getObject("member_id", UUID.class));
                })
                .list();
        return all;
    }

    private static Timestamp from(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FrenchDates.PARIS).toInstant());
    }
}
