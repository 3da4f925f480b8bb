package fr.maillage.space.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.space.internal.ThreadPage.Decision;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a discussion left to do: somebody of the space, or one of its structures, and a day, until
/// it is done.
@Component
@Transactional
class Decisions {

    private static final String SELECT =
            """
            select d.id, d.words, d.owner, d.due_on, d.done_on, d.done_by, d.done_words, d.version, d.space_id, d.discussion_id, s.subject,
                   d.account_id = platform.account() or p.account_id = platform.account() or space.own(q.network_id, q.region_code) and d.person_id is null as own
            from space.decision d join space.discussion s on s.id = d.discussion_id join space.party q on q.id = d.party_id left join space.person p on p.id = d.person_id
            """;

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final Clock clock;

    Decisions(JdbcClient sql, Spaces spaces, Wording wording, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.clock = clock;
    }

    /// Those of a discussion, what is to be done first.
    @Transactional(readOnly = true)
    public List<Decision> of(Space space, UUID discussion) {
        return sql.sql(
                        SELECT
                                + " where d.discussion_id = :discussion order by d.done_on nulls first, d.due_on, d.id")
                .param("discussion", discussion)
                .query((row, _) -> decision(row, space))
                .list();
    }

    /// Those of a space that are to be done, and those done in the last month, at most 100.
    @Transactional(readOnly = true)
    public List<Decision> in(Space space) {
        return sql.sql(
                        SELECT
                                + " where d.space_id = :space and coalesce(d.done_on > :month, true) order by d.done_on nulls first, d.due_on, d.id limit 100")
                .param("space", space.id())
                .param("month", LocalDate.now(clock).minusMonths(1))
                .query((row, _) -> decision(row, space))
                .list();
    }

    /// What who is signed in is asked to do, in the spaces that go on, what is due first.
    @Transactional(readOnly = true)
    public List<Decision> mine() {
        return sql.sql(
                        SELECT
                                + " join space.space h on h.id = d.space_id where p.account_id = platform.account() and d.done_on is null and h.closed_on is null order by d.due_on, d.id limit 50")
                .query((row, _) ->
                        decision(row, "/espaces/" + row.getString("space_id"), true, false))
                .list();
    }

    private Decision decision(ResultSet row, Space space) throws SQLException {
        return decision(row, space.href(), !space.over(), space.moderates());
    }

    private Decision decision(ResultSet row, String href, boolean goesOn, boolean moderates)
            throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var done = row.getObject("done_on", LocalDate.class);
        var late = done == null && due.isBefore(LocalDate.now(clock));
        var words = row.getString("done_words");
        return new Decision(
                row.getString("id"),
                row.getString("words"),
                row.getString("owner"),
                done == null
                        ? SpaceText.due(due, late)
                        : SpaceText.done(done, row.getString("done_by"), words),
                done != null ? "is-done" : late ? "is-late" : "is-due",
                row.getString("subject"),
                href + "/discussions/" + row.getString("discussion_id"),
                done == null && goesOn && (row.getBoolean("own") || moderates),
                row.getInt("version"));
    }

    /// Who may be asked to do something: people of the structures, and each structure or agency as
    /// such; by its name, value and words.
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> owners(UUID space) {
        var found = new LinkedHashMap<String, Map<String, String>>();
        sql.sql(
                        """
                        select q.name as party, q.id as party_id, p.id as person_id, p.name as person
                        from space.party q left join space.person p on p.space_id = q.space_id and p.network_id = q.network_id and p.until is null
                        where q.space_id = :space and q.joined_at is not null and q.ended_at is null order by q.name collate "fr-x-icu", q.id, p.name collate "fr-x-icu", p.id
                        """)
                .param("space", space)
                .query((row, _) -> {
                    var party = row.getString("party");
                    var group = found.computeIfAbsent(party, _ -> new LinkedHashMap<>());
                    group.putIfAbsent(row.getString("party_id"), SpaceText.asSuch(party));
                    var person = row.getString("person_id");
                    if (person != null)
                        group.put(
                                row.getString("party_id") + "/" + person, row.getString("person"));
                    return party;
                })
                .list();
        return found;
    }

    /// Takes a decision from a discussion. Throws `FormRefused`, `NotFound`.
    void take(UUID space, UUID discussion, Sent form) {
        spaces.written(space, "decision");
        var today = LocalDate.now(clock);
        var words = wording.required(form, "decision", 500);
        var owners = owners(space);
        var chosen =
                form.choice(
                        "owner",
                        owners.values().stream().flatMap(g -> g.keySet().stream()).toList());
        var due = form.requiredDay("due_on", today);
        if (due.isBefore(today)) form.errors().add("due_on", SpaceText.PAST_DAY);
        if (due.isAfter(today.plusYears(2))) form.errors().add("due_on", SpaceText.FAR_DAY);
        FormRefused.unless(form.errors());
        var person = person(chosen);
        var author = Author.current(sql);
        var done =
                sql.sql(
                                """
                                insert into space.decision (id, space_id, discussion_id, words, party_id, person_id, owner, due_on, account_id, author, taken_at)
                                select :id, d.space_id, d.id, :words, :party, :person, :owner, :due, :account, :author, :now from space.discussion d where d.id = :discussion and d.space_id = :space
                                """)
                        .param("id", Ids.next())
                        .param("words", words)
                        .param("party", UUID.fromString(chosen.substring(0, 36)))
                        .param("person", person, Types.OTHER)
                        .param("owner", name(owners, chosen))
                        .param("due", due)
                        .param("account", author.account())
                        .param("author", author.full())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("discussion", discussion)
                        .param("space", space)
                        .update();
        if (done == 0) throw new NotFound("discussion", discussion);
    }

    private static @Nullable UUID person(String chosen) {
        return chosen.length() > 36 ? UUID.fromString(chosen.substring(37)) : null;
    }

    /// « Claire DUMONT, Appui Douaisis », or the structure alone.
    private static String name(Map<String, Map<String, String>> owners, String chosen) {
        return owners.entrySet().stream()
                .filter(e -> e.getValue().containsKey(chosen))
                .map(e ->
                        person(chosen) == null
                                ? e.getKey()
                                : e.getValue().get(chosen) + ", " + e.getKey())
                .findFirst()
                .orElse("");
    }

    /// It is done: said by who was asked, who wrote it down, or a moderator. Throws
    /// `OptimisticLockingFailureException` when somebody said so first, `AccessDeniedException`,
    /// `FormRefused`, `NotFound`.
    void done(UUID spaceId, UUID id, Sent form) {
        var space = spaces.written(spaceId, "done_words");
        var standing =
                sql.sql(SELECT + " where d.id = :id and d.space_id = :space")
                        .param("id", id)
                        .param("space", spaceId)
                        .query((row, _) -> decision(row, space))
                        .optional()
                        .orElseThrow(() -> new NotFound("décision", id));
        var today = LocalDate.now(clock);
        var words = wording.orNull(form, "done_words", 500);
        FormRefused.unless(form.errors());
        if (standing.css().equals("is-done"))
            throw new OptimisticLockingFailureException("a decision");
        if (!standing.mayEnd()) throw new AccessDeniedException("another's decision");
        sql.sql(
                        "update space.decision set done_on = :today, done_by = :by, done_words = :words, version = version + 1 where id = :id and done_on is null")
                .param("today", today)
                .param("by", SignedIn.current().displayName())
                .param("words", words, Types.VARCHAR)
                .param("id", id)
                .update();
    }
}
