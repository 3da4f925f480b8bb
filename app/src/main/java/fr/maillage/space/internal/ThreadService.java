package fr.maillage.space.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Discussions of a space and their messages. An author edits their own words, and the former ones
/// stay readable; an author or a moderator withdraws a message with a word; what names a person
/// accompanied is erased for good.
@Service
@Transactional
class ThreadService {

    static final int LONGEST = 10_000;

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final ReadingService reading;
    private final Clock clock;

    ThreadService(
            JdbcClient sql, Spaces spaces, Wording wording, ReadingService reading, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.reading = reading;
        this.clock = clock;
    }

    /// Opens a discussion with its first message. Throws `FormRefused`, `NotFound`.
    UUID open(UUID space, Sent form) {
        spaces.written(space, "words");
        var subject = wording.required(form, "subject", 200);
        var words = wording.required(form, "words", LONGEST);
        FormRefused.unless(form.errors());
        var author = Author.current(sql);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into space.discussion (id, space_id, subject, account_id, author, author_of, opened_at, last_at, last_by)
                        values (:id, :space, :subject, :account, :author, :of, :now, :now, :account)
                        """)
                .param("id", id)
                .param("space", space)
                .param("subject", subject)
                .param("account", author.account())
                .param("author", author.name())
                .param("of", author.of())
                .param("now", now())
                .update();
        add(space, id, null, author, words);
        return id;
    }

    /// Adds a message; what was said before is read from then on. Answers its id. Throws
    /// `FormRefused`, `NotFound`.
    UUID reply(UUID space, UUID discussion, Sent form) {
        spaces.written(space, "words");
        if (closed(space, discussion))
            throw FormRefused.because("words", SpaceText.CONCLUDED_ALREADY);
        var words = wording.required(form, "words", LONGEST);
        FormRefused.unless(form.errors());
        var to = form.id("reply_to").orElse(null);
        if (to != null) message(space, discussion, to);
        var id = add(space, discussion, to, Author.current(sql), words);
        reading.mark(discussion, clock.instant());
        return id;
    }

    private UUID add(UUID space, UUID discussion, @Nullable UUID to, Author author, String words) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into space.message (id, space_id, discussion_id, reply_to, account_id, author, author_of, at, words)
                        values (:id, :space, :discussion, :to, :account, :author, :of, :now, :words)
                        """)
                .param("id", id)
                .param("space", space)
                .param("discussion", discussion)
                .param("to", to, Types.OTHER)
                .param("account", author.account())
                .param("author", author.name())
                .param("of", author.of())
                .param("now", now())
                .param("words", words)
                .update();
        return id;
    }

    /// Whether a discussion was concluded. Throws `NotFound`.
    private boolean closed(UUID space, UUID discussion) {
        return sql.sql(
                        "select closed_at is not null as closed from space.discussion where id = :id and space_id = :space")
                .param("id", discussion)
                .param("space", space)
                .query((row, _) -> row.getBoolean("closed"))
                .optional()
                .orElseThrow(() -> new NotFound("discussion", discussion));
    }

    private record Message(UUID account, boolean withdrawn) {
        boolean mine() {
            return account.equals(SignedIn.current().accountId());
        }
    }

    private Message message(UUID space, UUID discussion, UUID id) {
        return sql.sql(
                        "select account_id, withdrawn_at is not null as withdrawn from space.message where id = :id and discussion_id = :discussion and space_id = :space")
                .param("id", id)
                .param("discussion", discussion)
                .param("space", space)
                .query((row, _) ->
                        new Message(
                                row.getObject("account_id", UUID.class),
                                row.getBoolean("withdrawn")))
                .optional()
                .orElseThrow(() -> new NotFound("message", id));
    }

    /// Edits one's own message; what it said stays readable. Throws `FormRefused`,
    /// `OptimisticLockingFailureException`, `AccessDeniedException`, `NotFound`.
    void edit(UUID space, UUID discussion, UUID id, Sent form) {
        spaces.written(space, "edited");
        if (!message(space, discussion, id).mine())
            throw new AccessDeniedException("another's message");
        var words = wording.required(form, "edited", LONGEST);
        FormRefused.unless(form.errors());
        var done =
                sql.sql(
                                """
                                update space.message set words = :words, edited_at = case when words = :words then edited_at else :now end, version = version + 1
                                where id = :id and version = :version and withdrawn_at is null
                                """)
                        .param("words", words)
                        .param("now", now())
                        .param("id", id)
                        .param("version", form.number("version"))
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("a message");
    }

    /// Withdraws a message with a word, by its author or a moderator; `names_somebody` ticked,
    /// nothing of it stays. Also in a space that is closed: what must go, goes. Throws
    /// `FormRefused`, `AccessDeniedException`, `NotFound`.
    void withdraw(UUID space, UUID discussion, UUID id, Sent form) {
        var here = spaces.entered(space);
        if (!message(space, discussion, id).mine() && !here.moderates())
            throw new AccessDeniedException("another's message");
        var why = wording.required(form, "why", 300);
        FormRefused.unless(form.errors());
        var names = form.checked("names_somebody");
        var done =
                sql.sql(
                                """
                                update space.message set withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why, names_somebody = :names,
                                       words = case when :names then '' else words end, version = version + 1
                                where id = :id and (withdrawn_at is null or :names and not names_somebody)
                                """)
                        .param("now", now())
                        .param("by", Author.current(sql).full())
                        .param("why", why)
                        .param("names", names)
                        .param("id", id)
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("a withdrawn message");
    }

    /// Concludes a discussion, or opens it again; by who opened it or a moderator. Throws
    /// `AccessDeniedException`, `NotFound`.
    void conclude(UUID space, UUID discussion, boolean closed) {
        var here = spaces.written(space, "words");
        var author = Author.current(sql);
        var done =
                sql.sql(
                                """
                                update space.discussion set closed_at = case when :closed then cast(:now as timestamptz) end, closed_by = case when :closed then :by end
                                where id = :id and space_id = :space and (account_id = :account or :moderates)
                                """)
                        .param("closed", closed)
                        .param("now", now())
                        .param("by", author.full())
                        .param("id", discussion)
                        .param("space", space)
                        .param("account", author.account())
                        .param("moderates", here.moderates())
                        .update();
        if (done == 1) return;
        closed(space, discussion); // there is none
        throw new AccessDeniedException("another's discussion");
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
