package fr.maillage.agenda.internal.feed;

import fr.maillage.access.SignedIn;
import fr.maillage.agenda.internal.KindWords;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.PublicAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Private addresses at which another calendar reads one's agenda, without any name. The secret is
/// told once and kept nowhere; only its digest is. A revoked address, or one whose owner left the
/// team, gives nothing any more.
@Component
@Transactional
class Feeds {

    private static final int SECRET_BYTES = 32;
    private static final Duration BEHIND = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(180);
    private static final int MOST = 2_000;

    private final JdbcClient sql;
    private final PublicAddress addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient sql, PublicAddress addresses, Clock clock) {
        this.sql = sql;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// An address as it stands, without its secret.
    record Feed(UUID id, Instant madeAt, @Nullable Instant lastRead) {}

    /// What an address gives.
    sealed interface Reading {
        /// The calendar.
        record Calendar(String text) implements Reading {}

        /// It was an address, and is no more.
        record Gone() implements Reading {}

        /// It never was one.
        record Unknown() implements Reading {}
    }

    /// One's own addresses in use, the latest first.
    List<Feed> mine() {
        return sql.sql(
                        """
                        select id, made_at, last_read_at from agenda.feed where member_id = :member and revoked_at is null order by made_at desc, id
                        """)
                .param("member", SignedIn.current().member())
                .query((row, _) ->
                        new Feed(
                                row.getObject("id", UUID.class),
                                row.getTimestamp("made_at").toInstant(),
                                Optional.ofNullable(row.getTimestamp("last_read_at"))
                                        .map(Timestamp::toInstant)
                                        .orElse(null)))
                .list();
    }

    /// Makes an address; it is told now and never again.
    String make() {
        var who = SignedIn.current();
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql(
                        """
                        insert into agenda.feed (id, member_id, account_id, token_hash, made_at) values (:id, :member, :account, :hash, :now)
                        """)
                .param("id", Ids.next())
                .param("member", who.member())
                .param("account", who.accountId())
                .param("hash", digest(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        // the structure stands in the address: it is read in its context and no other
        return addresses.of(
                "/agenda/flux/"
                        + who.network().value().toString().replace("-", "")
                        + "."
                        + secret
                        + ".ics");
    }

    /// Ends one's own address, at once. Throws `NotFound`.
    void revoke(UUID id) {
        var done =
                sql.sql(
                                "update agenda.feed set revoked_at = :now where id = :id and member_id = :member and revoked_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("member", SignedIn.current().member())
                        .update();
        if (done == 0) throw new NotFound("abonnement", id);
    }

    private record Found(UUID id, UUID member, boolean alive) {}

    /// What the address of this structure and this secret gives. Call in the structure's context.
    Reading read(NetworkId network, String secret) {
        var found =
                sql.sql(
                                """
                                select f.id, f.member_id, f.revoked_at is null and (m.until is null or m.until >= :today) as alive
                                  from agenda.feed f join network.team_member m on m.network_id = f.network_id and m.id = f.member_id
                                 where f.network_id = :network and f.token_hash = :hash
                                """)
                        .param("network", network.value())
                        .param("hash", digest(secret))
                        .param("today", LocalDate.now(clock))
                        .query((row, _) ->
                                new Found(
                                        row.getObject("id", UUID.class),
                                        row.getObject("member_id", UUID.class),
                                        row.getBoolean("alive")))
                        .optional();
        if (found.isEmpty()) return new Reading.Unknown();
        if (!found.get().alive()) return new Reading.Gone();
        sql.sql("update agenda.feed set last_read_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", found.get().id())
                .update();
        return new Reading.Calendar(Ical.of(events(found.get().member()), clock.instant()));
    }

    /// One appointment as a file. Throws `NotFound`.
    String file(UUID appointment) {
        var events =
                sql.sql(EVENT + " where a.id = :id")
                        .param("id", appointment)
                        .query((row, _) -> event(row))
                        .list();
        if (events.isEmpty()) throw new NotFound("rendez-vous", appointment);
        return Ical.of(events, clock.instant());
    }

    /// The commune is one of the national list, or none: the place as typed may hold a name.
    private static final String EVENT =
            """
            select a.id, a.kind, a.starts_at, a.ends_at, a.version,
                   (select c.name from territory.commune c
                     where case when a.kind = 'VISITE' and i.commune_code is not null then c.code = i.commune_code
                                else c.name = a.commune_name end limit 1) as commune
              from agenda.appointment a left join patient.identity i on i.network_id = a.network_id and i.id = a.patient_id
            """;

    private List<Ical.Event> events(UUID member) {
        return sql.sql(
                        EVENT
                                + """
                                 where exists (select 1 from agenda.planned p where p.network_id = a.network_id and p.id = a.id)
                                   and a.starts_at > :from and a.starts_at < :to and (a.outcome is null or a.outcome in ('HONORE','ABSENTE'))
                                   and exists (select 1 from agenda.engaged e where e.network_id = a.network_id and e.appointment_id = a.id and e.member_id = :member)
                                union all
                                select c.id, null, c.starts_at, c.ends_at, 0, null from agenda.on_call c
                                 where c.member_id = :member and c.ends_at > :from and c.starts_at < :to
                                 order by 3, 1 limit :most
                                """)
                .param("member", member)
                .param("from", Timestamp.from(clock.instant().minus(BEHIND)))
                .param("to", Timestamp.from(clock.instant().plus(AHEAD)))
                .param("most", MOST)
                .query((row, _) -> event(row))
                .list();
    }

    private Ical.Event event(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = row.getString("kind");
        return new Ical.Event(
                id,
                kind == null ? KindWords.ON_CALL : KindWords.of(kind),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("commune"),
                kind == null ? null : addresses.of("/agenda/" + id),
                row.getInt("version"));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /// « mardi 2 juin 2026 à 14:05 ».
    static String words(Instant at) {
        return FrenchDates.exact(at);
    }
}
