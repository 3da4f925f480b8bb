package fr.maillage.protocol.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision algorithm to be read whole and printed: its questions in order, each answer with what
/// follows it.
///
/// @param sub the protocol with its version, and who answers for it
/// @param gaps what is missing before it may be published
public record AlgorithmPage(
        String back, String name, String sub, List<Question> questions, List<String> gaps) {

    public record Question(
            int number, String title, String help, String source, List<Answer> answers) {}

    /// @param lines what it proposes
    /// @param next number of the question that follows; null: it stops there
    public record Answer(String label, List<String> lines, String advice, @Nullable Integer next) {}
}
