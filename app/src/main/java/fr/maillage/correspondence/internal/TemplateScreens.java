package fr.maillage.correspondence.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.correspondence.internal.LetterTemplates.Edited;
import fr.maillage.correspondence.internal.text.LetterBlock;
import fr.maillage.correspondence.internal.text.LetterText;
import fr.maillage.correspondence.internal.text.Template;
import fr.maillage.correspondence.internal.text.Token;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What the pages of templates show.
@Component
class TemplateScreens {

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
            return new Editing(
                    new Edited(
                            template.title(),
                            template.subject(),
                            template.body(),
                            template.clinical()),
                    after,
                    LetterTemplate.Origin.APPLICATION.name(),
                    null,
                    List.of());
        }
    }

    @Transactional(readOnly = true)
    public TemplatesPage list() {
        var all = templates.all();
        var offered = templates.offered(all);
        return new TemplatesPage(
                all.stream()
                        .map(t ->
                                new TemplatesPage.Line(
                                        "/reglages/modeles/" + t.code(),
                                        t.title(),
                                        t.usage(),
                                        t.label(),
                                        published(t),
                                        t.clinical(),
                                        offered.containsKey(t.code())))
                        .toList(),
                mayEdit());
    }

    @Transactional(readOnly = true)
    public TemplatePage page(
            String code, Editing editing, @Nullable String conflict, FormErrors errors) {
        var current = templates.current(code);
        var offered = templates.offered(current);
        return new TemplatePage(
                code,
                current.label(),
                current.usage(),
                mayEdit(),
                editing.text().title(),
                editing.text().subject(),
                editing.text().body(),
                editing.text().clinical(),
                editing.after(),
                editing.origin(),
                editing.read(),
                editing.notes(),
                offered.map(LetterTemplate::key).orElse(null),
                offered.map(LetterTemplate::label).orElse(null),
                groups(),
                templates.versions(code).stream()
                        .map(v ->
                                new TemplatePage.Version(
                                        v.key(),
                                        v.label(),
                                        published(v),
                                        v.key().equals(current.key()),
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
                                        .offered(current)
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
