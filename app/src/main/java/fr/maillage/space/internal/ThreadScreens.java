package fr.maillage.space.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.space.internal.ThreadPage.Message;
import fr.maillage.space.internal.ThreadPage.Past;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a discussion.
@Component
class ThreadScreens {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Decisions decisions;
    private final ReadingService reading;
    private final Clock clock;

    ThreadScreens(
            JdbcClient sql,
            Spaces spaces,
            Decisions decisions,
            ReadingService reading,
            Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.decisions = decisions;
        this.reading = reading;
        this.clock = clock;
    }

    /// A discussion as it stands.
    ///
    /// @param read how far who looks had read
    record Known(
            UUID account,
            String subject,
            String author,
            Instant openedAt,
            Instant lastAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            Instant read) {}

    /// Throws `NotFound`.
    Known known(UUID space, UUID id) {
        return sql.sql(
                        """
                        select d.account_id, d.subject, d.author || ', ' || d.author_of as author, d.opened_at, d.last_at, d.closed_at, d.closed_by,
                               coalesce((select r.at from space.reading r where r.discussion_id = d.id and r.account_id = :account),
                                        (select min(p.since) from space.place p where p.space_id = d.space_id and (p.account_id = :account or p.region_code = any (platform.agencies()))), d.opened_at) as read
                        from space.discussion d where d.id = :id and d.space_id = :space
                        """)
                .param("account", SignedIn.current().accountId())
                .param("id", id)
                .param("space", space)
                .query((row, _) ->
                        new Known(
                                row.getObject("account_id", UUID.class),
                                row.getString("subject"),
                                row.getString("author"),
                                row.getTimestamp("opened_at").toInstant(),
                                row.getTimestamp("last_at").toInstant(),
                                instant(row, "closed_at"),
                                row.getString("closed_by"),
                                row.getTimestamp("read").toInstant()))
                .optional()
                .orElseThrow(() -> new NotFound("discussion", id));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// The page, from which the discussion is read.
    @Transactional
    public ThreadPage page(
            UUID spaceId, UUID id, @Nullable UUID answering, Sent form, String edited) {
        var space = spaces.entered(spaceId);
        var known = known(spaceId, id);
        var href = space.href() + "/discussions/" + id;
        var today = LocalDate.now(clock);
        var messages = messages(space, id, known.read(), today);
        if (!messages.isEmpty()) reading.mark(id, known.lastAt());
        var to = answering == null ? form.id("reply_to").orElse(null) : answering;
        var mayWrite = !space.over() && known.closedAt() == null;
        return new ThreadPage(
                space.href(),
                space.title(),
                href,
                known.subject(),
                SpaceText.openedBy(known.author(), day(known.openedAt())),
                known.closedAt() == null
                        ? null
                        : SpaceText.concludedBy(
                                Objects.requireNonNullElse(known.closedBy(), ""),
                                day(known.closedAt())),
                mayWrite,
                !space.over()
                        && (space.moderates()
                                || known.account().equals(SignedIn.current().accountId())),
                messages,
                (int) messages.stream().filter(Message::fresh).count(),
                decisions.of(space, id),
                to == null
                        ? null
                        : messages.stream()
                                .filter(m -> m.id().equals(to.toString()))
                                .findFirst()
                                .orElse(null),
                mayWrite ? decisions.owners(spaceId) : Map.of(),
                form,
                edited);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private record Row(
            UUID id,
            @Nullable UUID to,
            UUID account,
            String author,
            String of,
            Instant at,
            String words,
            @Nullable Instant editedAt,
            @Nullable Instant withdrawnAt,
            String withdrawnBy,
            String withdrawnWhy,
            boolean names,
            int version) {}

    private List<Row> rows(UUID discussion) {
        return sql.sql(
                        """
                        select id, reply_to, account_id, author, author_of, at, words, edited_at, withdrawn_at, coalesce(withdrawn_by, '') as withdrawn_by,
                               coalesce(withdrawn_why, '') as withdrawn_why, names_somebody, version
                        from space.message where discussion_id = :discussion order by at, id
                        """)
                .param("discussion", discussion)
                .query((row, _) ->
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getObject("reply_to", UUID.class),
                                row.getObject("account_id", UUID.class),
                                row.getString("author"),
                                row.getString("author_of"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("words"),
                                instant(row, "edited_at"),
                                instant(row, "withdrawn_at"),
                                row.getString("withdrawn_by"),
                                row.getString("withdrawn_why"),
                                row.getBoolean("names_somebody"),
                                row.getInt("version")))
                .list();
    }

    private List<Message> messages(
            Space space, UUID discussion, @Nullable Instant read, LocalDate today) {
        var rows = rows(discussion);
        var past = past(discussion);
        var byId = rows.stream().collect(Collectors.toMap(Row::id, Function.identity()));
        var me = SignedIn.current().accountId();
        return rows.stream()
                .map(r -> {
                    var to = r.to() == null ? null : byId.get(r.to());
                    var gone = r.withdrawnAt() != null;
                    var mine = r.account().equals(me);
                    return new Message(
                            r.id().toString(),
                            r.author(),
                            r.of(),
                            FrenchDates.relative(r.at(), today),
                            FrenchDates.exact(r.at()),
                            to == null ? "" : to.author(),
                            to == null ? "" : "#m-" + to.id(),
                            gone ? "" : r.words(),
                            gone ? List.of() : paragraphs(r.words()),
                            r.editedAt() == null || gone
                                    ? null
                                    : SpaceText.edited(FrenchDates.exact(r.editedAt())),
                            r.withdrawnAt() == null
                                    ? null
                                    : SpaceText.withdrawn(
                                            r.withdrawnBy(),
                                            day(r.withdrawnAt()),
                                            r.withdrawnWhy(),
                                            r.names()),
                            gone ? List.of() : past.getOrDefault(r.id(), List.of()),
                            read != null && !mine && r.at().isAfter(read),
                            mine,
                            (mine || space.moderates()) && !gone,
                            r.version());
                })
                .toList();
    }

    private Map<UUID, List<Past>> past(UUID discussion) {
        var found = new HashMap<UUID, List<Past>>();
        sql.sql(
                        """
                        select v.message_id, v.replaced_at, v.words from space.message_past v join space.message m on m.id = v.message_id
                        where m.discussion_id = :discussion order by v.replaced_at desc, v.id desc
                        """)
                .param("discussion", discussion)
                .query((row, _) ->
                        found.computeIfAbsent(
                                        row.getObject("message_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Past(
                                                FrenchDates.exact(
                                                        row.getTimestamp("replaced_at")
                                                                .toInstant()),
                                                paragraphs(row.getString("words")))))
                .list();
        return found;
    }

    static List<String> paragraphs(String words) {
        return words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// The whole discussion as a text to keep: withdrawn messages say that they were. Throws
    /// `NotFound`.
    @Transactional(readOnly = true)
    public String exported(UUID spaceId, UUID id) {
        var space = spaces.entered(spaceId);
        var known = known(spaceId, id);
        var today = LocalDate.now(clock);
        var out = new StringBuilder(known.subject()).append("\n");
        out.append(space.title()).append(", ").append(space.host()).append("\n");
        out.append(SpaceText.openedBy(known.author(), day(known.openedAt()))).append("\n");
        if (known.closedAt() != null)
            out.append(
                            SpaceText.concludedBy(
                                    Objects.requireNonNullElse(known.closedBy(), ""),
                                    day(known.closedAt())))
                    .append("\n");
        out.append(SpaceText.exportedOn(today)).append("\n");
        for (var message : messages(space, id, null, today)) {
            out.append("\n— ").append(message.author()).append(", ").append(message.of());
            out.append(", ").append(message.exact());
            if (!message.to().isEmpty()) out.append(", ").append(SpaceText.answering(message.to()));
            if (message.edited() != null) out.append(" (").append(message.edited()).append(")");
            out.append("\n")
                    .append(message.withdrawn() == null ? message.words() : message.withdrawn());
            out.append("\n");
        }
        var decided = decisions.of(space, id);
        if (!decided.isEmpty()) out.append("\n").append(SpaceText.DECISIONS).append("\n");
        for (var decision : decided)
            out.append("- ")
                    .append(decision.words())
                    .append(" (")
                    .append(decision.owner())
                    .append(", ")
                    .append(decision.state())
                    .append(")\n");
        return out.toString();
    }
}
