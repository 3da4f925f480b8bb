package fr.maillage.registry.internal.governance;

import static java.util.Objects.requireNonNullElse;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.internal.governance.Bodies.Body;
import fr.maillage.registry.internal.governance.BodyPage.College;
import fr.maillage.registry.internal.governance.BodyPage.Meeting;
import fr.maillage.registry.internal.governance.BodyPage.Seat;
import fr.maillage.registry.internal.governance.BodyPage.Task;
import fr.maillage.registry.internal.sheet.GovernanceText;
import fr.maillage.registry.internal.sheet.Rights;
import fr.maillage.registry.internal.sheet.SheetStore;
import fr.maillage.registry.internal.sheet.SheetText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a body.
@Component
@Transactional(readOnly = true)
class BodyScreens {

    private final JdbcClient sql;
    private final SheetStore store;
    private final Bodies bodies;
    private final Clock clock;

    BodyScreens(JdbcClient sql, SheetStore store, Bodies bodies, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.bodies = bodies;
        this.clock = clock;
    }

    private record Known(
            String kind,
            String name,
            boolean common,
            @Nullable String mission,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /// Throws `NotFound`.
    BodyPage page(UUID structureId, UUID id) {
        var structure = store.structure(structureId);
        var known =
                sql.sql(
                                "select kind, name, common, mission, since, until from registry.body where id = :id and structure_id = :structure")
                        .param("id", id)
                        .param("structure", structureId)
                        .query((row, _) ->
                                new Known(
                                        row.getString("kind"),
                                        row.getString("name"),
                                        row.getBoolean("common"),
                                        row.getString("mission"),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("instance", id));
        var mine = Rights.maySheet(SignedIn.current(), structure);
        var base = "/registre/" + structureId;
        var compared =
                bodies.compare(
                        List.of(
                                new Body(
                                        id,
                                        structureId,
                                        structure.name(),
                                        structure.region(),
                                        known.kind(),
                                        known.name(),
                                        known.common())));
        return new BodyPage(
                known.name(),
                SheetText.BODIES.getOrDefault(known.kind(), known.kind()),
                structure.name(),
                base + "?partie=gouvernance",
                requireNonNullElse(known.mission(), ""),
                days(known),
                mine ? base + "/instances/" + id : null,
                compared.isEmpty() ? "" : compared.getFirst().source(),
                compared.isEmpty() ? List.of() : compared.getFirst().checks(),
                colleges(id),
                seats(id),
                mine ? base + "/sieges/nouveau?de=" + id : null,
                meetings(base, id),
                mine ? base + "/reunions/nouveau?de=" + id : null,
                tasks(base, id, mine));
    }

    private static String days(Known known) {
        return (known.since() == null ? "" : "depuis le " + FrenchDates.date(known.since()))
                + (known.until() == null ? "" : " jusqu’au " + FrenchDates.date(known.until()));
    }

    private List<College> colleges(UUID body) {
        return sql.sql(
                        "select name, seats, of_users from registry.college where body_id = :body order by rank, name, id")
                .param("body", body)
                .query((row, _) -> {
                    var seats = row.getObject("seats", Integer.class);
                    return new College(
                            row.getString("name"),
                            seats == null ? "" : seats + (seats > 1 ? " sièges" : " siège"),
                            row.getBoolean("of_users"));
                })
                .list();
    }

    private List<Seat> seats(UUID body) {
        return sql.sql(
                        """
                        select t.represents, s.name, t.profession, t.function, t.since from registry.seat t left join registry.structure s on s.id = t.represented_id
                        where t.body_id = :body and t.since <= :today and coalesce(t.until >= :today, true) order by t.represents, s.name collate "fr-x-icu", t.id
                        """)
                .param("body", body)
                .param("today", LocalDate.now(clock))
                .query((row, _) ->
                        new Seat(
                                word(GovernanceText.REPRESENTED, row.getString("represents")),
                                requireNonNullElse(row.getString("name"), ""),
                                word(GovernanceText.PROFESSIONS, row.getString("profession")),
                                requireNonNullElse(row.getString("function"), ""),
                                FrenchDates.date(row.getObject("since", LocalDate.class))))
                .list();
    }

    private static String word(Map<String, String> words, String code) {
        return words.getOrDefault(code, code);
    }

    private List<Meeting> meetings(String base, UUID body) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select m.id, m.held_on, m.subject, m.mode,
                               coalesce(nullif((select count(*) from registry.participant p where p.meeting_id = m.id and p.presence = 'PRESENT'), 0), m.attended, 0) as present,
                               exists (select 1 from registry.file f where f.meeting_id = m.id and f.withdrawn_at is null) as minutes,
                               (select count(*) from registry.decision d where d.meeting_id = m.id and d.due_on is not null and d.done_on is null) as open,
                               (select count(*) from registry.decision d where d.meeting_id = m.id and d.due_on < :today and d.done_on is null) as late
                        from registry.body_meeting m where m.body_id = :body order by m.held_on desc, m.id limit 200
                        """)
                .param("body", body)
                .param("today", today)
                .query((row, _) -> {
                    var day = row.getObject("held_on", LocalDate.class);
                    return new Meeting(
                            base + "/reunion/" + row.getString("id"),
                            FrenchDates.date(day),
                            row.getString("subject"),
                            word(GovernanceText.MODES, row.getString("mode")),
                            BodyText.present(row.getInt("present")),
                            row.getBoolean("minutes"),
                            day.isAfter(today),
                            BodyText.open(row.getInt("open"), row.getInt("late")));
                })
                .list();
    }

    /// What its meetings left to do.
    private List<Task> tasks(String base, UUID body, boolean mine) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select d.id, d.words, d.owner, d.due_on, d.done_on, d.done_words, m.id as meeting, m.subject, m.held_on
                        from registry.decision d join registry.body_meeting m on m.id = d.meeting_id
                        where m.body_id = :body and d.due_on is not null and d.done_on is null order by d.due_on, d.id limit 200
                        """)
                .param("body", body)
                .query((row, _) ->
                        Tasks.task(
                                row,
                                row.getString("subject")
                                        + ", "
                                        + FrenchDates.date(
                                                row.getObject("held_on", LocalDate.class)),
                                base + "/reunion/" + row.getString("meeting"),
                                mine ? base + "/decisions/" + row.getString("id") : null,
                                today))
                .list();
    }
}
