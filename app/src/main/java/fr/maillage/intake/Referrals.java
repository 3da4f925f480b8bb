package fr.maillage.intake;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests for support, as the modules above ask about them.
public interface Referrals {

    /// A request. Throws `NotFound`.
    Referral get(UUID id);

    /// Requests about a person, latest first.
    List<Referral> of(PatientId patient);

    /// The analysis of a request, when it was made.
    Optional<Analysis> analysis(UUID referral);

    /// Inclusion or watch followed from this request: its outcome is « Accompagnement proposé »,
    /// the asker and the MT are told as their quality and the person allow.
    void ledToSupport(UUID referral);

    /// Who must be told about a request as it stands now, and the French text for each, according
    /// to their quality and to what the person accepts: the attending doctor of every request and
    /// decision unless the person opposes it or there is none; the asker what their quality allows.
    /// Empty when nobody is to be told. Throws `NotFound`.
    Notice noticeFor(UUID referral);

    /// The letter that carries a hand-over to the structure that receives it. Throws `NotFound`.
    Letter letterOfHandover(UUID handover);

    /// What became of a letter of [#noticeFor]. Nobody is told by a letter that lies in the tray:
    /// the doctor counts as told, the asker as answered, once it is ticked as posted.
    void letter(UUID referral, String recipientKind, LetterState state);

    /// Where a letter stands.
    enum LetterState {
        /// Written, waits to be printed and posted.
        READY,
        POSTED,
        /// Will not leave.
        CANCELLED,
        /// Came back undelivered: it told nobody.
        RETURNED
    }

    /// Removes requests closed without follow-up longer ago than the structure's setting, with
    /// their analysis and their words. Those with a hand-over or an urgent circuit that led to a
    /// level stay. Returns how many.
    int purge();

    /// @param patient null when the request is about nobody
    record Notice(@Nullable PatientId patient, List<Letter> letters) {}

    /// One message, in the terms of the outbox.
    ///
    /// @param recipientKind MEDECIN_TRAITANT, ADRESSEUR, PERSONNE or STRUCTURE
    /// @param kind INFORMATION_DEMANDE, REPONSE_ADRESSEUR or RELAIS
    /// @param body paragraphs separated by blank lines
    record Letter(
            @Nullable PatientId patient,
            String recipientKind,
            String recipientName,
            @Nullable String recipientRpps,
            String kind,
            String subject,
            String body,
            UUID about) {}

    /// @param status A_ANALYSER, EN_ATTENTE, CONSEIL, ORIENTEE, ACCOMPAGNEMENT, SANS_SUITE
    record Referral(
            UUID id,
            int number,
            Instant receivedAt,
            @Nullable PatientId patient,
            String askerQuality,
            String askerName,
            @Nullable String askerPhone,
            List<String> motives,
            @Nullable String ownWords,
            String urgency,
            @Nullable String agreement,
            String status,
            @Nullable String themeCode,
            @Nullable Integer level,
            @Nullable String intensity,
            @Nullable UUID assignedTo) {}

    /// What the coordinator found.
    record Analysis(
            List<String> medicalCriteria,
            List<String> socialCriteria,
            @Nullable Integer proposedLevel,
            @Nullable Integer retainedLevel,
            boolean needValidated) {}
}
