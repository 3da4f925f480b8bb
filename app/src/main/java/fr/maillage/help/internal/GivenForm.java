package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.help.internal.Given.Doctor;
import fr.maillage.help.internal.Given.Result;
import fr.maillage.help.internal.HelpKind.Family;
import fr.maillage.help.internal.Relatives.ForWhom;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of a help, and what was typed in it read back.
final class GivenForm {

    static final int LONGEST = 3_000;

    private GivenForm() {}

    static Typed blank(LocalDate today) {
        return new Typed(
                Map.of(
                        "onDate", List.of(today.toString()),
                        "result", List.of(Result.OBTENU.name())));
    }

    static Typed of(Given one) {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("onDate", List.of(one.on().toString()));
        values.put("kind", List.of(one.kind().name()));
        values.put(
                "forWhom",
                one.relativeName() == null
                        ? List.of()
                        : List.of(one.relative() == null ? "AUTRE" : one.relative().toString()));
        values.put(
                "relativeName",
                List.of(one.relative() == null ? FormFields.text(one.relativeName()) : ""));
        values.put("partner", List.of(FormFields.text(one.partner())));
        values.put("words", List.of(one.words()));
        values.put("result", List.of(one.result().name()));
        values.put("resultWhy", List.of(FormFields.text(one.resultWhy())));
        values.put("minutes", List.of(one.minutes() == null ? "" : String.valueOf(one.minutes())));
        values.put("doctor", List.of(one.doctor() == null ? "" : one.doctor().name()));
        values.put("doctorWords", List.of(FormFields.text(one.doctorWords())));
        values.put("reviewOn", List.of(one.reviewOn() == null ? "" : one.reviewOn().toString()));
        return new Typed(values);
    }

