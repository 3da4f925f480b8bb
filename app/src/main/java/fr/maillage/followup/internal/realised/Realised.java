package fr.maillage.followup.internal.realised;

import fr.maillage.followup.NotDone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Acts of the structure by state: counts and lists. Both run the same SQL, so that a count is the
/// length of the list it opens.
@Component
class Realised {

    /// The acts of the period, each with its state and the code of its line on the axis asked. A
    /// professional is one through the circles of several persons by the RPPS, else by the name:
    /// its code is a digest, since an address holds no name.
    private static final String ACTS =
            """
            with holder as (
              select distinct on (s.patient_id) s.network_id, s.patient_id, s.coordinator_id, s.unit_id
                from casefile.any_support s where :axis in ('COORDONNATEUR', 'ANTENNE')
               order by s.patient_id, s.closed_on desc nulls first, s.opened_on desc, s.id desc
            ), act as (
              select o.network_id, o.id, o.patient_id, o.title, o.actor_name, o.due_on, o.due_until, o.done_on, o.done_by, o.not_done_why,
                     followup.state_of(o.status, o.due_on, o.late_after, :today) as state,
                     coalesce(case :axis
                       when 'COORDONNATEUR' then cast(h.coordinator_id as text)
                       when 'ANTENNE' then cast(h.unit_id as text)
                       when 'PERSONNE' then cast(o.patient_id as text)
                       when 'PROFESSIONNEL' then md5(coalesce(c.rpps, lower(o.actor_name)))
                       when 'PROTOCOLE' then cast(l.protocol_id as text)
                       when 'TYPE' then k.type end, '') as code,
                     case :axis
                       when 'COORDONNATEUR' then (select m.given_name || ' ' || m.family_name from network.team_member m
                                                   where m.network_id = o.network_id and m.id = h.coordinator_id)
                       when 'ANTENNE' then (select u.name from network.unit u where u.network_id = o.network_id and u.id = h.unit_id)
                       when 'PROFESSIONNEL' then coalesce(c.name, o.actor_name)
                       when 'PROTOCOLE' then l.protocol_title
                       when 'TYPE' then k.type end as label
                from followup.occurrence o
                left join holder h on h.network_id = o.network_id and h.patient_id = o.patient_id
                left join casefile.circle c on :axis = 'PROFESSIONNEL' and c.network_id = o.network_id and c.id = o.actor_id
                left join careplan.intervention_kind k
                  on :axis = 'TYPE' and k.network_id = o.network_id and k.pps_id = o.pps_id and k.intervention_id = o.intervention_id
                left join (select distinct x.network_id, x.pps_id, x.line_id, x.protocol_id,
                                  first_value(x.protocol_title) over (partition by x.protocol_id order by x.version_number desc) as protocol_title
                             from careplan.line_origin x) l
                  on :axis = 'PROTOCOLE' and l.network_id = o.network_id and l.pps_id = o.pps_id and l.line_id = o.intervention_id
               where o.due_until between :from and :until
            )
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Realised(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param code "" for what has none
    /// @param label as the data have it; null when they have none
    /// @param groups how many lines there are in all
    record Line(String code, @Nullable String label, Map<ActState, Long> counts, int groups) {}

    /// Counts of the whole structure, without a breakdown.
    Map<ActState, Long> whole(Span span) {
        return sql.sql(
                        "select "
                                + ActState.COUNTS
                                + """
                                          from (select followup.state_of(o.status, o.due_on, o.late_after, :today) as state
                                          from followup.occurrence o where o.due_until between :from and :until) a
                                """)
                .param("today", LocalDate.now(clock))
                .param("from", span.from())
                .param("until", span.until())
                .query((row, _) -> ActState.counts(row))
                .single();
    }

    /// Counts by line of an axis, the most gaps first.
    List<Line> lines(Span span, Axis axis, int offset, int most) {
        return sql.sql(
                        ACTS
                                + """
                                select code, min(label collate "C") as label, count(*) over () as groups,
                                """
                                + ActState.COUNTS
                                + """
                                  from act group by code
                                 order by count(*) filter (where state in ('FAIT_HORS_DELAI', 'NON_FAIT', 'SANS_NOUVELLE')) desc, count(*) desc, code
                                 limit :most offset :offset
                                """)
                .param("axis", axis.name())
                .param("today", LocalDate.now(clock))
                .param("from", span.from())
                .param("until", span.until())
                .param("most", most)
                .param("offset", offset)
                .query((row, _) ->
                        new Line(
                                row.getString("code"),
                                row.getString("label"),
                                ActState.counts(row),
                                row.getInt("groups")))
                .list();
    }

    /// Why acts were not done, the most frequent first.
    Map<NotDone, Long> reasons(Span span) {
        var reasons = new java.util.LinkedHashMap<NotDone, Long>();
        sql.sql(
                        """
                        select not_done_why, count(*) as n from followup.occurrence
                         where due_until between :from and :until and status = 'NON_FAIT' group by not_done_why order by n desc, not_done_why
                        """)
                .param("from", span.from())
                .param("until", span.until())
                .query((row, _) ->
                        reasons.put(
                                NotDone.valueOf(row.getString("not_done_why")), row.getLong("n")))
                .list();
        return reasons;
    }

    /// A dated act of a list.
    ///
    /// @param total how many acts the whole list has
    record Act(
            UUID patient,
            String name,
            String title,
            @Nullable String actor,
            LocalDate dueOn,
            LocalDate dueUntil,
            ActState state,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy,
            @Nullable NotDone why,
            int total) {
        @Override
        public String toString() {
            return "Act[" + patient + "]";
        }
    }

    /// What a list is asked for.
    ///
    /// @param axis null: the whole structure
    /// @param code of a line of the axis
    /// @param state null: every state
    /// @param why null: every reason
    record Asked(
            @Nullable Axis axis, String code, @Nullable ActState state, @Nullable NotDone why) {}

    /// The acts behind a count, by the end of their window, then by name.
    List<Act> acts(Span span, Asked asked, int offset, int most) {
        return sql.sql(
                        ACTS
                                + """
                                select a.*, i.display_name, count(*) over () as total
                                  from act a join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
                                 where (:axis = '' or a.code = :code)
                                   and (cast(:state as text) is null or a.state = :state)
                                   and (cast(:why as text) is null or a.not_done_why = :why)
                                 order by a.due_until, i.display_name collate "fr-x-icu", a.title, a.id
                                 limit :most offset :offset
                                """)
                .param("axis", asked.axis() == null ? "" : asked.axis().name())
                .param("code", asked.code())
                .param(
                        "state",
                        asked.state() == null ? null : asked.state().name(),
                        java.sql.Types.VARCHAR)
                .param(
                        "why",
                        asked.why() == null ? null : asked.why().name(),
                        java.sql.Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .param("from", span.from())
                .param("until", span.until())
                .param("most", most)
                .param("offset", offset)
                .query((row, _) -> act(row))
                .list();
    }

    private static Act act(ResultSet row) throws SQLException {
        var why = row.getString("not_done_why");
        return new Act(
                row.getObject("patient_id", UUID.class),
                row.getString("display_name"),
                row.getString("title"),
                row.getString("actor_name"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_until", LocalDate.class),
                ActState.valueOf(row.getString("state")),
                row.getObject("done_on", LocalDate.class),
                row.getString("done_by"),
                why == null ? null : NotDone.valueOf(why),
                row.getInt("total"));
    }
}
