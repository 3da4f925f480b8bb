package fr.maillage.protocol.internal;

import fr.maillage.kernel.NotFound;
import fr.maillage.protocol.internal.CommonPages.Mark;
import fr.maillage.protocol.internal.CommonPages.Writing;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forms of a proposal and of an adoption: a model of the structure beside what was agreed on, line
/// by line.
@Component
@Transactional(readOnly = true)
class CommonWriting {

    private final ThemeGroups groups;
    private final CommonStore store;
    private final CommonService service;
    private final ProtocolRepository protocols;

    CommonWriting(
            ThemeGroups groups,
            CommonStore store,
            CommonService service,
            ProtocolRepository protocols) {
        this.groups = groups;
        this.store = store;
        this.service = service;
        this.protocols = protocols;
    }

    /// A proposal being written, of a model chosen. Throws `NotFound` without one.
    public Writing proposing(String code, Sent form, FormErrors errors) {
        var model = model(form);
        var marks = new ArrayList<Mark>();
        for (var kind : Kind.values())
            for (var line : model.document().lines(kind)) {
                var key = CommonDiff.key(kind, line.key());
                marks.add(new Mark(key, kind.label(), line.title(), form.has("local", key)));
            }
        return new Writing(
                CommonScreens.HOME + "/" + code,
                "/propositions",
                CommonText.proposing(groups.group(code).label()),
                model.protocol().toString(),
                ProtocolText.mark(model.document().title(), model.number()),
                marks,
                gaps(service.lacking(code, model.document()), form),
                "",
                form,
                errors);
    }

    /// An adoption being written, of a model of the structure beside the version in force. Throws
    /// `NotFound` without one or the other.
    public Writing adopting(String code, Sent form, FormErrors errors) {
        var model = model(form);
        var version =
                CommonStore.inForce(store.versions(), code)
                        .orElseThrow(() -> new NotFound("version commune", null));
        var said = store.content(version.id());
        var diff = CommonDiff.of(said.document(), model.document(), said.local());
        return new Writing(
                CommonScreens.HOME + "/" + code,
                "/adoption",
                CommonText.adopting(groups.group(code).label()),
                model.protocol().toString(),
                ProtocolText.mark(model.document().title(), model.number()),
                List.of(),
                gaps(diff.gaps(), form),
                CommonText.besides(diff.local()),
                form,
                errors);
    }

    private ProtocolRepository.Version model(Sent form) {
        return form.id("protocole")
                .flatMap(id -> protocols.published(List.of(id)).stream().findFirst())
                .orElseThrow(() -> new NotFound("modèle", null));
    }

    private static List<CommonPages.Gap> gaps(List<CommonDiff.Gap> gaps, Sent form) {
        return gaps.stream()
                .map(g ->
                        new CommonPages.Gap(
                                g.key(),
                                g.kind(),
                                g.title(),
                                g.common(),
                                g.ours(),
                                form.value("raison-" + g.key())))
                .toList();
    }
}