    /// @param doctorAsked the theme cannot do without the attending doctor
    static List<Field> fields(List<Actor> relatives, boolean doctorAsked, Typed typed) {
        var fields = new ArrayList<Field>();
        fields.add(FormFields.select("kind", "Quoi", typed, kinds(), true));
        fields.add(FormFields.field("onDate", "Le", null, "DATE", typed, false));
        fields.addAll(Relatives.fields(relatives, typed));
        fields.add(
                FormFields.field(
                        "partner",
                        "Avec qui (service, interprète, fonds…)",
                        null,
                        "TEXT",
                        typed,
                        false));
        fields.add(FormFields.field("words", "Ce qui a été fait", null, "AREA", typed, true));
        fields.add(
                FormFields.select(
                        "result",
                        "Résultat",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Arrays.stream(Result.values())
                                                .map(r -> new Option(r.name(), r.label, false))
                                                .toList())),
                        false));
        fields.add(
                FormFields.field(
                        "resultWhy", "Si non obtenu, pourquoi", null, "TEXT", typed, false));
        fields.add(
                FormFields.optional(
                        "doctor",
                        "Médecin traitant",
                        typed,
                        doctorAsked ? "Choisir…" : "Rien à lui dire",
                        Arrays.stream(Doctor.values())
                                .map(d -> new Option(d.name(), d.label, false))
                                .toList()));
        fields.add(
                FormFields.field(
                        "doctorWords", "Sans lui\u00A0: pourquoi", null, "TEXT", typed, false));
        fields.add(
                FormFields.field(
                        "reviewOn",
                        "Reste en place, à revoir le",
                        "Vide\u00A0: une aide ponctuelle.",
                        "DATE",
                        typed,
                        false));
        fields.add(FormFields.field("minutes", "Minutes", null, "NUMBER", typed, false));
        return fields;
    }

    private static List<Group> kinds() {
        var groups = new ArrayList<Group>();
        groups.add(new Group("", List.of(new Option("", "Choisir…", false))));
        for (var family : Family.values())
            groups.add(
                    new Group(
                            family.label,
                            Arrays.stream(HelpKind.values())
                                    .filter(k -> k.family == family)
                                    .map(k -> new Option(k.name(), k.label, false))
                                    .toList()));
        return groups;
    }

    /// What the file says of the attending doctor.
    ///
    /// @param asked the theme cannot do without them
    /// @param reachable declared, and the person does not oppose their being told
    record Standing(boolean asked, boolean reachable) {}

    /// What was typed, all of it right.
    record Read(
            LocalDate on,
            HelpKind kind,
            ForWhom forWhom,
            @Nullable String partner,
            String words,
            Result result,
            @Nullable String resultWhy,
            @Nullable Integer minutes,
            @Nullable Doctor doctor,
            @Nullable String doctorWords,
            @Nullable LocalDate reviewOn) {}

    /// Throws [FormRefused] with every sentence.
    static Read read(
            Typed typed, ForWhom forWhom, FormErrors errors, Standing doctor, LocalDate today) {
        var kind = HelpKind.parse(typed.text("kind"));
        if (kind.isEmpty()) errors.add("kind", WebText.CHOOSE);
        var on = FormFields.date(typed, "onDate", true, errors);
        if (on != null && on.isAfter(today)) errors.add("onDate", HelpText.TO_COME);
        kind.ifPresent(k -> {
            if (k.ofRelatives() && forWhom.name() == null)
                errors.add("forWhom", HelpText.OF_A_RELATIVE);
            if (k.needsPartner() && typed.text("partner").isEmpty())
                errors.add("partner", HelpText.WHICH_RESOURCE);
        });
        var words = text(typed, "words", HelpText.WHAT_WAS_DONE, LONGEST, errors);
        Stream.of("partner", "resultWhy", "doctorWords")
                .filter(f -> typed.text(f).length() > FormFields.LINE)
                .forEach(f -> errors.add(f, WebText.LINE_TOO_LONG));
        var result = chosen(Result.values(), typed.text("result"));
        if (result.isEmpty()) errors.add("result", WebText.CHOOSE);
        var why = typed.orNull("resultWhy");
        if (result.equals(Optional.of(Result.NON_OBTENU)) && why == null)
            errors.add("resultWhy", HelpText.WHY_NOT);
        var minutes = FormFields.number(typed, "minutes", 0, 1, 600, errors);
        var review = FormFields.date(typed, "reviewOn", false, errors);
        if (review != null && on != null && !review.isAfter(on))
            errors.add("reviewOn", HelpText.REVIEW_AFTER);
        var told = doctor(typed, doctor, errors);
        FormRefused.unless(errors);
        return new Read(
                Objects.requireNonNull(on),
                kind.orElseThrow(),
                forWhom,
                typed.orNull("partner"),
                words,
                result.orElseThrow(),
                result.orElseThrow() == Result.NON_OBTENU ? why : null,
                minutes == 0 ? null : minutes,
                told,
                told == Doctor.SANS ? typed.orNull("doctorWords") : null,
                review);
    }

    /// In cancerology the support work is done with the attending doctor: « dont impérativement le
    /// médecin traitant » (SROS Nord-Pas-de-Calais). Without one, or when the person opposes it,
    /// the work goes on and says so.
    private static @Nullable Doctor doctor(Typed typed, Standing standing, FormErrors errors) {
        var typedDoctor = typed.text("doctor");
        if (typedDoctor.isEmpty()) {
            if (standing.asked()) errors.add("doctor", HelpText.DOCTOR_NEEDED);
            return null;
        }
        var doctor = chosen(Doctor.values(), typedDoctor).orElse(null);
        if (doctor == null) errors.add("doctor", WebText.CHOOSE);
        else if (doctor == Doctor.SANS) {
            if (standing.asked() && standing.reachable())
                errors.add("doctor", HelpText.DOCTOR_THERE);
            if (typed.text("doctorWords").isEmpty())
                errors.add("doctorWords", HelpText.WHY_WITHOUT);
        } else if (!standing.reachable()) errors.add("doctor", HelpText.NOT_REACHABLE);
        return doctor;
    }

    static String text(Typed typed, String name, String missing, int longest, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) errors.add(name, missing);
        else if (text.length() > longest) errors.add(name, WebText.tooLong(longest));
        return text;
    }

    /// The day something ended and why.
    record Ending(LocalDate on, String why) {}

    /// Throws `FormRefused` for a day before it began or to come, and without a why.
    static Ending ending(Typed typed, LocalDate begun, LocalDate today) {
        var errors = new FormErrors();
        var on = FormFields.date(typed, "endedOn", true, errors);
        if (on != null && on.isAfter(today)) errors.add("endedOn", HelpText.TO_COME);
        if (on != null && on.isBefore(begun)) errors.add("endedOn", HelpText.BEFORE);
        var why = text(typed, "endedWhy", HelpText.WHY_ENDED, FormFields.LINE, errors);
        FormRefused.unless(errors);
        return new Ending(Objects.requireNonNull(on), why);
    }

    static <E extends Enum<E>> Optional<E> chosen(E[] values, String code) {
        return Arrays.stream(values).filter(v -> v.name().equals(code)).findFirst();
    }
}
