package fr.maillage.space.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Information of a space, in the regional one that of the region: published to every member by
/// those who moderate, until a day. Source: guide DGOS 2012, fiche D4 §4-2.
@Service
@Transactional
class AnnouncementService {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Wording wording;
    private final Clock clock;

    AnnouncementService(JdbcClient sql, Spaces spaces, Wording wording, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.wording = wording;
        this.clock = clock;
    }

    /// Throws `FormRefused`, `AccessDeniedException` for who does not moderate, `NotFound`.
    void publish(UUID id, Sent form) {
        spaces.moderated(id, "words");
        var today = LocalDate.now(clock);
        var title = wording.required(form, "title", 200);
        var words = wording.required(form, "words", ThreadService.LONGEST);
        var link = form.orNull("link", 500);
        if (link != null && !link.matches("https?://[^\\s\"<>]+"))
            form.errors().add("link", SpaceText.LINK);
        var ends = form.requiredDay("ends_on", today);
        if (ends.isBefore(today)) form.errors().add("ends_on", SpaceText.PAST_DAY);
        if (ends.isAfter(today.plusYears(1))) form.errors().add("ends_on", SpaceText.A_YEAR);
        FormRefused.unless(form.errors());
        var author = Author.current(sql);
        sql.sql(
                        """
                        insert into space.announcement (id, space_id, title, words, link, account_id, author, author_of, published_at, ends_on)
                        values (:id, :space, :title, :words, :link, :account, :author, :of, :now, :ends)
                        """)
                .param("id", Ids.next())
                .param("space", id)
                .param("title", title)
                .param("words", words)
                .param("link", link, Types.VARCHAR)
                .param("account", author.account())
                .param("author", author.name())
                .param("of", author.of())
                .param("now", now())
                .param("ends", ends)
                .update();
    }

    /// Takes an information out of view with a word, by those who moderate. Throws `FormRefused`,
    /// `AccessDeniedException`, `NotFound`.
    void withdraw(UUID id, UUID announcement, Sent form) {
        var space = spaces.entered(id);
        if (!space.moderates()) throw new AccessDeniedException("not a moderator");
        var why = wording.required(form, "why", 300);
        FormRefused.unless(form.errors());
        var done =
                sql.sql(
                                "update space.announcement set withdrawn_at = :now, withdrawn_by = :by, withdrawn_why = :why where id = :id and space_id = :space and withdrawn_at is null")
                        .param("now", now())
                        .param("by", Author.current(sql).full())
                        .param("why", why)
                        .param("id", announcement)
                        .param("space", id)
                        .update();
        if (done == 0) throw new NotFound("information", announcement);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
