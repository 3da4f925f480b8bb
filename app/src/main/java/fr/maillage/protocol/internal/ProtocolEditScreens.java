package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
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

    ProtocolEditScreens(ProtocolRepository protocols, PlanDrafts drafts, Networks networks) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.networks = networks;
    }

    /// The forms of the draft; `shown` replaces the one that was refused. Throws `NotFound` when
    /// nothing is being written.
    public ProtocolEditPage edit(UUID id, @Nullable FormView shown) {
        var draft = protocols.draft(id).orElseThrow(() -> new NotFound("brouillon", id));
        var choices = choices(draft.document());
        var href = ProtocolScreens.HOME + "/" + id;
        var sections =
                Arrays.stream(Kind.values())
                        .map(kind -> section(href, kind, draft.document(), choices, shown))
                        .toList();
        var head =
                head(
                        href,
                        ProtocolForms.typed(draft.document()),
                        ProtocolService.headTag(draft.document()),
                        null,
                        new FormErrors());
        return new ProtocolEditPage(
                href,
                "Écrire « " + draft.document().title() + " », v" + draft.number(),
                shown != null && shown.key().equals(head.key()) ? shown : head,
                sections);
    }

    ProtocolForms.Choices choices(Document document) {
        return new ProtocolForms.Choices(drafts.types(), networks.allThemes(), document);
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
                ProtocolForms.head(typed, networks.allThemes()),
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
            @Nullable FormView shown) {
        var forms = new ArrayList<FormView>();
        for (var line : document.lines(kind))
            forms.add(
                    form(
                            href,
                            kind,
                            line.key(),
                            ProtocolService.tag(document, kind, line.key()),
                            ProtocolForms.typed(line),
                            choices,
                            ProtocolReading.summary(line, document),
                            null,
                            new FormErrors()));
        forms.add(
                form(
                        href,
                        kind,
                        null,
                        "",
                        ProtocolForms.blank(kind),
                        choices,
                        null,
                        null,
                        new FormErrors()));
        if (shown != null) forms.replaceAll(form -> form.key().equals(shown.key()) ? shown : form);
        return new ProtocolEditPage.Section(
                kind.path(),
                switch (kind) {
                    case CRITERION -> "Critères d’inclusion et de sortie";
                    case AIM -> "Objectifs";
                    case ACT -> "Interventions et séances d’éducation";
                    case WATCH -> "Surveillances";
                },
                forms);
    }

    FormView form(
            String href,
            Kind kind,
            @Nullable String key,
            String tag,
            Typed typed,
            ProtocolForms.Choices choices,
            @Nullable String summary,
            @Nullable String conflict,
            FormErrors errors) {
        var path = href + "/lignes/" + kind.path() + (key == null ? "" : "/" + key);
        return new FormView(
                kind.path() + "-" + (key == null ? "nouveau" : key),
                path,
                key == null ? kind.label() + ProtocolText.COLON + "ajouter" : kind.label(),
                summary,
                ProtocolForms.fields(kind, typed, choices),
                tag,
                conflict,
                errors,
                key == null ? "Ajouter" : "Enregistrer",
                conflict != null || !errors.none(),
                key == null ? null : path + "/retirer");
    }
}
