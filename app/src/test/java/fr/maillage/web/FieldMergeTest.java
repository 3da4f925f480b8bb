package fr.maillage.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldMergeTest {

    private static final List<Set<String>> RHYTHM = List.of(Set.of("every_n", "unit"));

    private static Map<String, List<String>> fields(String... pairs) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (int k = 0; k < pairs.length; k += 2) fields.put(pairs[k], List.of(pairs[k + 1]));
        return fields;
    }

    @Test
    void each_keeps_what_they_alone_changed() {
        var merge =
                FieldMerge.of(
                        fields("title", "Marcher", "target", "10 min", "note", "a"),
                        fields("title", "Marcher dehors", "target", "10 min", "note", "a"),
                        fields("title", "Marcher", "target", "20 min", "note", "a"),
                        List.of());
        assertThat(merge.fields())
                .isEqualTo(fields("title", "Marcher dehors", "target", "20 min", "note", "a"));
        assertThat(merge.taken()).containsExactly("target");
        assertThat(merge.clashes()).isEmpty();
    }

    @Test
    void the_same_field_twice_is_a_clash_unless_both_say_the_same() {
        var seen = fields("target", "10 min", "note", "a");
        var merge =
                FieldMerge.of(
                        seen,
                        fields("target", "15 min", "note", "b"),
                        fields("target", "20 min", "note", "b "),
                        List.of());
        assertThat(merge.clashes()).containsExactly("target");
        assertThat(merge.fields().get("target")).as("mine stays typed").containsExactly("15 min");
    }

    @Test
    void a_rhythm_is_changed_as_one() {
        var merge =
                FieldMerge.of(
                        fields("every_n", "1", "unit", "JOUR"),
                        fields("every_n", "2", "unit", "JOUR"),
                        fields("every_n", "1", "unit", "MOIS"),
                        RHYTHM);
        assertThat(merge.clashes()).containsExactlyInAnyOrder("every_n", "unit");
        var chosen =
                FieldMerge.chosen(
                        fields("every_n", "2", "unit", "JOUR", "_garder.every_n", "autre"),
                        fields("every_n", "1", "unit", "MOIS"),
                        RHYTHM);
        assertThat(chosen)
                .containsEntry("every_n", List.of("1"))
                .containsEntry("unit", List.of("MOIS"));
    }

    @Test
    void an_unticked_box_and_other_ends_of_line_are_read_as_people_mean_them() {
        assertThat(FieldMerge.differs(Set.of("ald"), Map.of("ald", List.of("")), Map.of()))
                .isFalse();
        assertThat(
                        FieldMerge.differs(
                                Set.of("text"), fields("text", "a\r\nb"), fields("text", "a\nb\n")))
                .isFalse();
        var unticked = FieldMerge.of(fields("ald", "on"), Map.of(), fields("ald", "on"), List.of());
        assertThat(unticked.fields().get("ald")).isEmpty();
        assertThat(unticked.clashes()).isEmpty();
    }

    @Test
    void a_tag_that_says_nothing_readable_writes_nothing_over() {
        for (var tag : List.of("", "3", "{", "[]", "{\"a\":1}", "{\"a\":{\"b\":[]}}"))
            assertThat(FieldMerge.read(tag)).as(tag).isEmpty();
        assertThat(FieldMerge.read("{\"a\":null,\"b\":[null,\"x\"]}"))
                .isEqualTo(Map.of("a", List.of(), "b", List.of("x")));
        var typed = fields("title", "« é » 🙂 <b>", "note", "deux\nlignes");
        assertThat(FieldMerge.read(FieldMerge.seen(typed))).isEqualTo(typed);
        assertThat(
                        FieldMerge.of(
                                        Map.of(),
                                        fields("title", "x"),
                                        fields("title", "y"),
                                        List.of())
                                .clashes())
                .containsExactly("title");
    }
}
