package fr.maillage.protocol.internal;

import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The decision algorithms of a document. Its questions, tied by their answers, never come back to
/// where they were; each question no answer leads to begins an algorithm. Two answers may lead to
/// one question. Source: guide DGOS 2012, fiche D4 (« des référentiels qui sont les algorithmes
/// décisionnels utiles aux professionnels », drawn from national recommendations).
final class Algorithms {

    private final Map<String, Decision> questions = new LinkedHashMap<>();
    private final Document document;

    Algorithms(Document document) {
        this.document = document;
        for (var question : document.decisions()) questions.put(question.key(), question);
    }

    /// The questions that begin an algorithm, in their order.
    List<Decision> roots() {
        var led =
                questions.values().stream()
                        .flatMap(q -> q.followers().stream())
                        .collect(Collectors.toSet());
        return questions.values().stream().filter(q -> !led.contains(q.key())).toList();
    }

    /// The question that begins the algorithm of this key; empty when no algorithm begins there.
    Optional<Decision> root(String key) {
        return roots().stream().filter(q -> q.key().equals(key)).findFirst();
    }

    Optional<Decision> question(String key) {
        return Optional.ofNullable(questions.get(key));
    }

    /// Every question of an algorithm, in the order in which they may be reached.
    List<Decision> reached(Decision root) {
        var seen = new LinkedHashMap<String, Decision>();
        var waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            var question = waiting.poll();
            if (seen.putIfAbsent(question.key(), question) != null) continue;
            for (var next : question.followers()) question(next).ifPresent(waiting::add);
        }
        return List.copyOf(seen.values());
    }

    /// Whether the answers of `from` may lead to the question `to`, at once or later.
    boolean leads(String from, String to) {
        return question(from)
                .map(q -> reached(q).stream().anyMatch(r -> r.followers().contains(to)))
                .orElse(false);
    }

    /// Questions from which the answers come back to themselves.
    List<Decision> circular() {
        var open = new HashSet<String>();
        var done = new HashSet<String>();
        var found = new ArrayList<Decision>();
        for (var question : questions.values()) visit(question, open, done, found);
        return found;
    }

    private void visit(
            Decision question, Set<String> open, Set<String> done, List<Decision> found) {
        if (done.contains(question.key())) return;
        open.add(question.key());
        for (var next : question.followers()) {
            if (open.contains(next)) found.add(question);
            else question(next).ifPresent(q -> visit(q, open, done, found));
        }
        open.remove(question.key());
        done.add(question.key());
    }

    /// What is missing before they may be published, in sentences: an answer nothing follows, a
    /// question of one answer, an algorithm without a name.
    List<String> gaps() {
        var gaps = new ArrayList<String>();
        for (var root : roots())
            if (root.name().isBlank()) gaps.add(ProtocolText.unnamed(root.title()));
        for (var question : questions.values()) {
            if (question.answers().size() < 2) gaps.add(ProtocolText.oneAnswer(question.title()));
            for (var answer : question.answers())
                if (!answer.leads())
                    gaps.add(ProtocolText.deadEnd(question.title(), answer.label()));
        }
        return gaps;
    }

    /// The line of the document an answer proposes: an intervention, or else a goal.
    Optional<Line> proposed(String key) {
        return document.line(Kind.ACT, key)
                .<Line>map(l -> l)
                .or(() -> document.line(Kind.AIM, key));
    }

    /// What a document's answers may propose: its goals, then its interventions.
    static Stream<Line> proposable(Document document) {
        return Stream.concat(document.aims().stream(), document.acts().stream());
    }

    /// « Objectif : HbA1c… », or the intervention with its rhythm.
    String words(Line line) {
        return line instanceof Aim aim
                ? ProtocolText.goal(ProtocolReading.summary(aim, document))
                : ProtocolReading.summary(line, document);
    }

    // ── answering ──

    /// Where answers given one after the other lead.
    ///
    /// @param questions those answered, in order
    /// @param answers what was answered to each
    /// @param next the question that waits; empty when the algorithm ended
    record Path(List<Decision> questions, List<Decision.Answer> answers, Optional<Decision> next) {

        /// Keys of the lines proposed along the way, each once.
        List<String> lines() {
            return answers.stream().flatMap(a -> a.lines().stream()).distinct().toList();
        }

        /// Advice given along the way.
        List<String> advice() {
            return answers.stream().map(Decision.Answer::advice).filter(a -> !a.isBlank()).toList();
        }
    }

    /// Follows answers, each told by its rank among those of its question, from 0. Answers past the
    /// end, or that do not exist, throw `IllegalArgumentException`.
    Path follow(Decision root, List<Integer> ranks) {
        var asked = new ArrayList<Decision>();
        var given = new ArrayList<Decision.Answer>();
        var next = Optional.of(root);
        for (var rank : ranks) {
            var question =
                    next.orElseThrow(() -> new IllegalArgumentException("past the last question"));
            if (rank < 0 || rank >= question.answers().size())
                throw new IllegalArgumentException("no such answer");
            var answer = question.answers().get(rank);
            asked.add(question);
            given.add(answer);
            next = Optional.ofNullable(answer.next()).flatMap(this::question);
        }
        return new Path(List.copyOf(asked), List.copyOf(given), next);
    }
}
