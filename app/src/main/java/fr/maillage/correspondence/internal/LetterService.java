package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.correspondence.LetterFields.Subject;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.LetterLog.Happened;
import fr.maillage.correspondence.internal.Recipients.Recipient;
import fr.maillage.correspondence.internal.text.FrenchSpaces;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A letter is begun from a template and a recipient, completed, then put in the tray: from then on
/// its text is what was sent, and nothing rewrites it.
@Service
class LetterService {

    /// The kind of a letter written from a file.
    static final String KIND = "LETTRE";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient sql;
    private final Clock clock;
    private final LetterTemplates templates;
    private final Fields fields;
    private final Recipients recipients;
    private final LetterLog log;
    private final Trail trail;
    private final Timeline timeline;

    LetterService(
            JdbcClient sql,
            Clock clock,
            LetterTemplates templates,
            Fields fields,
            Recipients recipients,
            LetterLog log,
            Trail trail,
            Timeline timeline) {
        this.sql = sql;
        this.clock = clock;
        this.templates = templates;
        this.fields = fields;
        this.recipients = recipients;
        this.log = log;
        this.trail = trail;
        this.timeline = timeline;
    }

    /// Begins a letter; returns its id. Refuses a template who writes may not use, and a recipient
    /// it may not go to.
    ///
    /// @param key a [Recipient#key], or `AUTRE` with a name and an address
    @Transactional
    public UUID begin(OpenFile file, String code, String key, String name, String address) {
        var template = templates.current(code);
        if (template.clinical() && !SignedIn.current().role().clinical())
            throw new NotFound("modèle", null);
        if (template.retired()) throw FormRefused.because("modele", TemplateText.NO_LONGER_OFFERED);
        var recipient = recipient(file.patient(), key, name, address, template.clinical());
        var values =
                fields.of(
                        new Subject(
                                file.patient(),
                                file.network(),
                                template.clinical() && file.clinical(),
                                today()));
        var id = Ids.next();
        sql.sql(
                        """
                        insert into correspondence.outgoing_message
                          (id, patient_id, recipient_kind, recipient_name, recipient_address, recipient_rpps, recipient_id, kind, subject, body,
                           created_at, created_by, state, rich, clinical, template_code, template_version, template_title, source)
                        values (:id, :patient, :kind, :name, :address, :rpps, :line, :what, :subject, '', :now, :by, 'BROUILLON', true,
                                :clinical, :code, :version, :title, :source)
                        """)
                .param("id", id)
                .param("patient", file.patient().value())
                .param("kind", recipient.kind().name())
                .param("name", recipient.name())
                .param("address", recipient.address())
                .param("rpps", recipient.rpps())
                .param("line", recipient.line())
                .param("what", KIND)
                .param("subject", Template.line(template.subject(), values, false).text())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("clinical", template.clinical())
                .param("code", code)
                .param("version", template.label())
                .param("title", template.title())
                .param("source", template.body())
                .update();
        trail.wrote(Trail.Action.CREATE, file.patient(), "COURRIER", id);
        return id;
    }

    private Recipient recipient(
            PatientId patient, String key, String name, String address, boolean clinical) {
        if (key.equals(RecipientKind.AUTRE.name())) {
            if (name.isBlank()) throw FormRefused.because("nom", CorrespondenceText.NAME_NEEDED);
            return new Recipient(
                    key, RecipientKind.AUTRE, name, "", null, address, null, null, null);
        }
        var found =
                recipients
                        .find(patient, key, today())
                        .orElseThrow(() ->
                                FormRefused.because(
                                        "destinataire", CorrespondenceText.RECIPIENT_NEEDED));
        var obstacle = found.obstacle(clinical);
        if (obstacle != null) throw FormRefused.because("destinataire", obstacle);
        return found;
    }

    /// A letter being written. Throws `NotFound` when there is no such one.
    @Transactional(readOnly = true)
    public Draft draft(UUID id) {
        return sql.sql(
                        """
                        select id, network_id, patient_id, template_code, template_title, template_version, clinical, recipient_kind, recipient_name,
                               recipient_address, recipient_id, subject, source, typed::text as typed, created_at, created_by, version
                          from correspondence.outgoing_message where id = :id and state = 'BROUILLON'
                        """)
                .param("id", id)
                .query(LetterService::read)
                .optional()
                .orElseThrow(() -> new NotFound("courrier", id));
    }

    private static Draft read(ResultSet row, int ignored) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                new NetworkId(row.getObject("network_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                row.getString("template_code"),
                row.getString("template_title"),
                row.getString("template_version"),
                row.getBoolean("clinical"),
                RecipientKind.valueOf(row.getString("recipient_kind")),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                row.getObject("recipient_id", UUID.class),
                row.getString("subject"),
                row.getString("source"),
                JSON.readValue(row.getString("typed"), new TypeReference<Map<String, String>>() {}),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getInt("version"));
    }

    /// The letter as it stands: what is known now, then what was typed.
    ///
    /// @param missing what is left to complete, in the subject and in the text
    record Text(String subject, String body, List<Token> missing, List<Token> free) {}

