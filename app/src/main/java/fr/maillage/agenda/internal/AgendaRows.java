package fr.maillage.agenda.internal;

import fr.maillage.agenda.Outcome;
import fr.maillage.kernel.FrenchDates;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands in the agenda of some members between two days, in one statement: appointments,
/// leave, permanences.
@Component
class AgendaRows {

    /// More lines than a page can show.
    private static final int MOST = 3_000;

    private final JdbcClient sql;

    AgendaRows(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a line is.
    enum Sort {
        RDV,
        ABSENCE,
        PERMANENCE
    }

    /// @param members everybody of the team it takes
    /// @param person the person or persons, in words
    /// @param note the room or the vehicle; who replaces; where calls are led
    record Row(
            Sort sort,
            @Nullable UUID id,
            @Nullable Kind kind,
            Span span,
            List<UUID> members,
            @Nullable UUID holder,
            @Nullable UUID patient,
            @Nullable String person,
            @Nullable String title,
            @Nullable String place,
            @Nullable String note,
            @Nullable Outcome outcome,
            int version,
            boolean repeated) {

        Row {
            members = List.copyOf(members);
        }

        /// « Visite à domicile, LEROY Odette ».
        String what() {
            return label() + (person == null ? "" : ", " + person);
        }

        String label() {
            return kind == null ? "" : kind.label;
        }

        /// « Bilan · Douai · salle bleue ».
        String detail() {
            return Stream.of(title, place, note)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" · "));
        }

        /// Its end has come and nothing was said of it.
        boolean waits(Instant now) {
            return outcome == null && span.start().isBefore(now);
        }
    }

    List<Row> between(Collection<UUID> members, LocalDate first, LocalDate last) {
        return sql.sql(
                        """
                        select 'RDV' as sort, a.id, a.kind, a.starts_at, a.ends_at,
                               array(select e.member_id from agenda.engaged e where e.network_id = a.network_id and e.appointment_id = a.id) as members,
                               a.member_id, a.patient_id,
                               i.display_name || coalesce((select string_agg(' et ' || o.display_name, '' order by o.display_name collate "fr-x-icu") from patient.identity o
                                                            where o.network_id = a.network_id and o.id = any (a.others)), '') as person,
                               a.title, case when a.kind = 'VISITE' then coalesce(a.commune_name, i.commune_name) else a.commune_name end as place,
                               (select string_agg(r.name, ', ' order by r.name collate "fr-x-icu") from agenda.booking b
                                  join agenda.resource r on r.network_id = b.network_id and r.id = b.resource_id
                                 where b.network_id = a.network_id and b.appointment_id = a.id) as note,
                               a.outcome, a.version, a.series_id is not null as repeated
                          from agenda.planned a left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                         where a.starts_at >= :from and a.starts_at < :to
                           and exists (select 1 from agenda.engaged e
                                        where e.network_id = a.network_id and e.appointment_id = a.id and e.member_id = any (cast(:members as uuid[])))
                        union all
                        select 'ABSENCE', null, null, r.since::timestamp at time zone 'Europe/Paris', (r.until + 1)::timestamp at time zone 'Europe/Paris',
                               array[r.member_id], r.member_id, null, null, null, null, m.given_name || ' ' || upper(m.family_name), null, 0, false
                          from network.replacement r join network.team_member m on m.network_id = r.network_id and m.id = r.replacement_id
                         where r.member_id = any (cast(:members as uuid[])) and r.since <= :last and r.until >= :first
                        union all
                        select 'PERMANENCE', null, null, c.starts_at, c.ends_at, array[c.member_id], c.member_id, null, null, null, null, c.forward_to, null, 0, false
                          from agenda.on_call c
                         where c.member_id = any (cast(:members as uuid[])) and c.starts_at < :to and c.ends_at > :from
                         order by 4, 2 limit :most
                        """)
                .param("members", SqlArrays.of(members))
                .param("first", first)
                .param("last", last)
                .param("from", at(first))
                .param("to", at(last.plusDays(1)))
                .param("most", MOST)
                .query((row, _) -> row(row))
                .list();
    }

    private static Timestamp at(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(FrenchDates.PARIS).toInstant());
    }

    private static Row row(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var outcome = row.getString("outcome");
        return new Row(
                Sort.valueOf(row.getString("sort")),
                row.getObject("id", UUID.class),
                kind == null ? null : Kind.valueOf(kind),
                new Span(
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()),
                List.of((UUID[]) row.getArray("members").getArray()),
                row.getObject("member_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("person"),
                row.getString("title"),
                row.getString("place"),
                row.getString("note"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getInt("version"),
                row.getBoolean("repeated"));
    }

    /// How many past appointments of these members wait for their outcome.
    int waiting(Collection<UUID> members, Instant now) {
        return sql.sql(
                        """
                        select count(*) from agenda.planned a
                         where a.outcome is null and a.ends_at < :now
                           and exists (select 1 from agenda.engaged e
                                        where e.network_id = a.network_id and e.appointment_id = a.id and e.member_id = any (cast(:members as uuid[])))
                        """)
                .param("members", SqlArrays.of(members))
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The past appointments of these members that wait for their outcome, the latest first.
    List<Row> waiting(Collection<UUID> members, Instant now, int page, int size) {
        return sql.sql(
                        """
                        select 'RDV' as sort, a.id, a.kind, a.starts_at, a.ends_at, array[a.member_id] as members, a.member_id, a.patient_id,
                               i.display_name as person, a.title, coalesce(a.commune_name, i.commune_name) as place,
                               m.given_name || ' ' || upper(m.family_name) as note, a.outcome, a.version, a.series_id is not null as repeated
                          from agenda.planned a left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                          join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                         where a.outcome is null and a.ends_at < :now
                           and exists (select 1 from agenda.engaged e
                                        where e.network_id = a.network_id and e.appointment_id = a.id and e.member_id = any (cast(:members as uuid[])))
                         order by a.starts_at desc, a.id limit :size offset :skip
                        """)
                .param("members", SqlArrays.of(members))
                .param("now", Timestamp.from(now))
                .param("size", size)
                .param("skip", page * size)
                .query((row, _) -> row(row))
                .list();
    }
}
