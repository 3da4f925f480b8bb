package fr.maillage.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.maillage.platform.Mails;
import fr.maillage.platform.Sealing;
import fr.maillage.platform.internal.MailServers;
import jakarta.mail.internet.MimeMessage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mail server of the tests: none, as in an installation without one, until a test opens it.
@Primary
public final class PostOffice implements Mails {

    private final Mails without;
    private final Sealing sealing;
    private final JdbcClient sql;
    private volatile Mails now;

    PostOffice(@Qualifier("smtpMails") Mails without, Sealing sealing, JdbcClient sql) {
        this.without = without;
        this.sealing = sealing;
        this.sql = sql;
        this.now = without;
    }

    /// A true SMTP server, until it is closed.
    public Open open() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        now = MailServers.through(server.getSmtp().getPort(), sealing, sql);
        return new Open(server);
    }

    /// What the server received.
    public final class Open implements AutoCloseable {

        private final GreenMail server;
        private boolean broken;

        private Open(GreenMail server) {
            this.server = server;
        }

        /// In the order they came.
        public List<MimeMessage> received() {
            return List.of(server.getReceivedMessages());
        }

        /// From now on nobody answers at its address.
        public void breaks() {
            server.stop();
            broken = true;
        }

        @Override
        public void close() {
            now = without;
            if (!broken) server.stop();
        }
    }

    @Override
    public boolean configured() {
        return now.configured();
    }

    @Override
    public Sent send(String to, String subject, String text) {
        return now.send(to, subject, text);
    }

    @Override
    public Map<UUID, Outcome> outcomes(Collection<UUID> mails) {
        return now.outcomes(mails);
    }

    @Override
    public void retry() {
        now.retry();
    }
}
