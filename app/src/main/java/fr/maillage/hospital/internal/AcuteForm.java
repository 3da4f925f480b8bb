package fr.maillage.hospital.internal;

import fr.maillage.hospital.internal.AcuteSupport.AskedBy;
import fr.maillage.hospital.internal.AcuteSupport.Doctor;
import fr.maillage.hospital.internal.AcuteSupport.Kind;
import fr.maillage.hospital.internal.AcuteSupport.Means;
import fr.maillage.hospital.internal.AcuteSupport.Outcome;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The form of a situation, and what was typed in it read back.
final class AcuteForm {

    private static final int LONGEST = 5_000;

    private AcuteForm() {}

    static Typed blank(LocalDate today) {
        return new Typed(Map.of("happenedOn", List.of(today.toString())));
    }

    static Typed of(AcuteSupport one) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("happenedOn", List.of(one.happenedOn().toString()));
        values.put("kind", List.of(one.kind().name()));
        values.put("askedBy", List.of(one.askedBy().name()));
        values.put("doctor", List.of(one.doctor().name()));
        values.put("doctorWords", List.of(FormFields.text(one.doctorWords())));
        values.put("situation", List.of(one.situation()));
        values.put("answer", List.of(one.answer()));
        values.put("means", one.means().stream().map(Enum::name).toList());
        values.put("stayFeared", one.stayFeared() ? List.of("on") : List.of());
        values.put("outcome", List.of(one.outcome().name()));
        return new Typed(values);
    }

    static List<Field> fields(Typed typed) {
        return List.of(
                FormFields.field("happenedOn", "Le", null, "DATE", typed, false),
                choice("kind", "Quoi", typed, Kind.values(), k -> k.label),
                choice("askedBy", "Qui a appelé", typed, AskedBy.values(), a -> a.label),
                FormFields.field("situation", "Ce qui se passait", null, "AREA", typed, true),
                choice("doctor", "Médecin traitant", typed, Doctor.values(), d -> d.label),
                FormFields.field(
                        "doctorWords",
                        "Ce qu’il a dit, ou pourquoi il n’a pas été joint",
                        null,
                        "TEXT",
                        typed,
                        false),
                FormFields.field(
                        "answer",
                        "Ce que l’équipe a fait",
                        "En appui du médecin traitant, jamais à sa place.",
                        "AREA",
                        typed,
                        true),
                new Field(
                        "means",
                        "Ce qui a été mobilisé pour rester à domicile",
                        null,
                        "DAYS",
                        "",
                        typed.all("means"),
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(Means.values())
                                                .map(m ->
                                                        new Option(
                                                                m.name(),
                                                                m.label,
                                                                typed.all("means")
                                                                        .contains(m.name())))
                                                .toList())),
                        true,
                        null),
                FormFields.field(
                        "stayFeared",
                        "Une hospitalisation était à craindre",
                        null,
                        "CHECK",
                        typed,
                        true),
                choice("outcome", "Ce jour-là", typed, Outcome.values(), o -> o.label));
    }

    private static <E extends Enum<E>> Field choice(
            String name, String label, Typed typed, E[] values, Function<E, String> words) {
        return FormFields.optional(
                name,
                label,
                typed,
                "Choisir…",
                Arrays.stream(values)
                        .map(v -> new Option(v.name(), words.apply(v), false))
                        .toList());
    }

    /// What was typed, all of it right.
    record Read(
            LocalDate happenedOn,
            Kind kind,
            AskedBy askedBy,
            Doctor doctor,
            @Nullable String doctorWords,
            String situation,
            String answer,
            List<Means> means,
            boolean stayFeared,
            Outcome outcome) {}

    /// Throws [FormRefused] with every sentence. Where there is an attending doctor their part must
    /// be said, and why when nobody reached them.
    ///
    /// @param declared whether the person has a declared attending doctor
    static Read read(Typed typed, boolean declared, LocalDate today) {
        var errors = new FormErrors();
        var on = FormFields.date(typed, "happenedOn", true, errors);
        if (on != null && on.isAfter(today)) errors.add("happenedOn", HospitalText.TO_COME);
        var kind = chosen(typed, "kind", Kind.values(), errors);
        var asked = chosen(typed, "askedBy", AskedBy.values(), errors);
        var doctor = chosen(typed, "doctor", Doctor.values(), errors);
        var words = typed.orNull("doctorWords");
        if (doctor.equals(Optional.of(Doctor.SANS_MT)) && declared)
            errors.add("doctor", HospitalText.HAS_DOCTOR);
        if (doctor.isPresent() && doctor.get() != Doctor.SANS_MT && !declared)
            errors.add("doctor", HospitalText.HAS_NO_DOCTOR);
        if (doctor.equals(Optional.of(Doctor.NON_JOINT)) && words == null)
            errors.add("doctorWords", HospitalText.WHY_NOT_REACHED);
        if (words != null && words.length() > FormFields.LINE)
            errors.add("doctorWords", WebText.LINE_TOO_LONG);
        var situation = text(typed, "situation", HospitalText.SITUATION, errors);
        var answer = text(typed, "answer", HospitalText.ANSWER, errors);
        var outcome = chosen(typed, "outcome", Outcome.values(), errors);
        FormRefused.unless(errors);
        return new Read(
                Objects.requireNonNull(on),
                kind.orElseThrow(),
                asked.orElseThrow(),
                doctor.orElseThrow(),
                words,
                situation,
                answer,
                typed.all("means").stream()
                        .flatMap(m -> AcuteSupport.parse(Means.values(), m).stream())
                        .distinct()
                        .toList(),
                typed.checked("stayFeared"),
                outcome.orElseThrow());
    }

    private static <E extends Enum<E>> Optional<E> chosen(
            Typed typed, String name, E[] values, FormErrors errors) {
        var found = AcuteSupport.parse(values, typed.text(name));
        if (found.isEmpty()) errors.add(name, WebText.CHOOSE);
        return found;
    }

    private static String text(Typed typed, String name, String missing, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) errors.add(name, missing);
        else if (text.length() > LONGEST) errors.add(name, WebText.tooLong(LONGEST));
        return text;
    }
}
