package fr.maillage.protocol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.protocol.internal.Decision.Answer;
import fr.maillage.protocol.internal.Document.Body;
import fr.maillage.protocol.internal.Document.Head;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Questions tied by their answers.
class AlgorithmsTest {

    private static final Answer STOP = new Answer("Non", null, List.of(), "Rien à faire.");

    private static Answer to(String label, @Nullable String next) {
        return new Answer(label, next, List.of(), "");
    }

    private static Decision question(String key, String name, Answer... answers) {
        return new Decision(key, key + " ?", name, "", List.of(answers), Source.NONE);
    }

    private static Document document(Decision... decisions) {
        return new Document(
                Head.of("Essai", Document.Nature.REFERENTIEL),
                new Body(
                        List.of(), List.of(), List.of(), List.of(), List.of(decisions), List.of()));
    }

    @Test
    void each_question_nothing_leads_to_begins_an_algorithm_and_two_answers_may_meet() {
        var algorithms =
                new Algorithms(
                        document(
                                question("c", "", STOP, STOP),
                                question("a", "Un", to("Oui", "b"), to("Non", "c")),
                                question("b", "", to("Oui", "c"), STOP),
                                question("d", "Deux", STOP, STOP)));
        assertThat(algorithms.roots()).extracting(Decision::key).containsExactly("a", "d");
        assertThat(algorithms.reached(algorithms.root("a").orElseThrow()))
                .extracting(Decision::key)
                .containsExactly("a", "b", "c");
        assertThat(algorithms.root("b")).isEmpty();
        assertThat(algorithms.leads("a", "c")).isTrue();
        assertThat(algorithms.leads("b", "a")).isFalse();
        assertThat(algorithms.circular()).isEmpty();
    }

    @Test
    void what_comes_back_to_itself_is_found_wherever_it_is() {
        var round =
                new Algorithms(
                        document(
                                question("a", "Un", to("Oui", "b"), STOP),
                                question("b", "", to("Oui", "c"), STOP),
                                question("c", "", to("Oui", "b"), STOP)));
        assertThat(round.circular()).extracting(Decision::key).containsExactly("c");
        var alone = new Algorithms(document(question("a", "Un", to("Oui", "a"), STOP)));
        assertThat(alone.circular()).extracting(Decision::key).containsExactly("a");
        assertThat(alone.roots()).isEmpty();
    }

    @Test
    void a_dead_end_a_lone_answer_and_a_root_without_a_name_are_told() {
        assertThat(
                        new Algorithms(
                                        document(
                                                question("a", "", to("Oui", "b"), STOP),
                                                question("b", "", to("Oui", null))))
                                .gaps())
                .satisfiesExactly(
                        unnamed ->
                                assertThat(unnamed)
                                        .contains("«\u00A0a ?\u00A0»", "donnez-lui un nom"),
                        lone ->
                                assertThat(lone)
                                        .contains("«\u00A0b ?\u00A0»", "au moins deux réponses"),
                        dead ->
                                assertThat(dead)
                                        .contains(
                                                "«\u00A0b ?\u00A0», «\u00A0Oui\u00A0»",
                                                "rien ne suit"));
    }

    @Test
    void answers_are_followed_to_the_end_and_no_further() {
        var algorithms =
                new Algorithms(
                        document(
                                question(
                                        "a",
                                        "Un",
                                        new Answer("Oui", "b", List.of("X"), "Appeler."),
                                        STOP),
                                question(
                                        "b",
                                        "",
                                        new Answer("Oui", null, List.of("X", "Y"), ""),
                                        STOP)));
        var root = algorithms.root("a").orElseThrow();
        assertThat(algorithms.follow(root, List.of()).next()).contains(root);
        var path = algorithms.follow(root, List.of(0, 0));
        assertThat(path.next()).isEmpty();
        assertThat(path.lines()).containsExactly("X", "Y");
        assertThat(path.advice()).containsExactly("Appeler.");
        assertThatThrownBy(() -> algorithms.follow(root, List.of(1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> algorithms.follow(root, List.of(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_question_others_lead_to_is_relied_on() {
        var document =
                document(question("a", "Un", to("Oui", "b"), STOP), question("b", "", STOP, STOP));
        assertThat(Reliance.on(document, Kind.DECISION, "b"))
                .extracting(Document.Line::key)
                .containsExactly("a");
        assertThat(Reliance.on(document, Kind.DECISION, "a")).isEmpty();
    }
}