    /// What a draft says with today's values.
    @Transactional(readOnly = true)
    public Text text(Draft draft, OpenFile file) {
        var values = values(draft, file);
        var subject = Template.line(draft.subject(), values, false);
        var body = Template.merge(draft.source(), values, false);
        var missing = new ArrayList<>(subject.missing());
        body.missing().stream().filter(token -> !missing.contains(token)).forEach(missing::add);
        var free = new ArrayList<>(subject.free());
        free.addAll(body.free());
        return new Text(subject.text(), body.text(), List.copyOf(missing), List.copyOf(free));
    }

    private Values values(Draft draft, OpenFile file) {
        var values =
                fields.of(
                        new Subject(
                                draft.patient(),
                                draft.network(),
                                draft.clinical() && file.clinical(),
                                today()));
        OutboxService.addressed(values, draft.kind(), draft.recipient());
        draft.typed().forEach(values::put);
        return values;
    }

    /// What a writer sends of a draft.
    record Typed(
            String recipient,
            String address,
            String subject,
            String source,
            Map<String, String> words,
            int version) {}

    /// Saves a draft over the version read.
    @Transactional
    public void save(Draft draft, Typed typed) {
        check(typed);
        int saved =
                sql.sql(
                                """
                                update correspondence.outgoing_message
                                   set recipient_name = :name, recipient_address = :address, subject = :subject, source = :source,
                                       typed = cast(:typed as jsonb), version = version + 1
                                 where id = :id and state = 'BROUILLON' and version = :version
                                """)
                        .param("name", typed.recipient())
                        .param("address", typed.address().isBlank() ? null : typed.address())
                        .param("subject", typed.subject())
                        .param("source", FrenchSpaces.of(typed.source()))
                        .param("typed", JSON.writeValueAsString(kept(typed.words())))
                        .param("id", draft.id())
                        .param("version", typed.version())
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("a draft was saved meanwhile");
        trail.wrote(Trail.Action.UPDATE, draft.patient(), "COURRIER", draft.id());
    }

    private void check(Typed typed) {
        var errors = new FormErrors();
        if (typed.recipient().isBlank()) errors.add("recipient", CorrespondenceText.NAME_NEEDED);
        if (typed.subject().isBlank()) errors.add("subject", CorrespondenceText.SUBJECT_NEEDED);
        if (PostalAddress.lines(typed.recipient(), typed.address()).size() > PostalAddress.LINES)
            errors.add("address", CorrespondenceText.ADDRESS_TOO_LONG);
        // a letter of its own: fields that repeat or hold health content follow the same rules
        Template.flaws(typed.source(), fields.all(), true, false).stream()
                .map(TemplateText::of)
                .findFirst()
                .ifPresent(sentence -> errors.add("source", sentence));
        FormRefused.unless(errors);
    }

    private static Map<String, String> kept(Map<String, String> words) {
        var kept = new HashMap<String, String>();
        words.forEach((key, value) -> {
            if (!value.isBlank()) kept.put(key, FrenchSpaces.of(value.strip()));
        });
        return kept;
    }

    /// Puts the letter in the tray: its text is fixed. Refuses while something is missing, or when
    /// its recipient may not get it any more.
    @Transactional
    public void send(UUID id, OpenFile file) {
        var draft = draft(id);
        var text = text(draft, file);
        var errors = new FormErrors();
        for (var token : text.missing())
            errors.add(
                    field(token),
                    CorrespondenceText.missing(token, fields.all().get(token.name())));
        var obstacle = obstacle(draft);
        if (obstacle != null) errors.add("recipient", obstacle);
        FormRefused.unless(errors);
        int sent =
                sql.sql(
                                """
                                update correspondence.outgoing_message
                                   set state = 'A_ENVOYER', subject = :subject, body = :body, source = null, typed = '{}', created_at = :now,
                                       created_by = :by, version = version + 1
                                 where id = :id and state = 'BROUILLON' and version = :version
                                """)
                        .param("subject", text.subject())
                        .param("body", text.body())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .param("version", draft.version())
                        .update();
        if (sent == 0) throw new OptimisticLockingFailureException("a draft was saved meanwhile");
        log.note(List.of(id), Happened.ECRIT, Channel.COURRIER, null, null);
        trail.wrote(Trail.Action.SIGN, draft.patient(), "COURRIER", id);
        timeline.add(
                draft.patient(),
                Timeline.Kind.COURRIER,
                CorrespondenceText.written(draft.templateTitle(), draft.recipient()),
                null,
                "/courriers/" + id,
                false);
    }

    /// Why the letter cannot go to its recipient now; null when it can.
    @Transactional(readOnly = true)
    public @Nullable String obstacle(Draft draft) {
        if (draft.kind() == RecipientKind.AUTRE) return null;
        var line = draft.line();
        var key = line == null ? draft.kind().name() : line.toString();
        var now = recipients.find(draft.patient(), key, today());
        return now.isEmpty()
                ? CorrespondenceText.RECIPIENT_LEFT
                : now.get().obstacle(draft.clinical());
    }

    /// The name of a form field for a token.
    static String field(Token token) {
        return "champ-" + Integer.toHexString(token.key().hashCode());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
