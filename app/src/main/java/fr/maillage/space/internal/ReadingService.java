package fr.maillage.space.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.web.TrayCount;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What each account read, and what waits for it in its spaces.
@Service
@Transactional
class ReadingService implements TrayCount {

    private final JdbcClient sql;
    private final Spaces spaces;
    private final Clock clock;

    ReadingService(JdbcClient sql, Spaces spaces, Clock clock) {
        this.sql = sql;
        this.spaces = spaces;
        this.clock = clock;
    }

    @Override
    public Tray tray() {
        return Tray.SPACES;
    }

    /// Discussions and information that are new, decisions of mine that are due, and invitations of
    /// the structure or agency I answer for.
    @Override
    @Transactional(readOnly = true)
    public int waiting() {
        var role = SignedIn.current().role();
        return sql.sql(
                        """
                        select (select count(*) from space.news n where coalesce(n.ends_on >= :today, true))
                             + (select count(*) from space.decision d join space.person p on p.id = d.person_id where p.account_id = platform.account() and d.done_on is null and d.due_on <= :today and space.goes_on(d.space_id))
                             + (select count(*) from space.party p where :keeps and p.joined_at is null and p.ended_at is null and space.own(p.network_id, p.region_code)) as n
                        """)
                .param("today", LocalDate.now(clock))
                .param("keeps", role == Role.HEAD || role == Role.AGENCY)
                .query((row, _) -> row.getInt("n"))
                .single();
    }

    /// A discussion is read up to `at`.
    void mark(UUID discussion, Instant at) {
        sql.sql(
                        """
                        insert into space.reading (account_id, discussion_id, at) values (:account, :discussion, :at)
                        on conflict (account_id, discussion_id) do update set at = greatest(space.reading.at, excluded.at)
                        """)
                .param("account", SignedIn.current().accountId())
                .param("discussion", discussion)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A discussion is new again, to come back to it: as if its last message had not been read.
    void unread(UUID space, UUID discussion) {
        spaces.entered(space);
        sql.sql(
                        """
                        update space.reading r set at = d.last_at - interval '1 microsecond' from space.discussion d
                        where d.id = r.discussion_id and d.id = :discussion and d.space_id = :space and r.account_id = :account
                        """)
                .param("discussion", discussion)
                .param("space", space)
                .param("account", SignedIn.current().accountId())
                .update();
    }

    /// Everything of a space is read. Throws `NotFound`.
    void all(UUID space) {
        spaces.entered(space);
        var account = SignedIn.current().accountId();
        sql.sql(
                        """
                        insert into space.reading (account_id, discussion_id, at) select :account, d.id, d.last_at from space.discussion d where d.space_id = :space
                        on conflict (account_id, discussion_id) do update set at = greatest(space.reading.at, excluded.at)
                        """)
                .param("account", account)
                .param("space", space)
                .update();
        announcements(space);
    }

    /// The information of a space that is shown is read. Who did is counted for those who publish.
    void announcements(UUID space) {
        sql.sql(
                        """
                        insert into space.announcement_read (announcement_id, account_id, space_id, reader_of, at)
                        select a.id, :account, a.space_id, :of, :now from space.announcement a where a.space_id = :space and a.withdrawn_at is null and a.account_id <> :account
                          and not exists (select 1 from space.announcement_read r where r.announcement_id = a.id and r.account_id = :account)
                        """)
                .param("account", SignedIn.current().accountId())
                .param("of", Author.current(sql).of())
                .param("now", Timestamp.from(clock.instant()))
                .param("space", space)
                .update();
    }
}
