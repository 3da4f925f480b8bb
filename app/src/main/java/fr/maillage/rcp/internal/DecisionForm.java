package fr.maillage.rcp.internal;

import fr.maillage.careplan.PlanDrafts.ActType;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A decision as it is typed in the meeting.
final class DecisionForm {

    /// Interventions and goals are titles in the plan.
    private static final int LONGEST = 300;

    private DecisionForm() {}

    /// What was typed, right.
    ///
    /// @param act only for an intervention
    record Read(
            String text,
            PlanPart part,
            Becomes becomes,
            @Nullable String act,
            @Nullable LocalDate dueOn,
            @Nullable UUID assignee) {}

    /// Throws `FormRefused`.
    static Read read(Typed typed, List<ActType> types, LocalDate today) {
        var errors = new FormErrors();
        var text = typed.text("text");
        if (text.isEmpty()) errors.add("text", RcpText.DECISION_MISSING);
        if (text.length() > LONGEST) errors.add("text", RcpText.LINE);
        var becomes = Becomes.valueOf(oneOf(typed, "becomes", Becomes.values(), "RIEN", errors));
        var part = PlanPart.valueOf(oneOf(typed, "part", PlanPart.values(), "SOINS", errors));
        var due = FormFields.date(typed, "dueOn", false, errors);
        if (due == null && (becomes == Becomes.TACHE || becomes == Becomes.INTERVENTION))
            errors.add("dueOn", RcpText.DUE_MISSING);
        if (due != null && due.isBefore(today)) errors.add("dueOn", RcpText.DUE_PAST);
        var act = becomes == Becomes.INTERVENTION ? typed.text("act") : null;
        if (act != null) {
            var type = types.stream().filter(t -> t.code().equals(act)).findFirst();
            if (type.isEmpty()) errors.add("act", RcpText.CHOOSE);
            else part = PlanPart.valueOf(type.get().volet());
        }
        FormRefused.unless(errors);
        return new Read(
                text, part, becomes, act, due, Ids.parse(typed.text("assignee")).orElse(null));
    }

    private static String oneOf(
            Typed typed, String name, Enum<?>[] values, String otherwise, FormErrors errors) {
        var allowed = Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
        var chosen = FormFields.oneOf(typed, name, Set.copyOf(allowed), errors);
        return allowed.contains(chosen) ? chosen : otherwise;
    }

    static Typed blank() {
        return new Typed(
                Map.of(
                        "becomes", List.of(Becomes.INTERVENTION.name()),
                        "act", List.of("DECISION_RCP"),
                        "part", List.of(PlanPart.SOINS.name())));
    }

    static List<Field> fields(Typed typed, List<ActType> types, List<Networks.Member> team) {
        return List.of(
                FormFields.field("text", "Ce qui est décidé", null, "TEXT", typed, true),
                FormFields.select(
                        "becomes",
                        "Ce que cela devient",
                        typed,
                        group(Becomes.values(), b -> Objects.requireNonNull(b).label),
                        false),
                FormFields.field("dueOn", "Pour le", null, "DATE", typed, false),
                FormFields.select(
                        "act",
                        "Type, pour une intervention",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        types.stream()
                                                .map(t -> new Option(t.code(), t.label(), false))
                                                .toList())),
                        false),
                FormFields.select(
                        "part",
                        "Part du plan, sinon",
                        typed,
                        group(PlanPart.values(), p -> Objects.requireNonNull(p).label),
                        false),
                FormFields.select(
                        "assignee",
                        "Confiée à, pour une tâche",
                        typed,
                        MeetingForm.members(team),
                        false));
    }

    private static <E extends Enum<E>> List<Group> group(
            E[] values, java.util.function.Function<E, String> label) {
        return List.of(
                new Group(
                        "",
                        Arrays.stream(values)
                                .map(v -> new Option(v.name(), label.apply(v), false))
                                .toList()));
    }
}
