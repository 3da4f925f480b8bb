package fr.maillage.careplan.internal;

import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What each file followed at level 2 or 3 lacks for its plan to count: one statement, the same for
/// one person and for the list of the team. Joins the caller's transaction.
///
/// The version looked at is the one in force, else the one in preparation. Care resumed from
/// another tool is no plan of ours: it is still to be written.
@Component
class Completeness {

    /// Columns named as the gaps: how much of each is missing, 0 for nothing.
    private static final String EACH =
            """
            with followed as (
              select s.network_id, s.patient_id, s.coordinator_id, s.level, p.id as pps, p.number, p.status, p.opinion, p.submitted_at,
                     p.reassess_on, p.in_force_at
                from casefile.open_support s
                left join lateral (select q.* from careplan.pps q
                                    where q.network_id = s.network_id and q.patient_id = s.patient_id
                                      and q.status in ('BROUILLON','SOUMIS','EN_VIGUEUR') and q.in_force_why is distinct from 'REPRISE'
                                    order by q.status = 'EN_VIGUEUR' desc, q.number desc limit 1) p on true
               where s.level >= 2 and s.status = 'ACTIF'
                 and (cast(:patient as uuid) is null or s.patient_id = :patient)
                 and (cast(:coordinator as uuid) is null or s.coordinator_id = :coordinator)),
            looked as (
              select f.*, i.display_name, i.commune_name,
                     (not exists (select 1 from patient.current_consent k where k.network_id = f.network_id and k.patient_id = f.patient_id
                                     and k.act = 'ACCOMPAGNEMENT' and k.opposed_to is null and k.state <> 'A_CONFIRMER'))::int as consent,
                     (not exists (select 1 from assessment.completed c where c.network_id = f.network_id and c.patient_id = f.patient_id))::int as evaluation,
                     (select count(*) from assessment.systematic_expected e where e.network_id = f.network_id and e.patient_id = f.patient_id
                         and e.due_on < :today and (e.next_from is null or e.next_from > :today) and e.done_on is null)::int as systematic,
                     (f.pps is null)::int as plan,
                     (f.pps is not null and g.n = 0)::int as goal,
                     (f.pps is not null and a.n = 0)::int as act,
                     (f.pps is not null and a.n > 0 and a.other = 0)::int as education_alone,
                     case when f.pps is null then 0 else a.alone end as actor,
                     (f.pps is not null and f.reassess_on is null)::int as reassessment,
                     case when f.pps is null then 0 else g.ungraded end as grades,
                     coalesce(f.status = 'BROUILLON', false)::int as submission,
                     coalesce(f.status in ('SOUMIS','EN_VIGUEUR') and f.opinion in ('ATTENDU','MODIFICATION_DEMANDEE'), false)::int as opinion_gap,
                     coalesce(f.status = 'EN_VIGUEUR' and f.reassess_on <= :today, false)::int as overdue,
                     coalesce(f.status = 'EN_VIGUEUR' and not exists (select 1 from careplan.handing_over h
                                     where h.network_id = f.network_id and h.pps_id = f.pps), false)::int as handing
                from followed f
                join patient.identity i on i.network_id = f.network_id and i.id = f.patient_id and i.deceased_on is null
                cross join lateral (select count(*) as n,
                                           count(*) filter (where o.result = 'EN_COURS' and o.reviewed_on is null and o.due_on < :today) as ungraded
                                      from careplan.goal o where o.network_id = f.network_id and o.pps_id = f.pps) g
                cross join lateral (select count(*) as n, count(*) filter (where v.volet in ('SOINS','AIDE')) as other,
                                           count(*) filter (where v.actor_id is null and v.actor_name is null) as alone
                                      from careplan.intervention v where v.network_id = f.network_id and v.pps_id = f.pps) a)
            """;

    private static final Map<Gap, String> COLUMNS =
            Stream.of(Gap.values())
                    .collect(
                            Collectors.toMap(
                                    g -> g,
                                    g ->
                                            g == Gap.OPINION
                                                    ? "opinion_gap"
                                                    : g.name().toLowerCase(java.util.Locale.ROOT)));

    private static final String ANY =
            "(" + String.join(" + ", COLUMNS.values().stream().sorted().toList()) + ")";

