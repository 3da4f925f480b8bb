package fr.maillage.network.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Leave and replacement. Refuses by [FormRefused].
@Service
@Transactional
class AbsenceService {

    private final JdbcClient sql;
    private final Clock clock;

    AbsenceService(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Notes a leave.
    void note(Sent form) {
        var today = LocalDate.now(clock);
        var errors = form.errors();
        var member = member(form, "member", today);
        var replacement =
                form.value("replacement").isEmpty()
                        ? member.flatMap(this::partner)
                        : member(form, "replacement", today);
        if (replacement.isEmpty()) errors.add("replacement", TeamText.CHOOSE_COLLEAGUE);
        var reason =
                form.choice(
                        "reason",
                        Arrays.stream(Absence.Reason.values())
                                .map(Enum::name)
                                .collect(Collectors.toSet()));
        var since = form.requiredDay("since", today);
        var until = form.requiredDay("until", since);
        FormRefused.unless(errors);
        // the lines of the team are locked, so that two leaves noted at once see each other
        sql.sql("select id from network.team_member where id in (:ids) order by id for update")
                .param("ids", List.of(member.orElseThrow(), replacement.orElseThrow()))
                .query((_, _) -> 0)
                .list();
        new Absence(member.orElseThrow(), replacement.orElseThrow(), since, until)
                .obstacle(others(since), leaves(replacement.orElseThrow()))
                .ifPresent(o -> errors.add(o.field(), TeamText.of(o)));
        FormRefused.unless(errors);
        sql.sql(
                        """
                        insert into network.absence (id, member_id, replacement_id, reason, since, until, noted_by, noted_at)
                        values (:id, :member, :replacement, :reason, :since, :until, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("member", member.orElseThrow())
                .param("replacement", replacement.orElseThrow())
                .param("reason", reason)
                .param("since", since)
                .param("until", until)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Ends a leave: a future one goes away, a present one ends yesterday. Throws `NotFound` for
    /// one that is over.
    void end(UUID absence) {
        var today = LocalDate.now(clock);
        var n =
                sql.sql("delete from network.absence where id = :id and since >= :today")
                        .param("id", absence)
                        .param("today", today)
                        .update();
        if (n == 0)
            n =
                    sql.sql(
                                    "update network.absence set until = cast(:today as date) - 1"
                                            + " where id = :id and until >= :today")
                            .param("id", absence)
                            .param("today", today)
                            .update();
        if (n == 0) throw new NotFound("absence", absence);
    }

    private Optional<UUID> member(Sent form, String field, LocalDate today) {
        var found =
                Ids.parse(form.value(field))
                        .filter(id ->
                                sql.sql(
                                                "select exists (select 1 from network.team_member where id = :id and (until is null or until >= :today))")
                                        .param("id", id)
                                        .param("today", today)
                                        .query((row, _) -> row.getBoolean(1))
                                        .single());
        if (found.isEmpty()) form.errors().add(field, TeamText.CHOOSE_COLLEAGUE);
        return found;
    }

    /// The binôme, who replaces when nobody else is named.
    private Optional<UUID> partner(UUID member) {
        return sql.sql(
                        "select partner_id from network.team_member where id = :id and partner_id"
                                + " is not null")
                .param("id", member)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    private List<Absence> others(LocalDate from) {
        return sql.sql(
                        "select member_id, replacement_id, since, until from network.absence where"
                                + " until >= :from")
                .param("from", from)
                .query((row, _) ->
                        new Absence(
                                row.getObject("member_id", UUID.class),
                                row.getObject("replacement_id", UUID.class),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class)))
                .list();
    }

    private @Nullable LocalDate leaves(UUID member) {
        return sql.sql("select until from network.team_member where id = :id")
                .param("id", member)
                .query((row, _) -> Optional.ofNullable(row.getObject("until", LocalDate.class)))
                .optional()
                .flatMap(day -> day)
                .orElse(null);
    }
}
