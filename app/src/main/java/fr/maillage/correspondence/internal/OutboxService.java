package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.correspondence.Outbox;
import fr.maillage.intake.Referrals.LetterState;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The life of a letter: « À envoyer », then posted (ticked by hand), cancelled with a reason, or
/// come back undelivered and put in the tray again. A letter once posted or cancelled is never
/// rewritten.
@Service
class OutboxService implements Outbox {

    /// Letters whose text holds no health content: whoever answers the telephone may read them.
    private static final Set<String> WITHOUT_HEALTH_CONTENT =
            Set.of("INFORMATION_DEMANDE", "REPONSE_ADRESSEUR");

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Referrals referrals;

    OutboxService(
            JdbcClient sql, Clock clock, Trail trail, Timeline timeline, Referrals referrals) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.referrals = referrals;
    }

    /// What the service and its pages need to know before acting on a letter.
    record Known(
            UUID id,
            @Nullable PatientId patient,
            String kind,
            String recipient,
            String state,
            String recipientKind,
            @Nullable UUID about) {

        static Known of(ResultSet row, int ignored) throws SQLException {
            var patient = row.getObject("patient_id", UUID.class);
            return new Known(
                    row.getObject("id", UUID.class),
                    patient == null ? null : new PatientId(patient),
                    row.getString("kind"),
                    row.getString("recipient_name"),
                    row.getString("state"),
                    row.getString("recipient_kind"),
                    row.getObject("about_id", UUID.class));
        }

        /// Whether it tells what became of a request.
        boolean ofReferral() {
            return about != null
                    && (kind.equals("INFORMATION_DEMANDE") || kind.equals("REPONSE_ADRESSEUR"));
        }

        boolean clinical() {
            return OutboxService.clinical(kind);
        }
    }

    /// Whether letters of this kind hold health content, kept from those who see names and status
    /// only.
    static boolean clinical(String kind) {
        return !WITHOUT_HEALTH_CONTENT.contains(kind);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(Message message) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into correspondence.outgoing_message
                          (id, patient_id, recipient_kind, recipient_name, recipient_address, recipient_rpps, kind, subject, body, about_id,
                           created_at, created_by)
                        values (:id, :patient, :recipientKind, :name, :address, :rpps, :kind, :subject, :body, :about, :now, :by)
                        """)
                .param("id", id)
                .param("patient", message.patient() == null ? null : message.patient().value())
                .param("recipientKind", message.recipientKind())
                .param("name", message.recipientName())
                .param("address", message.recipientAddress())
                .param("rpps", message.recipientRpps())
                .param("kind", message.kind())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("about", message.about())
                .param("now", now())
                .param("by", who())
                .update();
        if (message.patient() != null)
            trail.wrote(Trail.Action.CREATE, message.patient(), "COURRIER", id);
        return id;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(UUID about, String kind, @Nullable Instant since, String why) {
        var from = Timestamp.from(since == null ? Instant.EPOCH : since);
        var waiting =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'ANNULE', cancelled_why = :why, sent_by = null
                                where about_id = :about and kind = :kind and created_at >= :since and state in ('A_ENVOYER', 'ECHEC')
                                returning id, patient_id, kind, recipient_name, state, recipient_kind, about_id
                                """)
                        .param("why", why)
                        .param("about", about)
                        .param("kind", kind)
                        .param("since", from)
                        .query(Known::of)
                        .list();
        for (var letter : waiting)
            if (letter.patient() != null)
                trail.wrote(Trail.Action.UPDATE, letter.patient(), "COURRIER", letter.id());
        return sql.sql(
                        """
                        select exists (select 1 from correspondence.outgoing_message
                                        where about_id = :about and kind = :kind and created_at >= :since and state = 'ENVOYE')
                        """)
                .param("about", about)
                .param("kind", kind)
                .param("since", from)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    @Transactional
    public int cancelAll(PatientId patient, String why) {
        var waiting =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'ANNULE', cancelled_why = :why, sent_by = null
                                where patient_id = :patient and state in ('A_ENVOYER', 'ECHEC')
                                returning id, patient_id, kind, recipient_name, state, recipient_kind, about_id
                                """)
                        .param("why", why)
                        .param("patient", patient.value())
                        .query(Known::of)
                        .list();
        waiting.forEach(
                letter -> trail.wrote(Trail.Action.UPDATE, patient, "COURRIER", letter.id()));
        if (!waiting.isEmpty()) {
            timeline.add(
                    patient,
                    Timeline.Kind.COURRIER,
                    waiting.size() == 1
                            ? "1 courrier en attente annulé"
                            : waiting.size() + " courriers en attente annulés",
                    why,
                    null,
                    false);
        }
        return waiting.size();
    }

    /// One letter. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Known get(UUID id) {
        return sql.sql(
                        "select id, patient_id, kind, recipient_name, state, recipient_kind, about_id from correspondence.outgoing_message where id = :id")
                .param("id", id)
                .query(Known::of)
                .optional()
                .orElseThrow(() -> new NotFound("courrier", id));
    }

    /// Ticks waiting letters as posted; those that no longer wait are left alone. Returns how many
    /// were ticked.
    @Transactional
    public int posted(Collection<UUID> ids) {
        var letters =
                sql.sql(
                                """
                                update correspondence.outgoing_message
                                   set state = 'ENVOYE', sent_at = :now, sent_by = :by, attempts = attempts + 1
                                 where id = any (:ids) and state = 'A_ENVOYER'
                                returning id, patient_id, kind, recipient_name, state, recipient_kind, about_id
                                """)
                        .param("now", now())
                        .param("by", who())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Known::of)
                        .list();
        letters.forEach(letter ->
                tell(letter, CorrespondenceText.posted(letter.kind(), letter.recipient()), null));
        return letters.size();
    }

    /// The letter will not leave. False when it no longer waits.
    @Transactional
    public boolean cancel(UUID id, String why) {
        return change(
                id,
                "'A_ENVOYER', 'ECHEC'",
                "ANNULE",
                why,
                letter -> CorrespondenceText.cancelled(letter.kind(), letter.recipient()));
    }

    /// The letter came back. False when it was not posted.
    @Transactional
    public boolean cameBack(UUID id) {
        return change(
                id,
                "'ENVOYE'",
                "ECHEC",
                null,
                letter -> CorrespondenceText.failed(letter.kind(), letter.recipient()));
    }

    /// Puts a letter that came back in the tray again. False when it did not come back.
    @Transactional
    public boolean again(UUID id) {
        var waiting =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'A_ENVOYER', sent_at = null, sent_by = null where id = :id and state = 'ECHEC'
                                returning id, patient_id, kind, recipient_name, state, recipient_kind, about_id
                                """)
                        .param("id", id)
                        .query(Known::of)
                        .optional();
        waiting.filter(Known::ofReferral)
                .ifPresent(letter ->
                        referrals.letter(
                                java.util.Objects.requireNonNull(letter.about()),
                                letter.recipientKind(),
                                LetterState.READY));
        return waiting.isPresent();
    }

    private boolean change(
            UUID id,
            String from,
            String to,
            @Nullable String why,
            java.util.function.Function<Known, String> sentence) {
        var changed =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = :to, cancelled_why = :why
                                where id = :id and state in (%s) returning id, patient_id, kind, recipient_name, state, recipient_kind, about_id
                                """
                                        .formatted(from))
                        .param("to", to)
                        .param("why", why)
                        .param("id", id)
                        .query(Known::of)
                        .optional();
        changed.ifPresent(letter -> tell(letter, sentence.apply(letter), why));
        return changed.isPresent();
    }

    private void tell(Known letter, String title, @Nullable String detail) {
        if (letter.ofReferral() && letter.about() != null)
            referrals.letter(
                    letter.about(),
                    letter.recipientKind(),
                    switch (letter.state()) {
                        case "ENVOYE" -> LetterState.POSTED;
                        case "ECHEC" -> LetterState.RETURNED;
                        case "A_ENVOYER" -> LetterState.READY;
                        default -> LetterState.CANCELLED;
                    });
        if (letter.patient() == null) return;
        trail.wrote(Trail.Action.UPDATE, letter.patient(), "COURRIER", letter.id());
        timeline.add(
                letter.patient(),
                Timeline.Kind.COURRIER,
                title,
                detail,
                "/courriers/" + letter.id(),
                false);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable String who() {
        return SignedIn.find().map(SignedIn::displayName).orElse(null);
    }
}
