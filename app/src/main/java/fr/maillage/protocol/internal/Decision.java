package fr.maillage.protocol.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A question of a decision algorithm, with its answers. The questions of a document tied by their
/// answers are its algorithms ([Algorithms]).
///
/// @param title the question
/// @param name of the algorithm it begins; empty for a question others lead to
/// @param help how to answer it
record Decision(
        String key,
        String title,
        String name,
        String help,
        List<Answer> answers,
        Document.Source source)
        implements Document.Line {

    /// Most answers a question has.
    static final int ANSWERS = 6;

    /// Most lines an answer proposes.
    static final int LINES = 3;

    Decision {
        name = Objects.requireNonNullElse(name, "");
        help = Objects.requireNonNullElse(help, "");
        answers = answers == null ? List.of() : List.copyOf(answers);
        source = Objects.requireNonNullElse(source, Document.Source.NONE);
    }

    /// An answer and what follows it.
    ///
    /// @param label « Oui »
    /// @param next key of the question that comes after; null: the algorithm ends here
    /// @param lines keys of the interventions and goals of the document that it proposes
    /// @param advice what to do, in words
    record Answer(String label, @Nullable String next, List<String> lines, String advice) {
        Answer {
            label = Objects.requireNonNullElse(label, "");
            lines = lines == null ? List.of() : List.copyOf(lines);
            advice = Objects.requireNonNullElse(advice, "");
        }

        /// Whether something follows it; otherwise it is a dead end.
        boolean leads() {
            return next != null || !lines.isEmpty() || !advice.isBlank();
        }
    }

    /// Keys of the questions its answers lead to, each once.
    List<String> followers() {
        var found = new ArrayList<String>();
        for (var answer : answers)
            if (answer.next() != null && !found.contains(answer.next())) found.add(answer.next());
        return found;
    }

    /// Whether an answer proposes this line.
    boolean proposes(String line) {
        return answers.stream().anyMatch(a -> a.lines().contains(line));
    }

    /// What it is called in a list: the algorithm it begins, or its words.
    String called() {
        return name.isBlank() ? title : name;
    }
}
