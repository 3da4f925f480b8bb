package fr.maillage.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Mails of the installation, by its own server (`spring.mail.*`): invitations, acknowledgements.
///
/// A mail travels in clear and is kept by others: **nothing nominative about a person followed ever
/// goes into one**, neither in the subject nor in the text — an address of the application where
/// one signs in, a number of a request, no more.
public interface Mails {

    /// Whether there is a mail server at all.
    boolean configured();

    /// Sends a mail of plain text, at once. A server that cannot be reached, or asks to come back
    /// later, leaves it waiting: it is kept, sealed with the key of the installation, and tried
    /// again with growing delays for two days. Waits for the server, some seconds at most: call it
    /// after the transaction of the act, whose roll-back would not take the mail back.
    ///
    /// @param to one address
    Sent send(String to, String subject, String text);

    /// What became of a mail since. `REFUSED` when it is not known.
    default Outcome outcome(UUID mail) {
        return outcomes(List.of(mail)).getOrDefault(mail, Outcome.REFUSED);
    }

    /// What became of several mails; those not known are left out.
    Map<UUID, Outcome> outcomes(Collection<UUID> mails);

    /// Tries again what waits and is due.
    void retry();

    /// @param mail by which [#outcome] is asked again
    record Sent(UUID mail, Outcome outcome) {}

    /// What became of a mail.
    enum Outcome {
        /// The server took it.
        SENT,
        /// No answer yet; it will be tried again.
        WAITING,
        /// There is no mail server: whoever asked says it otherwise.
        NOT_CONFIGURED,
        /// The address is not one, the server refuses it, or it could not be reached for two days.
        REFUSED
    }
}
