package fr.maillage.correspondence.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The letters of a person, and the one being written.
@Component
class LetterScreens {

    private static final int PAGE = 50;

    private final JdbcClient sql;
    private final Clock clock;
    private final LetterTemplates templates;
    private final Recipients recipients;
    private final LetterService letters;
    private final LetterSheets sheets;
    private final Fields fields;

    LetterScreens(
            JdbcClient sql,
            Clock clock,
            LetterTemplates templates,
            Recipients recipients,
            LetterService letters,
            LetterSheets sheets,
            Fields fields) {
        this.sql = sql;
        this.clock = clock;
        this.templates = templates;
        this.recipients = recipients;
        this.letters = letters;
        this.sheets = sheets;
        this.fields = fields;
    }

    /// Latest first; those with health content show their envelope only to who sees names and
    /// status.
    @Transactional(readOnly = true)
    public PersonLettersPage of(OpenFile file, int number, @Nullable String error) {
        var today = LocalDate.now(clock);
        int page = Math.clamp(number, 1, 10_000);
        var clinical = SignedIn.current().role().clinical();
        var lines =
                sql.sql(
                                """
                                select m.id, m.kind, m.template_title, m.recipient_name, m.recipient_kind, m.recipient_address, m.state, m.channel,
                                       m.created_at, m.sent_at, m.sent_by, m.cancelled_why, m.returned_why, m.clinical,
                                       k.reason as mark, k.returned_on as mark_on
                                  from correspondence.outgoing_message m
                                  left join correspondence.address_mark k on k.network_id = m.network_id and k.lifted_at is null
                                       and k.address_key = correspondence.address_key(m.recipient_name, m.recipient_address)
                                 where m.patient_id = :patient
                                 order by m.created_at desc, m.id desc limit :limit offset :offset
                                """)
                        .param("patient", file.patient().value())
                        .param("limit", PAGE + 1)
                        .param("offset", (page - 1) * PAGE)
                        .query((row, _) -> {
                            var state = LetterState.valueOf(row.getString("state"));
                            var channel = Channel.valueOf(row.getString("channel"));
                            var sent = row.getTimestamp("sent_at");
                            var at =
                                    sent == null
                                            ? row.getTimestamp("created_at").toInstant()
                                            : sent.toInstant();
                            var readable = clinical || !row.getBoolean("clinical");
                            return new PersonLettersPage.Line(
                                    CorrespondenceText.title(
                                            row.getString("kind"), row.getString("template_title")),
                                    readable ? "/courriers/" + row.getString("id") : null,
                                    row.getString("recipient_name"),
                                    RecipientKind.label(row.getString("recipient_kind")),
                                    state == LetterState.ENVOYE
                                            ? CorrespondenceText.gone(channel)
                                            : state.label(),
                                    state.tone(),
                                    state.icon(),
                                    FrenchDates.relative(at, today),
                                    FrenchDates.exact(at),
                                    CorrespondenceText.detail(
                                            state,
                                            channel,
                                            row.getString("sent_by"),
                                            row.getString("cancelled_why"),
                                            row.getString("returned_why")),
                                    state == LetterState.A_ENVOYER || state == LetterState.ECHEC
                                            ? CorrespondenceText.address(
                                                    row.getString("recipient_address"),
                                                    row.getString("mark"),
                                                    row.getObject("mark_on", LocalDate.class))
                                            : null);
                        })
                        .list();
        return new PersonLettersPage(
                file.banner(),
                file.banner().id(),
                true,
                lines.size() > PAGE ? lines.subList(0, PAGE) : lines,
                page,
                lines.size() > PAGE,
                error);
    }

    /// What may be written, and to whom.
    @Transactional(readOnly = true)
    public NewLetterPage blank(
            OpenFile file,
            String template,
            String recipient,
            String name,
            String address,
            FormErrors errors) {
        var clinical = SignedIn.current().role().clinical();
        var usable = templates.offered().stream().filter(t -> clinical || !t.clinical()).toList();
        var chosen = usable.stream().filter(t -> t.code().equals(template)).findFirst();
        return new NewLetterPage(
                file.banner(),
                file.banner().id(),
                usable.stream()
                        .map(t ->
                                new NewLetterPage.Template(
                                        t.code(),
                                        t.title(),
                                        TemplateText.purpose(t.usage(), t.recipients())))
                        .toList(),
                recipients.of(file.patient(), LocalDate.now(clock)).stream()
                        .map(r ->
                                new NewLetterPage.Recipient(
                                        r.key(),
                                        Recipients.words(r),
                                        r.obstacle(
                                                chosen.map(LetterTemplate::clinical)
                                                        .orElse(clinical)),
                                        PostalAddress.complete(r.address())
                                                ? null
                                                : CorrespondenceText.NO_ADDRESS_YET))
                        .toList(),
                template,
                recipient,
                name,
                address,
                errors);
    }

    /// The letter as it stands, to be completed.
    ///
    /// @param typed what was sent and not saved; null: the draft as kept
    @Transactional(readOnly = true)
    public WritePage write(
            Draft draft, OpenFile file, LetterService.@Nullable Typed typed, FormOutcome outcome) {
        var text = letters.text(draft, file);
        var known = fields.all();
        var seen = new LinkedHashSet<String>();
        var parts = new ArrayList<WritePage.Field>();
        for (var token : tokens(text, draft))
            if (seen.add(token.key())) {
                var name = LetterService.field(token);
                var value =
                        typed == null
                                ? draft.typed().getOrDefault(token.key(), "")
                                : typed.words().getOrDefault(token.key(), "");
                parts.add(
                        new WritePage.Field(
                                name,
                                CorrespondenceText.label(token, known.get(token.name())),
                                value,
                                token.free(),
                                token.optional()));
            }
        return new WritePage(
                file.banner(),
                draft.id().toString(),
                draft.templateTitle(),
                draft.templateTitle() + ", " + draft.templateVersion(),
                typed == null ? draft.recipient() : typed.recipient(),
                draft.kind().label(),
                typed == null ? orEmpty(draft.address()) : typed.address(),
                PostalAddress.complete(draft.address()) ? null : CorrespondenceText.NO_ADDRESS,
                typed == null ? draft.subject() : typed.subject(),
                typed == null ? draft.source() : typed.source(),
                List.copyOf(parts),
                text.missing().stream()
                        .map(token ->
                                new WritePage.Missing(
                                        LetterService.field(token),
                                        CorrespondenceText.missing(token, known.get(token.name()))))
                        .toList(),
                letters.obstacle(draft),
                sheet(draft, text),
                typed == null ? draft.version() : typed.version(),
                outcome.conflict(),
                outcome.errors());
    }

    /// What the writer may type: free parts in the order of the letter, then fields nobody knows.
    private static List<Token> tokens(LetterService.Text text, Draft draft) {
        var all = new ArrayList<>(text.free());
        all.addAll(text.missing());
        // what was typed for a field stays editable once it is no longer missing
        for (var token : Template.tokens(draft.subject() + "\n" + draft.source()))
            if (draft.typed().containsKey(token.key())) all.add(token);
        return all;
    }

    /// The letter as it stands, on paper.
    @Transactional(readOnly = true)
    public LetterSheet sheet(Draft draft, OpenFile file) {
        return sheet(draft, letters.text(draft, file));
    }

    private LetterSheet sheet(Draft draft, LetterService.Text text) {
        return sheets.of(
                draft.network(),
                clock.instant(),
                draft.recipient(),
                draft.address(),
                CorrespondenceText.shown(text.subject(), fields.all()),
                text.body(),
                true,
                draft.createdBy(),
                true);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
