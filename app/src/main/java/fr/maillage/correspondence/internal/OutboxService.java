package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.correspondence.LetterFields.Subject;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.Outbox;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Letters are put in the tray in the transaction of the act they come from.
@Service
class OutboxService implements Outbox {

    /// Letters whose text holds no health content: whoever answers the telephone may read them.
    private static final Set<String> WITHOUT_HEALTH_CONTENT =
            Set.of("INFORMATION_DEMANDE", "REPONSE_ADRESSEUR", "INVITATION_RCP");

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;
    private final Addresses addresses;
    private final LetterTemplates templates;
    private final PersonFields person;
    private final LetterLog log;

    OutboxService(
            JdbcClient sql,
            Clock clock,
            Trail trail,
            Timeline timeline,
            Addresses addresses,
            LetterTemplates templates,
            PersonFields person,
            LetterLog log) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
        this.addresses = addresses;
        this.templates = templates;
        this.person = person;
        this.log = log;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(Message message) {
        return insert(message, null, !WITHOUT_HEALTH_CONTENT.contains(message.kind()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(FromTemplate letter) {
        var template = templates.current(letter.template());
        return insert(composed(letter, template), template, template.clinical());
    }

    /// What a letter would say today.
    Message composed(FromTemplate letter) {
        return composed(letter, templates.current(letter.template()));
    }

    private Message composed(FromTemplate letter, LetterTemplate template) {
        var values = letter.values();
        person.fill(
                new Subject(
                        letter.patient(),
                        Objects.requireNonNull(Tenancy.current().acting()),
                        template.clinical(),
                        LocalDate.now(clock)),
                values);
        addressed(values, RecipientKind.valueOf(letter.recipientKind()), letter.recipientName());
        return new Message(
                letter.patient(),
                letter.recipientKind(),
                letter.recipientName(),
                address(letter.recipientKind(), letter.patient(), letter.recipientRpps()),
                letter.recipientRpps(),
                letter.kind(),
                Template.line(template.subject(), values, true).text(),
                Template.merge(template.body(), values, true).text(),
                letter.about());
    }

    /// What the fields of the recipient say.
    static void addressed(Values values, RecipientKind kind, String name) {
        values.put("destinataire.nom", name);
        values.put(
                "destinataire.appel",
                CorrespondenceText.salutation(kind, name, values.of("personne.civilite")));
    }

    private UUID insert(Message message, @Nullable LetterTemplate template, boolean clinical) {
        var id = Ids.next();
        sql.sql(
                        """
                        insert into correspondence.outgoing_message
                          (id, patient_id, recipient_kind, recipient_name, recipient_address, recipient_rpps, kind, subject, body, about_id,
                           created_at, created_by, rich, clinical, template_code, template_version, template_title)
                        values (:id, :patient, :recipientKind, :name, :address, :rpps, :kind, :subject, :body, :about, :now, :by,
                                :rich, :clinical, :code, :version, :title)
                        """)
                .param("id", id)
                .param("patient", message.patient() == null ? null : message.patient().value())
                .param("recipientKind", message.recipientKind())
                .param("name", message.recipientName())
                .param(
                        "address",
                        message.recipientAddress() != null
                                ? message.recipientAddress()
                                : address(
                                        message.recipientKind(),
                                        message.patient(),
                                        message.recipientRpps()))
                .param("rpps", message.recipientRpps())
                .param("kind", message.kind())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("about", message.about())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.find().map(SignedIn::displayName).orElse(null))
                .param("rich", template != null)
                .param("clinical", clinical)
                .param("code", template == null ? null : template.code())
                .param("version", template == null ? null : template.label())
                .param("title", template == null ? null : template.title())
                .update();
        log.note(List.of(id), Happened.ECRIT, Channel.COURRIER, null, null);
        if (message.patient() != null)
            trail.wrote(Trail.Action.CREATE, message.patient(), "COURRIER", id);
        return id;
    }

    /// The address the file or the directory knows.
    private @Nullable String address(
            String kind, @Nullable PatientId patient, @Nullable String rpps) {
        return kind.equals("PERSONNE") && patient != null
                ? addresses.ofPerson(patient)
                : addresses.ofPractitioner(rpps);
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
                                """
                                        + Letter.RETURNING)
                        .param("why", why)
                        .param("about", about)
                        .param("kind", kind)
                        .param("since", from)
                        .query(Letter::of)
                        .list();
        cancelled(waiting, why);
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
                                """
                                        + Letter.RETURNING)
                        .param("why", why)
                        .param("patient", patient.value())
                        .query(Letter::of)
                        .list();
        cancelled(waiting, why);
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

    private void cancelled(List<Letter> letters, String why) {
        var ids = letters.stream().map(Letter::id).toList();
        log.note(ids, Happened.ANNULE, Channel.COURRIER, null, why);
        sql.sql(
                        "update correspondence.batch_letter set outcome = 'RETIRE' where letter_id = any (:ids) and outcome is null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        trail.wrote(Trail.Action.UPDATE, "COURRIER", Letter.persons(letters));
    }

    @Override
    @Transactional
    public boolean failed(UUID id, Channel channel, String why) {
        var waits =
                sql.sql(
                                """
                                update correspondence.outgoing_message set state = 'A_ENVOYER', channel = 'COURRIER', sent_at = null, sent_by = null
                                where id = :id and state in ('A_ENVOYER', 'ENVOYE')
                                """
                                        + Letter.RETURNING)
                        .param("id", id)
                        .query(Letter::of)
                        .optional();
        waits.ifPresent(letter -> {
            log.note(List.of(id), Happened.ECHEC, channel, null, why);
            trail.wrote(Trail.Action.UPDATE, "COURRIER", Letter.persons(List.of(letter)));
        });
        return waits.isPresent();
    }
}
