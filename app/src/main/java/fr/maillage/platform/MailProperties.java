package fr.maillage.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the installation signs its mails. The server itself is `spring.mail.*`; without
/// `spring.mail.host` nothing is sent.
///
/// @param from address of the sender; absent: `maillage@` and the name of the server
@ConfigurationProperties("maillage.mail")
public record MailProperties(@Nullable String from) {}
