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

    /// Puts a letter in the tray, written from the structure's version of a template; returns its
    /// id. Nobody is there to complete it: lines whose field is unknown are left out.
    UUID write(FromTemplate letter);

    /// Nothing more leaves about this person (death, exit): waiting messages are cancelled with the
    /// reason. Returns how many.
    int cancelAll(PatientId patient, String why);

    /// What was asked about `about` since `since` is no longer: what waits is cancelled with the
    /// reason. True when some of it had already left.
    boolean withdraw(UUID about, String kind, @Nullable Instant since, String why);

    /// A channel did not deliver a letter: it waits again in the tray, to leave by post. False when
    /// it neither waited nor had left.
    boolean failed(UUID letter, Channel channel, String why);

    /// How a letter leaves.
    enum Channel {
        COURRIER("courrier"),
        TELEPHONE("téléphone"),
        REMISE_EN_MAIN("remise en main propre"),
        MSSANTE("MSSanté");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        /// The words on screen.
        public String label() {
            return label;
        }
    }

    /// @param recipientKind MEDECIN_TRAITANT, ADRESSEUR, INTERVENANT, PERSONNE, REPRESENTANT,
    ///   STRUCTURE or AUTRE
    /// @param recipientAddress lines; null: the one the directory or the file knows
    /// @param kind AVIS_PPS, INFORMATION_DEMANDE, REPONSE_ADRESSEUR, RELAIS, FAIT_SIGNIFICATIF,
    ///   CHANGEMENT, INVITATION_RCP, RCP_DEPLACEE, RCP_ANNULEE, REPONSE_RCP, COMPTE_RENDU_RCP,
    ///   EXPERTISE, REEVALUATION_SOIN
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

    /// @param template its code: `avis-pps`
    /// @param values what the caller knows; person, structure and writer are known already
    record FromTemplate(
            PatientId patient,
            String recipientKind,
            String recipientName,
            @Nullable String recipientRpps,
            String kind,
            String template,
            LetterFields.Values values,
            @Nullable UUID about) {}
}
