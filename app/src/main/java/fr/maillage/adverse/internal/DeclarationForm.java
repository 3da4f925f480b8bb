package fr.maillage.adverse.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What happened, in two minutes.
final class DeclarationForm {

    private static final int LONGEST = 10_000;

    private DeclarationForm() {}

    /// What was typed, right.
    record Read(
            EventType type,
            @Nullable Gravity gravity,
            @Nullable Consequence consequence,
            boolean unexpected,
            LocalDate happenedOn,
            @Nullable String professional,
            String circumstances,
            @Nullable String immediate) {}

    /// Throws `FormRefused`.
    static Read read(Typed typed, LocalDate today) {
        var errors = new FormErrors();
        var type = FormFields.oneOf(typed, "type", codes(EventType.values()), errors);
        var gravity = chosen(typed, "gravity", codes(Gravity.values()), errors);
        var consequence = chosen(typed, "consequence", codes(Consequence.values()), errors);
        var on = FormFields.date(typed, "happenedOn", true, errors);
        if (on != null && on.isAfter(today)) errors.add("happenedOn", AdverseText.TO_COME);
        var circumstances = typed.text("circumstances");
        if (circumstances.isEmpty()) errors.add("circumstances", AdverseText.CIRCUMSTANCES);
        if (circumstances.length() > LONGEST) errors.add("circumstances", AdverseText.LONG);
        if (typed.text("immediate").length() > LONGEST) errors.add("immediate", AdverseText.LONG);
        var professional = typed.orNull("professional");
        if (type.equals(EventType.SORTIE_PROFESSIONNEL.name()) && professional == null)
            errors.add("professional", AdverseText.WHO_LEFT);
        if (professional != null && professional.length() > FormFields.LINE)
            errors.add("professional", AdverseText.LINE);
        FormRefused.unless(errors);
        return new Read(
                EventType.valueOf(type),
                gravity == null ? null : Gravity.valueOf(gravity),
                consequence == null ? null : Consequence.valueOf(consequence),
                typed.checked("unexpected"),
                Objects.requireNonNull(on),
                professional,
                circumstances,
                typed.orNull("immediate"));
    }

    private static Set<String> codes(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String chosen(
            Typed typed, String name, Set<String> codes, FormErrors errors) {
        return typed.text(name).isEmpty() ? null : FormFields.oneOf(typed, name, codes, errors);
    }

    /// As it stands.
    static Typed of(AdverseEvent event) {
        var values = new HashMap<String, List<String>>();
        values.put("type", List.of(event.type().name()));
        if (event.gravity() != null) values.put("gravity", List.of(event.gravity().name()));
        if (event.consequence() != null)
            values.put("consequence", List.of(event.consequence().name()));
        if (event.unexpected()) values.put("unexpected", List.of("on"));
        values.put("happenedOn", List.of(event.happenedOn().toString()));
        values.put("professional", List.of(FormFields.text(event.professional())));
        values.put("circumstances", List.of(event.circumstances()));
        values.put("immediate", List.of(FormFields.text(event.immediate())));
        return new Typed(values);
    }

    /// A new one, of today.
    static Typed blank(LocalDate today) {
        return new Typed(Map.of("happenedOn", List.of(today.toString())));
    }

    /// @param declared already in the register: who declared it does not change
    static List<Field> fields(Typed typed, boolean declared) {
        var fields = new ArrayList<Field>();
        fields.add(
                FormFields.select(
                        "type", "Quoi", typed, choices("Choisir…", EventType.options()), false));
        fields.add(FormFields.field("happenedOn", "Survenu le", null, "DATE", typed, false));
        fields.add(
                FormFields.field(
                        "circumstances",
                        "Circonstances",
                        "Les faits, dans l’ordre. Sans jugement, et sans nom quand il n’est pas utile.",
                        "AREA",
                        typed,
                        true));
        fields.add(
                FormFields.field(
                        "immediate",
                        "Ce qui a été fait tout de suite (facultatif)",
                        null,
                        "AREA",
                        typed,
                        true));
        fields.add(
                FormFields.select(
                        "gravity",
                        "Gravité (échelle de la HAS)",
                        typed,
                        choices("À coter plus tard", Gravity.options()),
                        false));
        fields.add(
                FormFields.select(
                        "consequence",
                        "Conséquence pour la personne",
                        typed,
                        choices("Aucune de celles-ci", Consequence.options()),
                        false));
        fields.add(
                FormFields.field("unexpected", AdverseText.UNEXPECTED, null, "CHECK", typed, true));
        fields.add(
                FormFields.field(
                        "professional",
                        "Professionnel parti, s’il s’agit de sa sortie",
                        null,
                        "TEXT",
                        typed,
                        true));
        if (!declared)
            fields.add(
                    FormFields.field(
                            "anonymous", AdverseText.ANONYMOUSLY, null, "CHECK", typed, true));
        return fields;
    }

    static List<Group> choices(String none, List<Option> options) {
        return List.of(new Group("", FormFields.with("", none, options)));
    }
}
