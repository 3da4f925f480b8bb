package fr.maillage.protocol.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two protocols side by side: versions of the structure, shared ones, shipped ones.
@Component
@Transactional(readOnly = true)
class CompareScreens {

    private final ProtocolRepository protocols;
    private final Documents documents;
    private final Shelf shelf;
    private final CommonStore commons;

    CompareScreens(
            ProtocolRepository protocols, Documents documents, Shelf shelf, CommonStore commons) {
        this.commons = commons;
        this.protocols = protocols;
        this.documents = documents;
        this.shelf = shelf;
    }

    /// Two protocols side by side, named as `v-<version>`, `e-<entry>`, `c-<common version>` or
    /// `m-<code>`. Throws `NotFound`.
    public ComparePage compare(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            var choices = choices();
            return new ComparePage(
                    ProtocolScreens.HOME,
                    "",
                    "",
                    left,
                    right.isEmpty() && choices.size() > 1 ? choices.get(1).id() : right,
                    choices,
                    List.of(),
                    "",
                    -1);
        }
        var a = named(left);
        var b = named(right);
        var diff = DocumentDiff.between(a.document(), b.document());
        return new ComparePage(
                a.href(),
                a.label(),
                b.label(),
                left,
                right,
                choices(left, a, right, b),
                diff.changes(),
                ProtocolText.differences(diff.changes().size())
                        + ", "
                        + (diff.same() == 1
                                ? "1 ligne identique"
                                : diff.same() + " lignes identiques"),
                diff.same());
    }

    /// Those that may be compared, with the two that are: a former version is no longer offered.
    private List<ComparePage.Choice> choices(String left, Named a, String right, Named b) {
        var choices = new ArrayList<>(choices());
        for (var one :
                List.of(
                        new ComparePage.Choice(right, b.label()),
                        new ComparePage.Choice(left, a.label())))
            if (choices.stream().noneMatch(c -> c.id().equals(one.id()))) choices.addFirst(one);
        return choices;
    }

    private record Named(String label, String href, Document document) {}

    private Named named(String name) {
        if (name.startsWith("m-"))
            for (var shipped : documents.shipped())
                if (shipped.code().equals(name.substring(2)))
                    return new Named(
                            shipped.document().title() + ", livré avec Maillage",
                            ProtocolScreens.HOME + "/livres/" + shipped.code(),
                            shipped.document());
        var id =
                Ids.parse(name.length() < 2 ? "" : name.substring(2))
                        .orElseThrow(() -> new NotFound("protocole", null));
        if (name.startsWith("c-")) {
            var common = commons.version(id);
            return new Named(
                    CommonText.titled(common),
                    ProtocolScreens.HOME + "/communs/" + id,
                    commons.content(id).document());
        }
        if (name.startsWith("e-")) {
            var shared = shelf.get(id);
            return new Named(
                    shared.document().title() + ", " + shared.by(),
                    ProtocolScreens.HOME + "/partages/" + id,
                    shared.document());
        }
        var version =
                protocols.versions(List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound("version de protocole", id));
        return new Named(
                ProtocolText.mark(version.document().title(), version.number()),
                ProtocolScreens.HOME + "/" + version.protocol(),
                version.document());
    }

    private List<ComparePage.Choice> choices() {
        var choices = new ArrayList<ComparePage.Choice>();
        protocols
                .published()
                .forEach(v ->
                        choices.add(
                                new ComparePage.Choice(
                                        "v-" + v.id(),
                                        ProtocolText.mark(v.document().title(), v.number()))));
        shelf.all()
                .forEach(e ->
                        choices.add(
                                new ComparePage.Choice("e-" + e.id(), e.title() + ", " + e.by())));
        commons.versions().stream()
                .filter(v -> v.status() == CommonStore.Status.ARRETEE)
                .forEach(v ->
                        choices.add(new ComparePage.Choice("c-" + v.id(), CommonText.titled(v))));
        documents
                .shipped()
                .forEach(s ->
                        choices.add(
                                new ComparePage.Choice(
                                        "m-" + s.code(),
                                        s.document().title() + ", livré avec Maillage")));
        return choices;
    }
}
