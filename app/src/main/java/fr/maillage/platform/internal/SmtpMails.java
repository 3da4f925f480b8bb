package fr.maillage.platform.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.platform.MailProperties;
import fr.maillage.platform.Mails;
import fr.maillage.platform.Sealing;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Mails by SMTP. A mail lies in the base only while it waits, sealed; what is logged is its id and
/// the kind of failure, for what a server answers holds the address. Machine time: a server does
/// not live in the demonstration's.
@Component
@EnableConfigurationProperties(MailProperties.class)
class SmtpMails implements Mails {

    private static final Logger log = LoggerFactory.getLogger(SmtpMails.class);
    private static final Duration LONGEST = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 20;

    private final Optional<JavaMailSender> server;
    private final String from;
    private final Sealing sealing;
    private final JdbcClient sql;
    private final InstantSource time;

    @Autowired
    SmtpMails(
            ObjectProvider<JavaMailSender> server,
            MailProperties properties,
            @Value("${spring.mail.host:localhost}") String host,
            Sealing sealing,
            JdbcClient sql) {
        this(
                Optional.ofNullable(server.getIfAvailable()),
                properties.from() == null ? "maillage@" + host : properties.from(),
                sealing,
                sql,
                InstantSource.system());
    }

    SmtpMails(
            Optional<JavaMailSender> server,
            String from,
            Sealing sealing,
            JdbcClient sql,
            InstantSource time) {
        this.server = server;
        this.from = from;
        this.sealing = sealing;
        this.sql = sql;
        this.time = time;
    }

    private record Mail(UUID id, Instant posted, int attempts, String to, String words) {
        String subject() {
            return words.substring(0, words.indexOf('\n'));
        }

        String text() {
            return words.substring(words.indexOf('\n') + 1);
        }
    }

    @Override
    public boolean configured() {
        return server.isPresent();
    }

    @Override
    public Sent send(String to, String subject, String text) {
        var mail =
                new Mail(
                        Ids.next(),
                        time.instant(),
                        0,
                        to.strip(),
                        subject.replaceAll("\\s+", " ").strip() + "\n" + text);
        if (server.isEmpty()) return new Sent(mail.id(), Outcome.NOT_CONFIGURED);
        var outcome = tried(mail, server.get());
        sql.sql(
                        """
                        insert into platform.mail (id, posted_at, state, attempts, next_at, recipient, content)
                        values (:id, :at, :state, 1, :next, :to, :words)
                        """)
                .param("id", mail.id())
                .param("at", Timestamp.from(mail.posted()))
                .param("state", outcome.name())
                .param("next", outcome == Outcome.WAITING ? next(1) : null)
                .param(
                        "to",
                        outcome == Outcome.WAITING ? sealing.seal(mail.to(), to(mail.id())) : null)
                .param(
                        "words",
                        outcome == Outcome.WAITING
                                ? sealing.seal(mail.words(), words(mail.id()))
                                : null)
                .update();
        return new Sent(mail.id(), outcome);
    }

    @Override
    public Map<UUID, Outcome> outcomes(Collection<UUID> mails) {
        var found = new HashMap<UUID, Outcome>();
        sql.sql("select id, state from platform.mail where id = any (:ids)")
                .param("ids", mails.toArray(UUID[]::new))
                .query((row, _) ->
                        found.put(
                                row.getObject("id", UUID.class),
                                Outcome.valueOf(row.getString("state"))))
                .list();
        return found;
    }

    @Override
    public void retry() {
        if (server.isEmpty()) return;
        for (var mail : due()) settle(mail, tried(mail, server.get()));
        sql.sql("delete from platform.mail where state <> 'WAITING' and posted_at < :long")
                .param("long", Timestamp.from(time.instant().minus(KEPT)))
                .update();
    }

    /// Takes what is due, and puts its next try off so that another node does not take it too.
    private List<Mail> due() {
        return sql.sql(
                        """
                        update platform.mail set attempts = attempts + 1, next_at = :later
                         where id in (select id from platform.mail where state = 'WAITING' and next_at <= :now
                                       order by next_at limit :n for update skip locked)
                        returning id, posted_at, attempts, recipient, content
                        """)
                .param("now", Timestamp.from(time.instant()))
                .param("later", Timestamp.from(time.instant().plus(Duration.ofMinutes(10))))
                .param("n", AT_ONCE)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var to = sealing.open(row.getBytes("recipient"), to(id));
                    var words = sealing.open(row.getBytes("content"), words(id));
                    // sealed with a key that is no more here: tried() refuses the empty address
                    return new Mail(
                            id,
                            row.getTimestamp("posted_at").toInstant(),
                            row.getInt("attempts"),
                            words.isEmpty() ? "" : to.orElse(""),
                            words.orElse("\n"));
                })
                .list();
    }

    private void settle(Mail mail, Outcome tried) {
        var outcome =
                tried == Outcome.WAITING && mail.posted().plus(LONGEST).isBefore(time.instant())
                        ? Outcome.REFUSED
                        : tried;
        var waits = outcome == Outcome.WAITING;
        sql.sql(
                        """
                        update platform.mail set state = :state, next_at = :next,
                               recipient = case when :waits then recipient end, content = case when :waits then content end
                         where id = :id
                        """)
                .param("state", outcome.name())
                .param("waits", waits)
                .param("next", waits ? next(mail.attempts()) : null)
                .param("id", mail.id())
                .update();
    }

    /// A minute, two, four… an hour at most.
    private Timestamp next(int attempts) {
        return Timestamp.from(
                time.instant()
                        .plus(Duration.ofMinutes(Math.min(60, 1L << Math.min(attempts - 1, 6)))));
    }

    private Outcome tried(Mail mail, JavaMailSender by) {
        try {
            var address = new InternetAddress(mail.to(), true);
            address.validate();
            var message = by.createMimeMessage();
            var helper = new MimeMessageHelper(message, "UTF-8");
            helper.setFrom(from);
            helper.setTo(address);
            helper.setSubject(mail.subject());
            helper.setText(mail.text());
            message.setHeader("Auto-Submitted", "auto-generated");
            by.send(message);
            return Outcome.SENT;
        } catch (AddressException | MailParseException e) {
            return failed(mail, e, Outcome.REFUSED);
        } catch (MailException | MessagingException e) {
            return failed(mail, e, refused(e) ? Outcome.REFUSED : Outcome.WAITING);
        }
    }

    private static Outcome failed(Mail mail, Exception e, Outcome outcome) {
        var kind = e.getCause() == null ? e.getClass() : e.getCause().getClass();
        log.warn("mail {}: {} ({})", mail.id(), outcome, kind.getSimpleName());
        return outcome;
    }

    /// Whether the server said that this address will never do.
    private static boolean refused(Throwable failure) {
        if (failure instanceof MailSendException several) {
            for (var one : several.getMessageExceptions()) if (refused(one)) return true;
        }
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SendFailedException sending
                    && sending.getInvalidAddresses() != null
                    && sending.getInvalidAddresses().length > 0) return true;
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : cause.getCause();
    }

    private static String to(UUID mail) {
        return "mail-to:" + mail;
    }

    private static String words(UUID mail) {
        return "mail:" + mail;
    }
}
