package fr.maillage.correspondence;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What must reach somebody. Call inside the transaction of the act: the message exists if and only
/// if the act does.
public interface Outbox {

    /// Puts a message in the tray; returns its id.
    UUID put(Message message);

    /// Nothing more leaves about this person (death, exit): waiting messages are cancelled with the
    /// reason. Returns how many.
    int cancelAll(PatientId patient, String why);

    /// What was asked about `about` since `since` is no longer: what waits is cancelled with the
    /// reason. True when some of it had already left.
    boolean withdraw(UUID about, String kind, @Nullable Instant since, String why);

    /// @param recipientKind MEDECIN_TRAITANT, ADRESSEUR, INTERVENANT, PERSONNE, REPRESENTANT or
    ///   STRUCTURE
    /// @param kind AVIS_PPS, INFORMATION_DEMANDE, REPONSE_ADRESSEUR, RELAIS, FAIT_SIGNIFICATIF,
    ///   CHANGEMENT
    /// @param subject one line
    /// @param body paragraphs separated by blank lines, as they will be printed
    /// @param about the plan, request… it comes from
    record Message(
            @Nullable PatientId patient,
            String recipientKind,
            String recipientName,
            @Nullable String recipientAddress,
            @Nullable String recipientRpps,
            String kind,
            String subject,
            String body,
            @Nullable UUID about) {}
}
