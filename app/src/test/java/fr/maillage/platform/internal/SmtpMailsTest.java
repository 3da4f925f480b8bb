package fr.maillage.platform.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.maillage.platform.Mails;
import fr.maillage.platform.Mails.Outcome;
import fr.maillage.platform.Sealing;
import fr.maillage.testing.IntegrationTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Mails over a true SMTP connection: sent, refused, kept sealed while the server does not answer,
/// given up after two days.
@IntegrationTest
class SmtpMailsTest {

    private static final Instant NOW = Instant.parse("2026-06-02T08:00:00Z");

    @Autowired JdbcClient sql;

    @Autowired Sealing sealing;

    @Autowired Mails ofTheInstallation;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    @BeforeEach
    void nothingWaits() {
        sql.sql("delete from platform.mail").update();
        time.set(NOW);
    }

    @Test
    void a_mail_arrives_with_its_accents() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var mails = mails(server.getSmtp().getPort());
            var sent =
                    mails.send("lea.martin@exemple.fr", "Invitation à\r\nBcc: x@y.fr", "Élément");
            assertThat(sent.outcome()).isEqualTo(Outcome.SENT);
            assertThat(mails.outcome(sent.mail())).isEqualTo(Outcome.SENT);
            var received = server.getReceivedMessages();
            assertThat(received).hasSize(1);
            assertThat(received[0].getSubject()).isEqualTo("Invitation à Bcc: x@y.fr");
            assertThat(received[0].getHeader("Bcc")).isNull();
            assertThat(received[0].getFrom()[0]).hasToString("maillage@exemple.fr");
            assertThat(received[0].getContent().toString()).contains("Élément");
            assertThat(GreenMailUtil.getBody(received[0])).isNotEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void without_a_server_it_says_so_and_keeps_nothing() {
        assertThat(ofTheInstallation.configured()).isFalse();
        assertThat(ofTheInstallation.send("a@exemple.fr", "s", "t").outcome())
                .isEqualTo(Outcome.NOT_CONFIGURED);
        ofTheInstallation.retry();
        assertThat(waiting()).isZero();
    }

    @Test
    void a_server_that_does_not_answer_is_tried_again_and_the_words_wait_sealed() throws Exception {
        var port = freePort();
        var mails = mails(port);
        var sent = mails.send("lea.martin@exemple.fr", "Bonjour", "Le lien secret");
        assertThat(sent.outcome()).isEqualTo(Outcome.WAITING);
        var kept =
                sql.sql("select recipient || content from platform.mail where id = :id")
                        .param("id", sent.mail())
                        .query((row, _) -> new String(row.getBytes(1), US_ASCII))
                        .single();
        assertThat(kept).doesNotContain("lea").doesNotContain("secret");

        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            mails.retry(); // not due yet
            assertThat(mails.outcome(sent.mail())).isEqualTo(Outcome.WAITING);
            time.set(NOW.plus(Duration.ofMinutes(1)));
            mails.retry();
            assertThat(mails.outcome(sent.mail())).isEqualTo(Outcome.SENT);
            assertThat(server.getReceivedMessages()).hasSize(1);
            mails.retry();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(waiting()).isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void it_gives_up_after_two_days() throws Exception {
        var mails = mails(freePort());
        var sent = mails.send("lea.martin@exemple.fr", "Bonjour", "texte");
        time.set(NOW.plus(Duration.ofHours(47)));
        mails.retry();
        assertThat(mails.outcome(sent.mail())).isEqualTo(Outcome.WAITING);
        time.set(NOW.plus(Duration.ofHours(49)));
        mails.retry();
        assertThat(mails.outcome(sent.mail())).isEqualTo(Outcome.REFUSED);
        assertThat(waiting()).isZero();
    }

    @Test
    void an_address_refused_by_the_server_is_not_tried_again_and_a_busy_one_is() throws Exception {
        try (var refusing = new Answering("550 no such user")) {
            assertThat(mails(refusing.port()).send("x@exemple.fr", "s", "t").outcome())
                    .isEqualTo(Outcome.REFUSED);
        }
        try (var busy = new Answering("451 come back later")) {
            assertThat(mails(busy.port()).send("x@exemple.fr", "s", "t").outcome())
                    .isEqualTo(Outcome.WAITING);
        }
        assertThat(mails(1).send("pas une adresse", "s", "t").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void what_was_sealed_with_another_key_is_refused_not_sent() throws Exception {
        var port = freePort();
        var sent = mails(port).send("lea.martin@exemple.fr", "Bonjour", "texte");
        var elsewhere =
                new SmtpMails(
                        Optional.of(MailServers.sender(port)),
                        "maillage@exemple.fr",
                        new AesSealing("x".repeat(32)),
                        sql,
                        () -> NOW.plus(Duration.ofHours(1)));
        elsewhere.retry();
        assertThat(elsewhere.outcome(sent.mail())).isEqualTo(Outcome.REFUSED);
    }

    private SmtpMails mails(int port) {
        return new SmtpMails(
                Optional.of(MailServers.sender(port)),
                "maillage@exemple.fr",
                sealing,
                sql,
                time::get);
    }

    private long waiting() {
        return sql.sql("select count(*) from platform.mail where state = 'WAITING'")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// A server that answers one thing to every addressee.
    private static final class Answering implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Answering(String toAddressee) throws IOException {
            Thread.ofVirtual().start(() -> serve(toAddressee));
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(String toAddressee) {
            try (var client = socket.accept();
                    var in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
                var out = client.getOutputStream();
                out.write("220 ready\r\n".getBytes(US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    var answer =
                            line.startsWith("RCPT")
                                    ? toAddressee
                                    : line.startsWith("QUIT") ? "221 bye" : "250 fine";
                    out.write((answer + "\r\n").getBytes(US_ASCII));
                }
            } catch (IOException _) {
                // the test is over
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
