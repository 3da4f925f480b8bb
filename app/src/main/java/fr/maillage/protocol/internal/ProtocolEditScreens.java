package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.protocol.Findings;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms in which a protocol is written: its heading, and its lines one by one.
@Component
@Transactional(readOnly = true)
class ProtocolEditScreens {

    private final ProtocolRepository protocols;
    private final PlanDrafts drafts;
    private final Networks networks;
    private final Findings findings;

    ProtocolEditScreens(
            ProtocolRepository protocols, PlanDrafts drafts, Networks networks, Findings findings) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.networks = networks;
        this.findings = findings;
    }

    /// The draft with the form of `open` (« interventions-DT2-03 »; the heading when it names
    /// nothing), or with `shown`, the one that was refused. Throws `NotFound` when nothing is being
    /// written.
    public ProtocolEditPage edit(UUID id, String open, @Nullable FormView shown) {
        var draft = protocols.draft(id).orElseThrow(() -> new NotFound("brouillon", id));
        var choices = choices(draft.document());
        var href = ProtocolScreens.HOME + "/" + id;
        var key = shown == null ? open : shown.key();
        var sections =
                Arrays.stream(Kind.values())
                        .map(kind -> section(href, kind, draft.document(), choices, key, shown))
                        .toList();
        var inLine =
                sections.stream().flatMap(s -> s.items().stream()).anyMatch(i -> i.form() != null);
        return new ProtocolEditPage(
                href,
                "Écrire «\u00A0" + draft.document().title() + "\u00A0», v" + draft.number(),
                inLine
                        ? null
                        : shown != null
                                ? shown
                                : head(
                                        href,
                                        HeadForm.typed(draft.document()),
                                        ProtocolService.headTag(draft.document()),
                                        null,
                                        new FormErrors()),
                sections,
                findings.facts());
    }

    /// The draft with the form of a line that could not be taken away, and why.
    public ProtocolEditPage kept(UUID id, Kind kind, String key, FormErrors errors) {
        var document = draft(id);
        var line = document.line(kind, key).orElseThrow(() -> new NotFound("ligne", id));
        return edit(
                id,
                "",
                form(
                        ProtocolScreens.HOME + "/" + id,
                        kind,
                        key,
                        ProtocolService.tag(document, kind, key),
                        ProtocolForms.typed(line),
                        choices(document),
                        null,
                        errors));
    }

    ProtocolForms.Choices choices(Document document) {
        return new ProtocolForms.Choices(drafts.types(), networks.allThemes(), document, findings);
    }

    /// What the draft says now. Throws `NotFound`.
    public Document draft(UUID id) {
        return protocols.draft(id).orElseThrow(() -> new NotFound("brouillon", id)).document();
    }

    FormView head(
            String href, Typed typed, String tag, @Nullable String conflict, FormErrors errors) {
        return new FormView(
                "entete",
                href + "/entete",
                "En-tête",
                null,
                HeadForm.fields(typed, networks.allThemes()),
                tag,
                conflict,
                errors,
                "Enregistrer",
                true,
                null);
    }

    private ProtocolEditPage.Section section(
            String href,
            Kind kind,
            Document document,
            ProtocolForms.Choices choices,
            String open,
            @Nullable FormView shown) {
        var items = new ArrayList<ProtocolEditPage.Item>();
        for (var line : document.lines(kind)) {
            var key = kind.path() + "-" + line.key();
            items.add(
                    item(
                            href,
                            key,
                            ProtocolReading.heading(line),
                            ProtocolReading.rest(line, document),
                            false,
                            !key.equals(open)
                                    ? null
                                    : shown != null
                                            ? shown
                                            : form(
                                                    href,
                                                    kind,
                                                    line.key(),
                                                    ProtocolService.tag(document, kind, line.key()),
                                                    ProtocolForms.typed(line),
                                                    choices,
                                                    null,
                                                    new FormErrors())));
        }
        var more = kind.path() + "-nouveau";
        items.add(
                item(
                        href,
                        more,
                        ProtocolText.add(kind),
                        "",
                        true,
                        !more.equals(open)
                                ? null
                                : shown != null
                                        ? shown
                                        : form(
                                                href,
                                                kind,
                                                null,
                                                "",
                                                ProtocolForms.blank(kind),
                                                choices,
                                                null,
                                                new FormErrors())));
        return new ProtocolEditPage.Section(
                kind.path(),
                switch (kind) {
                    case CRITERION -> "Critères d’inclusion et de sortie";
                    case AIM -> "Objectifs";
                    case ACT -> "Interventions et séances d’éducation";
                    case WATCH -> "Surveillances";
                    case DECISION -> "Algorithmes décisionnels";
                    case RULE -> "Règles après évaluation";
                },
                document.lines(kind).size(),
                items);
    }

    private static ProtocolEditPage.Item item(
            String href,
            String key,
            String label,
            String rest,
            boolean adds,
            @Nullable FormView form) {
        return new ProtocolEditPage.Item(
                key, label, rest, adds, href + "/modifier?ligne=" + key + "#" + key, form);
    }

    FormView form(
            String href,
            Kind kind,
            @Nullable String key,
            String tag,
            Typed typed,
            ProtocolForms.Choices choices,
            @Nullable String conflict,
            FormErrors errors) {
        var path = href + "/lignes/" + kind.path() + (key == null ? "" : "/" + key);
        return new FormView(
                kind.path() + "-" + (key == null ? "nouveau" : key),
                path,
                key == null ? ProtocolText.add(kind) : kind.label(),
                null,
                ProtocolForms.fields(kind, typed, choices),
                tag,
                conflict,
                errors,
                key == null ? "Ajouter" : "Enregistrer",
                conflict != null || !errors.none(),
                key == null ? null : path + "/retirer");
    }
}
