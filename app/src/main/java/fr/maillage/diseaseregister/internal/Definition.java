package fr.maillage.diseaseregister.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a register is about, as one version says it. A register is « un recueil continu et
/// exhaustif de données nominatives intéressant un ou plusieurs événements de santé dans une
/// population géographiquement définie » (arrêté of 6 November 1995, as quoted; source à vérifier).
record Definition(Head head, List<Field> fields) {

    /// Cases are counted for so many inhabitants.
    static final List<Integer> PER = List.of(100_000, 1_000_000);

    /// @param caseDefinition who is a case
    /// @param exclusions who is not, though alike; "" for none
    /// @param onset what the day that makes the case is: « Date du premier traitement de suppléance
    ///   »
    /// @param words of pathologies that make the team look at a person
    /// @param area code of the zone whose inhabitants are counted
    /// @param everyMonths follow-up is due each so many months after the inclusion; 0: none
    /// @param toleranceDays days after which one that is due is late
    /// @param ground on what the processing rests, and where the texts are
    record Head(
            String title,
            String caseDefinition,
            String exclusions,
            String onset,
            List<String> words,
            String area,
            int per,
            int everyMonths,
            int toleranceDays,
            String ground) {

        Head {
            words = List.copyOf(words);
        }
    }

    Definition {
        fields = List.copyOf(fields);
    }

    static Definition begun(String title, String area) {
        return new Definition(
                new Head(title, "", "", "", List.of(), area, PER.getLast(), 12, 60, ""), List.of());
    }

    Definition headed(Head other) {
        return new Definition(other, fields);
    }

    Optional<Field> field(String code) {
        return fields.stream().filter(f -> f.code().equals(code)).findFirst();
    }

    /// Those asked at the inclusion, or at a follow-up.
    List<Field> asked(boolean followUp) {
        return fields.stream().filter(f -> f.asked(followUp)).toList();
    }

    /// With this field in place of the one of its code, or at the end.
    Definition with(Field one) {
        return field(one.code()).isPresent()
                ? new Definition(
                        head,
                        fields.stream().map(f -> f.code().equals(one.code()) ? one : f).toList())
                : new Definition(head, Stream.concat(fields.stream(), Stream.of(one)).toList());
    }

    Definition without(String code) {
        return new Definition(head, fields.stream().filter(f -> !f.code().equals(code)).toList());
    }

    /// Fields that rely on this one: a date that cannot precede it.
    List<String> relyingOn(String code) {
        return fields.stream().filter(f -> code.equals(f.notBefore())).map(Field::label).toList();
    }

    /// What keeps it from being published, in sentences.
    List<String> gaps() {
        var gaps = new ArrayList<String>();
        if (head.caseDefinition().isBlank()) gaps.add(RegisterText.NO_CASE_DEFINITION);
        if (head.onset().isBlank()) gaps.add(RegisterText.NO_ONSET);
        if (head.ground().isBlank()) gaps.add(RegisterText.NO_GROUND);
        if (fields.isEmpty()) gaps.add(RegisterText.NO_FIELD);
        if (head.everyMonths() > 0 && asked(true).isEmpty()) gaps.add(RegisterText.NO_FOLLOW_UP);
        return gaps;
    }

    /// The day a follow-up is due, `rank` periods after the inclusion.
    LocalDate due(LocalDate included, int rank) {
        return included.plusMonths((long) rank * head.everyMonths());
    }
}
