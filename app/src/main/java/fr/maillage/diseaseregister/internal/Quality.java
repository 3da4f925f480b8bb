package fr.maillage.diseaseregister.internal;

import fr.maillage.diseaseregister.internal.Case.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong with a case, looked at again with the version that serves and what the file says
/// today: nothing is refused here, everything is listed.
final class Quality {

    private Quality() {}

    enum Kind {
        MANQUE("Donnée manquante"),
        HORS_BORNES("Valeur non permise"),
        DATES("Dates incohérentes");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// @param field label of the field, or of the day
    record Fault(Kind kind, String field, String sentence) {}

    static List<Fault> of(Definition definition, Case one, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var onset = definition.head().onset();
        if (one.born() != null && one.incidentOn().isBefore(one.born()))
            faults.add(new Fault(Kind.DATES, onset, RegisterText.BEFORE_BIRTH));
        if (one.died() != null && one.incidentOn().isAfter(one.died()))
            faults.add(new Fault(Kind.DATES, onset, RegisterText.AFTER_DEATH));
        answers(faults, definition, definition.asked(false), one.answers(), one, today, "");
        for (var done : one.followUps()) {
            var where = RegisterText.atFollowUp(done.rank());
            if (done.on().isBefore(one.includedOn()))
                faults.add(new Fault(Kind.DATES, where, RegisterText.BEFORE_INCLUSION));
            if (one.died() != null && done.on().isAfter(one.died()))
                faults.add(new Fault(Kind.DATES, where, RegisterText.AFTER_DEATH));
            answers(
                    faults,
                    definition,
                    definition.asked(true),
                    done.answers(),
                    one,
                    today,
                    ", " + where);
        }
        return faults;
    }

    private static void answers(
            List<Fault> faults,
            Definition definition,
            List<Field> asked,
            Map<String, Answer> answers,
            Case one,
            LocalDate today,
            String where) {
        for (var field : asked) {
            var answer = answers.get(field.code());
            if (answer == null) {
                if (field.mandatory())
                    faults.add(new Fault(Kind.MANQUE, field.label() + where, RegisterText.MISSING));
                continue;
            }
            var fault = field.fault(answer.value());
            if (fault != null)
                faults.add(new Fault(Kind.HORS_BORNES, field.label() + where, fault));
            if (field.type() == Field.Type.DATE)
                date(definition, field, answer.value(), answers, one.born(), one.died(), today)
                        .ifPresent(sentence ->
                                faults.add(new Fault(Kind.DATES, field.label() + where, sentence)));
        }
    }

    /// Why a date cannot be; empty when it can.
    static Optional<String> date(
            Definition definition,
            Field field,
            String value,
            Map<String, Answer> others,
            @Nullable LocalDate born,
            @Nullable LocalDate died,
            LocalDate today) {
        var day = Field.day(value);
        if (day.isEmpty()) return Optional.empty();
        if (day.get().isAfter(today)) return Optional.of(RegisterText.TO_COME);
        if (born != null && day.get().isBefore(born)) return Optional.of(RegisterText.BEFORE_BIRTH);
        if (died != null && day.get().isAfter(died)) return Optional.of(RegisterText.AFTER_DEATH);
        var before = field.notBefore() == null ? null : others.get(field.notBefore());
        if (before == null
                || Field.day(before.value()).filter(d -> day.get().isBefore(d)).isEmpty())
            return Optional.empty();
        return Optional.of(
                RegisterText.before(
                        definition
                                .field(Objects.requireNonNull(field.notBefore()))
                                .map(Field::label)
                                .orElse("")));
    }
}