    private static final String ANY_THAT_COUNTS =
            "("
                    + COLUMNS.entrySet().stream()
                            .filter(e -> e.getKey().counts())
                            .map(Map.Entry::getValue)
                            .sorted()
                            .collect(Collectors.joining(" + "))
                    + ")";

    private final JdbcClient sql;

    Completeness(JdbcClient sql) {
        this.sql = sql;
    }

    /// Somebody followed and what is missing, how many of each.
    record Looked(
            PatientId patient,
            String person,
            @Nullable String commune,
            @Nullable UUID coordinator,
            int level,
            @Nullable UUID pps,
            @Nullable Integer number,
            @Nullable Status status,
            Map<Gap, Integer> gaps) {

        boolean draft() {
            return status == Status.BROUILLON;
        }

        @Override
        public String toString() {
            return "Looked[" + patient + "]";
        }
    }

    /// Of one person; nothing missing when nobody follows them at level 2 or 3.
    List<Looked> of(PatientId patient, LocalDate today) {
        return in(sql.sql(EACH + " select * from looked"), patient.value(), null, today)
                .query((row, _) -> looked(row))
                .list();
    }

    /// Those who lack something, what counts first, by name.
    ///
    /// @param gap that they lack; null for any
    List<Looked> list(@Nullable Gap gap, @Nullable UUID coordinator, LocalDate today, int most) {
        return in(
                        sql.sql(
                                EACH
                                        + " select * from looked where "
                                        + (gap == null ? ANY : COLUMNS.get(gap))
                                        + " > 0 order by "
                                        + ANY_THAT_COUNTS
                                        + " > 0 desc, display_name collate \"fr-x-icu\", patient_id limit "
                                        + most),
                        null,
                        coordinator,
                        today)
                .query((row, _) -> looked(row))
                .list();
    }

    /// @param followed how many are looked at
    /// @param incomplete how many lack something
    /// @param uncounted how many lack something without which their plan does not count
    record Counts(int followed, int incomplete, int uncounted, Map<Gap, Integer> each) {}

    Counts counts(@Nullable UUID coordinator, LocalDate today) {
        var columns =
                COLUMNS.values().stream()
                        .map(c -> "count(*) filter (where " + c + " > 0) as " + c)
                        .collect(Collectors.joining(", "));
        return in(
                        sql.sql(
                                EACH
                                        + " select count(*) as followed, count(*) filter (where "
                                        + ANY
                                        + " > 0) as incomplete, count(*) filter (where "
                                        + ANY_THAT_COUNTS
                                        + " > 0) as uncounted, "
                                        + columns
                                        + " from looked"),
                        null,
                        coordinator,
                        today)
                .query((row, _) ->
                        new Counts(
                                row.getInt("followed"),
                                row.getInt("incomplete"),
                                row.getInt("uncounted"),
                                gaps(row)))
                .single();
    }

    /// How many lack something.
    int incomplete(UUID coordinator, LocalDate today) {
        return in(
                        sql.sql(EACH + " select count(*) from looked where " + ANY + " > 0"),
                        null,
                        coordinator,
                        today)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static JdbcClient.StatementSpec in(
            JdbcClient.StatementSpec statement,
            @Nullable UUID patient,
            @Nullable UUID coordinator,
            LocalDate today) {
        return statement
                .param("patient", patient, Types.OTHER)
                .param("coordinator", coordinator, Types.OTHER)
                .param("today", today);
    }

    private static Looked looked(ResultSet row) throws SQLException {
        var status = row.getString("status");
        return new Looked(
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("display_name"),
                row.getString("commune_name"),
                row.getObject("coordinator_id", UUID.class),
                row.getInt("level"),
                row.getObject("pps", UUID.class),
                row.getObject("number", Integer.class),
                status == null ? null : Status.valueOf(status),
                gaps(row));
    }

    /// Those that are missing, in the order of [Gap].
    private static Map<Gap, Integer> gaps(ResultSet row) throws SQLException {
        var found = new EnumMap<Gap, Integer>(Gap.class);
        for (var gap : Gap.values()) {
            var n = row.getInt(COLUMNS.get(gap));
            if (n > 0) found.put(gap, n);
        }
        return found;
    }
}
