package fr.maillage.planning.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.planning.internal.Proposal.Figures;
import fr.maillage.planning.internal.solver.Obstacle;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Proposals and their visits as they are kept. Every call is part of the caller's transaction.
@Component
class Proposals {

    private static final String PROPOSAL =
            """
            select p.id, p.first_day, p.last_day, p.members, p.state, p.asked_by, p.asked_at, p.started_at, p.ended_at, p.ended_by, p.stop_asked, p.version,
                   p.hand_metres, p.hand_late, p.hand_placed, p.metres, p.late,
                   (select count(*) from planning.stop s where s.network_id = p.network_id and s.proposal_id = p.id and s.member_id is not null) as placed
              from planning.proposal p
            """;

    private final JdbcClient sql;

    Proposals(JdbcClient sql) {
        this.sql = sql;
    }

    UUID insert(LocalDate first, LocalDate last, Collection<UUID> members, String by, Instant now) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into planning.proposal (id, first_day, last_day, members, state, asked_by, asked_at)
                        values (:id, :first, :last, :members, 'ATTENTE', :by, :now)
                        """)
                .param("id", id)
                .param("first", first)
                .param("last", last)
                .param("members", members.toArray(UUID[]::new))
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    /// Throws `NotFound`.
    Proposal get(UUID id) {
        return one(PROPOSAL + " where p.id = :id", id);
    }

    /// As [#get], held until the end of the transaction.
    Proposal hold(UUID id) {
        return one(PROPOSAL + " where p.id = :id for update of p", id);
    }

    /// Until the end of the transaction nobody else of the structure puts a proposal into the
    /// agenda: each finds there what the one before put.
    void oneAtATime() {
        sql.sql(
                        "select pg_advisory_xact_lock(hashtextextended('rounds of ' || platform.acting()::text, 0))")
                .query((_, _) -> 0)
                .list();
    }

    private Proposal one(String statement, UUID id) {
        return sql.sql(statement)
                .param("id", id)
                .query((row, _) -> proposal(row))
                .optional()
                .orElseThrow(() -> new NotFound("tournées", id));
    }

    List<Proposal> latest(int limit) {
        return sql.sql(PROPOSAL + " order by p.asked_at desc, p.id desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> proposal(row))
                .list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                List.of((UUID[]) row.getArray("members").getArray()),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                Needs.instant(row, "started_at"),
                Needs.instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getBoolean("stop_asked"),
                row.getInt("version"),
                row.getObject("hand_metres") == null
                        ? null
                        : new Figures(
                                row.getInt("hand_metres"),
                                row.getInt("hand_late"),
                                row.getInt("hand_placed")),
                row.getObject("metres") == null
                        ? null
                        : new Figures(
                                row.getInt("metres"), row.getInt("late"), row.getInt("placed")));
    }

    /// Goes on to a state; every change of a proposal makes a new version.
    void state(UUID id, State state) {
        sql.sql(
                        """
                        update planning.proposal set state = :state, stop_asked = false, version = version + 1,
                               started_at = case when :state = 'ATTENTE' then null else started_at end where id = :id
                        """)
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void started(UUID id, Instant now) {
        sql.sql("update planning.proposal set state = 'CALCUL', started_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void ended(UUID id, State state, String by, Instant now) {
        sql.sql(
                        """
                        update planning.proposal set state = :state, ended_by = :by, ended_at = :now, version = version + 1 where id = :id
                        """)
                .param("state", state.name())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /// Those whose last day is before that one, whatever became of them, with their visits.
    void forget(LocalDate before) {
        sql.sql("delete from planning.proposal where last_day < :before")
                .param("before", before)
                .update();
    }

    void askToStop(UUID id) {
        sql.sql("update planning.proposal set stop_asked = true where id = :id")
                .param("id", id)
                .update();
    }

    boolean stopAsked(UUID id) {
        return sql.sql("select stop_asked from planning.proposal where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .orElse(true);
    }

    void touched(UUID id) {
        sql.sql("update planning.proposal set version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void byHand(UUID id, Figures hand) {
        sql.sql(
                        "update planning.proposal set hand_metres = :metres, hand_late = :late, hand_placed = :placed where id = :id")
                .param("metres", hand.metres())
                .param("late", hand.late())
                .param("placed", hand.placed())
                .param("id", id)
                .update();
    }

    void figures(UUID id, int metres, int late) {
        sql.sql("update planning.proposal set metres = :metres, late = :late where id = :id")
                .param("metres", metres)
                .param("late", late)
                .param("id", id)
                .update();
    }

    /// The visits of a proposal: those placed by member and time, then the others by due date.
    List<StopRow> stops(UUID proposal) {
        return sql.sql(
                        """
                        select id, patient_id, reasons, commune_code, minutes, not_before, due_on, latest, weight, usual, member_id, starts_at, metres,
                               way_minutes, pinned, obstacle, appointment_id
                          from planning.stop where proposal_id = :proposal order by starts_at, member_id, due_on, id
                        """)
                .param("proposal", proposal)
                .query((row, _) -> stop(row))
                .list();
    }

    private static StopRow stop(ResultSet row) throws SQLException {
        var obstacle = row.getString("obstacle");
        return new StopRow(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Reason::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)),
                row.getString("commune_code"),
                row.getInt("minutes"),
                row.getObject("not_before", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Needs.instant(row, "latest"),
                row.getInt("weight"),
                List.of((UUID[]) row.getArray("usual").getArray()),
                row.getObject("member_id", UUID.class),
                Needs.instant(row, "starts_at"),
                row.getInt("metres"),
                row.getInt("way_minutes"),
                row.getBoolean("pinned"),
                obstacle == null ? null : Obstacle.valueOf(obstacle),
                row.getObject("appointment_id", UUID.class));
    }

    /// Replaces the visits that are neither pinned nor in the agenda by what is needed now; what a
    /// pinned one answers is not asked twice.
    void renew(UUID proposal, List<Need> needs) {
        sql.sql(
                        "delete from planning.stop where proposal_id = :proposal and not pinned and appointment_id is null")
                .param("proposal", proposal)
                .update();
        if (needs.isEmpty()) return;
        sql.sql(
                        """
                        insert into planning.stop (id, proposal_id, patient_id, reasons, commune_code, minutes, not_before, due_on, latest, weight, usual, asked_ids)
                        select n.id, :proposal, n.patient, string_to_array(n.reasons, ','), nullif(n.commune, ''), n.minutes, n.first, n.due, n.latest, n.weight,
                               coalesce(cast(string_to_array(nullif(n.usual, ''), ',') as uuid[]), '{}'), coalesce(cast(string_to_array(nullif(n.asked, ''), ',') as uuid[]), '{}')
                          from unnest(cast(:ids as uuid[]), cast(:patients as uuid[]), :reasons, :communes, :minutes, cast(:firsts as date[]),
                                              cast(:dues as date[]), cast(:latests as timestamptz[]), :weights, :usuals, :asked)
                                       n(id, patient, reasons, commune, minutes, first, due, latest, weight, usual, asked)
                         where not exists (select 1 from planning.stop s where s.proposal_id = :proposal and s.patient_id = n.patient
                                              and s.not_before <= greatest(n.due, n.first) and n.first <= greatest(s.due_on, s.not_before))
                        """)
                .param("proposal", proposal)
                .param("ids", list(needs.stream().map(_ -> Ids.next()).toList()))
                .param("patients", list(needs.stream().map(Need::patient).toList()))
                .param(
                        "reasons",
                        needs.stream()
                                .map(n ->
                                        n.reasons().stream()
                                                .map(Reason::name)
                                                .collect(Collectors.joining(",")))
                                .toArray(String[]::new))
                .param(
                        "communes",
                        needs.stream()
                                .map(n -> n.commune() == null ? "" : n.commune())
                                .toArray(String[]::new))
                .param("minutes", needs.stream().map(Need::minutes).toArray(Integer[]::new))
                .param("firsts", list(needs.stream().map(Need::notBefore).toList()))
                .param("dues", list(needs.stream().map(Need::due).toList()))
                .param(
                        "latests",
                        needs.stream()
                                .map(n -> n.latest() == null ? "NULL" : n.latest().toString())
                                .collect(Collectors.joining(",", "{", "}")))
                .param("weights", needs.stream().map(Need::weight).toArray(Integer[]::new))
                .param("usuals", needs.stream().map(n -> joined(n.usual())).toArray(String[]::new))
                .param("asked", needs.stream().map(n -> joined(n.asked())).toArray(String[]::new))
                .update();
    }

    /// Where a visit is put.
    ///
    /// @param obstacle why it is not
    record Put(
            UUID id,
            @Nullable UUID member,
            @Nullable Instant start,
            int metres,
            int wayMinutes,
            @Nullable Obstacle obstacle) {}

    /// Puts visits where the solver wants them; a pinned one, or one in the agenda, stays.
    void put(UUID proposal, List<Put> puts) {
        sql.sql(
                        """
                        update planning.stop s set member_id = p.member, starts_at = p.start, metres = p.metres, way_minutes = p.way, obstacle = nullif(p.obstacle, '')
                          from unnest(cast(:ids as uuid[]), cast(:members as uuid[]), cast(:starts as timestamptz[]), :metres, :ways, :obstacles)
                               p(id, member, start, metres, way, obstacle)
                         where s.proposal_id = :proposal and s.id = p.id and s.appointment_id is null
                        """)
                .param("proposal", proposal)
                .param("ids", list(puts.stream().map(Put::id).toList()))
                .param("members", list(puts.stream().map(Put::member).toList()))
                .param("starts", list(puts.stream().map(Put::start).toList()))
                .param("metres", puts.stream().map(Put::metres).toArray(Integer[]::new))
                .param("ways", puts.stream().map(Put::wayMinutes).toArray(Integer[]::new))
                .param(
                        "obstacles",
                        puts.stream()
                                .map(p -> p.obstacle() == null ? "" : p.obstacle().name())
                                .toArray(String[]::new))
                .update();
    }

    /// One visit where a person puts it, or taken out of the days when `member` is null.
    void move(UUID stop, @Nullable UUID member, @Nullable Instant start, boolean pinned) {
        sql.sql(
                        "update planning.stop set member_id = :member, starts_at = :start, pinned = :pinned, obstacle = null where id = :id and appointment_id is null")
                .param("member", member, Types.OTHER)
                .param("start", start == null ? null : Timestamp.from(start), Types.TIMESTAMP)
                .param("pinned", pinned)
                .param("id", stop)
                .update();
    }

    /// The way to each visit, as it is now.
    void ways(List<Measure.Way> ways) {
        sql.sql(
                        "update planning.stop s set metres = w.metres, way_minutes = w.way from unnest(cast(:ids as uuid[]), :metres, :ways) w(id, metres, way) where s.id = w.id")
                .param("ids", list(ways.stream().map(Measure.Way::stop).toList()))
                .param("metres", ways.stream().map(Measure.Way::metres).toArray(Integer[]::new))
                .param("ways", ways.stream().map(Measure.Way::minutes).toArray(Integer[]::new))
                .update();
    }

    /// Visits that are no longer possible where they were: they leave their day and say why.
    void refused(UUID proposal, Map<UUID, Obstacle> refused) {
        if (refused.isEmpty()) return;
        sql.sql(
                        """
                        update planning.stop s set member_id = null, starts_at = null, pinned = false, obstacle = r.obstacle
                          from unnest(cast(:ids as uuid[]), :obstacles) r(id, obstacle) where s.proposal_id = :proposal and s.id = r.id and s.appointment_id is null
                        """)
                .param("proposal", proposal)
                .param("ids", list(refused.keySet()))
                .param(
                        "obstacles",
                        refused.values().stream().map(Obstacle::name).toArray(String[]::new))
                .update();
    }

    /// These visits are in the agenda under their own identifier, and what was asked by hand is
    /// answered.
    void accepted(UUID proposal, Collection<UUID> stops) {
        sql.sql(
                        """
                        with done as (
                          update planning.stop set appointment_id = id, pinned = true where proposal_id = :proposal and id = any (cast(:ids as uuid[]))
                          returning id, asked_ids)
                        update planning.asked q set appointment_id = d.id from done d where q.id = any (d.asked_ids) and q.appointment_id is null
                        """)
                .param("proposal", proposal)
                .param("ids", list(stops))
                .update();
    }

    private static String list(Collection<? extends @Nullable Object> values) {
        return values.stream()
                .map(v -> v == null ? "NULL" : v.toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
