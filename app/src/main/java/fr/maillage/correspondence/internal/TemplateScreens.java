package fr.maillage.correspondence.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.correspondence.internal.LetterTemplates.Edited;
import fr.maillage.correspondence.internal.text.LetterBlock;
import fr.maillage.correspondence.internal.text.LetterText;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of templates show.
@Component
class TemplateScreens {

    /// Stands for the code of one being made.
    static final String NEW = "nouveau";

    private final LetterTemplates templates;
    private final Fields fields;
    private final LetterSheets sheets;
    private final Clock clock;

    TemplateScreens(LetterTemplates templates, Fields fields, LetterSheets sheets, Clock clock) {
        this.templates = templates;
        this.fields = fields;
        this.sheets = sheets;
        this.clock = clock;
    }

    /// A template as it is edited, with what its file or its checking had to say.
    ///
    /// @param after key of the version it follows
    /// @param read « Lu dans lettre.docx »; null when it was typed
    record Editing(
            Edited text, String after, String origin, @Nullable String read, List<String> notes) {

        static Editing of(LetterTemplate template, String after) {
            return typed(
                    new Edited(
                            template.title(),
                            template.usage(),
                            template.subject(),
                            template.body(),
                            template.clinical(),
                            template.recipients()),
                    after);
        }

        static Editing typed(Edited text, String after) {
            return new Editing(
                    text, after, LetterTemplate.Origin.APPLICATION.name(), null, List.of());
        }
    }

    @Transactional(readOnly = true)
    public TemplatesPage list() {
        var all = templates.all();
        var newer = templates.newer(all);
        var lines =
                all.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        LetterTemplate::retired,
                                        Collectors.mapping(
                                                t -> line(t, newer.containsKey(t.code())),
                                                Collectors.toList())));
        return new TemplatesPage(
                Objects.requireNonNull(lines.get(false)),
                Objects.requireNonNull(lines.get(true)),
                mayEdit());
    }

    private static TemplatesPage.Line line(LetterTemplate template, boolean newer) {
        return new TemplatesPage.Line(
                "/reglages/modeles/" + template.code(),
                template.title(),
                template.usage(),
                template.label(),
                published(template),
                template.clinical(),
                template.made(),
                newer);
    }

    /// One being made: nothing of it is kept yet.
    ///
    /// @param copied code of the template it begins as a copy of; empty for none
    @Transactional(readOnly = true)
    public TemplatePage blank(String copied) {
        var start =
                copied.isEmpty()
                        ? new Edited("", "", "", TemplateText.START, false, List.of())
                        : copy(templates.current(copied));
        return made(Editing.typed(start, ""), new FormErrors());
    }

    private static Edited copy(LetterTemplate template) {
        return new Edited(
                TemplateText.copyOf(template.title()),
                template.usage(),
                template.subject(),
                template.body(),
                template.clinical(),
                template.recipients());
    }

    /// The same, with what was typed.
    @Transactional(readOnly = true)
    public TemplatePage made(Editing editing, FormErrors errors) {
        return page(NEW, null, editing, List.of(), null, errors);
    }

    @Transactional(readOnly = true)
    public TemplatePage page(
            String code, Editing editing, @Nullable String conflict, FormErrors errors) {
        return page(
                code, templates.current(code), editing, templates.versions(code), conflict, errors);
    }

    private TemplatePage page(
            String code,
            @Nullable LetterTemplate current,
            Editing editing,
            List<LetterTemplate> versions,
            @Nullable String conflict,
            FormErrors errors) {
        var newer = current == null ? Optional.<LetterTemplate>empty() : templates.newer(current);
        var text = editing.text();
        return new TemplatePage(
                code,
                current == null ? "" : Typography.capital(current.label()),
                current == null ? "" : current.usage(),
                mayEdit(),
                current == null || current.made(),
                current != null && current.retired(),
                Arrays.stream(RecipientKind.values())
                        .filter(kind -> kind != RecipientKind.AUTRE)
                        .map(kind ->
                                new TemplatePage.Recipient(
                                        kind.name(),
                                        Typography.capital(kind.label()),
                                        text.recipients().contains(kind)))
                        .toList(),
                text.title(),
                text.usage(),
                text.subject(),
                text.body(),
                text.clinical(),
                editing.after(),
                editing.origin(),
                editing.read(),
                editing.notes(),
                newer.map(LetterTemplate::key).orElse(null),
                newer.map(LetterTemplate::label).orElse(null),
                groups(),
                versions.stream()
                        .map(v ->
                                new TemplatePage.Version(
                                        v.key(),
                                        v.label(),
                                        published(v),
                                        current != null && v.key().equals(current.key()),
                                        v.own()))
                        .toList(),
                conflict,
                errors);
    }

    private List<TemplatePage.Group> groups() {
        var groups = new LinkedHashMap<String, List<TemplatePage.Field>>();
        for (var field : fields.list())
            groups.computeIfAbsent(TemplateText.group(field.group()), _ -> new ArrayList<>())
                    .add(
                            new TemplatePage.Field(
                                    "{{" + field.key() + "}}",
                                    field.label(),
                                    field.example().lines().findFirst().orElse(""),
                                    field.repeated(),
                                    field.clinical()));
        return groups.entrySet().stream()
                .map(e -> new TemplatePage.Group(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    /// Two versions, by key; the second is the one in use when empty.
    @Transactional(readOnly = true)
    public TemplateVersionPage compare(String code, String from, String to) {
        var current = templates.current(code);
        var one = templates.version(code, from);
        var other = to.isEmpty() ? current : templates.version(code, to);
        var lines = LineDiff.between(lines(one), lines(other));
        return new TemplateVersionPage(
                code,
                current.title(),
                one.label(),
                other.label(),
                lines,
                lines.stream().noneMatch(line -> line.added() || line.removed()),
                mayEdit()
                                && templates
                                        .newer(current)
                                        .filter(o -> o.key().equals(other.key()))
                                        .isPresent()
                        ? other.key()
                        : null,
                mayEdit() && !one.key().equals(current.key()) ? one.key() : null,
                current.key());
    }

    private static List<String> lines(LetterTemplate template) {
        var lines = new ArrayList<String>();
        lines.add(template.title());
        lines.add(CorrespondenceText.subject(template.subject()));
        template.body().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return lines;
    }

    /// The letter of a text on an invented person.
    @Transactional(readOnly = true)
    public LetterSheet preview(Edited text) {
        var known = fields.all();
        var values = Template.examples(known, text.subject() + "\n" + text.body());
        return sheets.of(
                SignedIn.current().network(),
                clock.instant(),
                "Dr Jeanne EXEMPLE",
                "Cabinet médical\n4 place du Modèle\n59500 Douai",
                CorrespondenceText.shown(
                        Template.line(text.subject(), values, false).text(), known),
                Template.merge(text.body(), values, false).text(),
                true,
                SignedIn.current().displayName(),
                false);
    }

    /// The pieces of a version, its fields as they are written.
    List<LetterBlock> blocks(LetterTemplate template) {
        return LetterText.blocks(template.body(), true, Token::written);
    }

    private static @Nullable String published(LetterTemplate template) {
        var at = template.publishedAt();
        var origin = template.origin();
        return at == null || origin == null
                ? null
                : TemplateText.published(
                        FrenchDates.date(at.atZone(FrenchDates.PARIS).toLocalDate()),
                        String.valueOf(template.publishedBy()),
                        origin.label());
    }

    private static boolean mayEdit() {
        return SignedIn.current().role() != Role.SECRETARY;
    }
}
