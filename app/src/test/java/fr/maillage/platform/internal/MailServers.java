package fr.maillage.platform.internal;

import fr.maillage.platform.Mails;
import fr.maillage.platform.Sealing;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// Mails of the application through a server of a test.
public final class MailServers {

    private MailServers() {}

    /// As the installation sends them, by the server on `port` of this machine.
    public static Mails through(int port, Sealing sealing, JdbcClient sql) {
        return new SmtpMails(
                Optional.of(sender(port)),
                "maillage@exemple.fr",
                sealing,
                sql,
                InstantSource.system());
    }

    static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return sender;
    }
}
