package fr.maillage.protocol.internal;

import fr.maillage.kernel.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of a decision algorithm. Every method throws `NotFound` when no algorithm begins with
/// the question named.
@Component
@Transactional(readOnly = true)
class AlgorithmScreens {

    private final ProtocolScreens protocols;
    private final ProtocolService service;
    private final Shelf shelf;

    AlgorithmScreens(ProtocolScreens protocols, ProtocolService service, Shelf shelf) {
        this.protocols = protocols;
        this.service = service;
        this.shelf = shelf;
    }

    /// Of the structure: the version named, or else the one that serves.
    public AlgorithmPage own(UUID id, @Nullable UUID version, String root) {
        var shown = protocols.version(id, version);
        var doctor = shown.reviewedBy();
        return page(
                ProtocolScreens.HOME + "/" + id + "?version=" + shown.id(),
                ProtocolText.mark(shown.document().title(), shown.number())
                        + ", "
                        + shown.status().label().toLowerCase(java.util.Locale.FRENCH)
                        + (doctor == null ? "" : ", validé par " + doctor),
                shown.document(),
                root);
    }

    public AlgorithmPage shipped(String code, String root) {
        var document = service.shipped(code).document();
        return page(
                ProtocolScreens.HOME + "/livres/" + code,
                document.title() + ", livré avec Maillage, à valider par un médecin",
                document,
                root);
    }

    public AlgorithmPage shared(UUID entry, String root) {
        var shared = shelf.get(entry);
        return page(
                ProtocolScreens.HOME + "/partages/" + entry,
                ProtocolText.mark(shared.document().title(), shared.number()) + ", " + shared.by(),
                shared.document(),
                root);
    }

    private static AlgorithmPage page(String back, String sub, Document document, String key) {
        var algorithms = new Algorithms(document);
        var root = algorithms.root(key).orElseThrow(() -> new NotFound("algorithme", null));
        var questions = algorithms.reached(root);
        var numbers = new HashMap<String, Integer>();
        for (var question : questions) numbers.put(question.key(), numbers.size() + 1);
        return new AlgorithmPage(
                back,
                root.called(),
                sub,
                questions.stream().map(q -> question(q, numbers, algorithms)).toList(),
                algorithms.gaps());
    }

    private static AlgorithmPage.Question question(
            Decision d, Map<String, Integer> numbers, Algorithms algorithms) {
        return new AlgorithmPage.Question(
                numbers.getOrDefault(d.key(), 0),
                d.title(),
                d.help(),
                ProtocolReading.source(d.source()),
                d.answers().stream()
                        .map(a ->
                                new AlgorithmPage.Answer(
                                        a.label(),
                                        words(a, algorithms),
                                        a.advice(),
                                        a.next() == null ? null : numbers.get(a.next())))
                        .toList());
    }

    private static List<String> words(Decision.Answer answer, Algorithms algorithms) {
        return answer.lines().stream()
                .flatMap(k -> algorithms.proposed(k).stream())
                .map(algorithms::words)
                .toList();
    }
}
