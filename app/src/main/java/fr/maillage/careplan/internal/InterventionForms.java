package fr.maillage.careplan.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.number;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;

import fr.maillage.careplan.LineFields;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form of an intervention of a draft: to fields and back.
final class InterventionForms {

    private InterventionForms() {}

    static Typed typed(Intervention i) {
        var r = i.recurrence();
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(i.title()));
        values.put("type", List.of(i.type().name()));
        values.put("goal", List.of(i.goalId() == null ? "" : i.goalId().toString()));
        values.put(
                "actor",
                List.of(
                        i.byThePerson()
                                ? Intervention.PERSON
                                : i.actorId() == null ? "" : i.actorId().toString()));
        values.put(
                "actor_name",
                List.of(i.actorId() == null && !i.byThePerson() ? text(i.actorName()) : ""));
        values.put("main_actor", List.of(i.mainActor() ? "on" : ""));
        values.put("place", List.of(text(i.place())));
        values.put("starts_on", List.of(r.startsOn().toString()));
        values.put("every_n", List.of(r.everyN() == null ? "1" : r.everyN().toString()));
        values.put("unit", List.of(r.unit() == null ? "" : r.unit()));
        values.put("weekdays", r.weekdays().stream().sorted().map(String::valueOf).toList());
        values.put("ends_on", List.of(r.endsOn() == null ? "" : r.endsOn().toString()));
        values.put("times", List.of(r.times() == null ? "" : r.times().toString()));
        values.put("window_days", List.of(String.valueOf(i.windowDays())));
        values.put("tolerance_days", List.of(String.valueOf(i.toleranceDays())));
        values.put("note", List.of(text(i.note())));
        var after = r.after();
        values.put("after_n", List.of(after == null ? "" : String.valueOf(after.n())));
        values.put("after_unit", List.of(after == null ? "JOUR" : after.unit()));
        values.put(
                "after_what",
                List.of(
                        after == null
                                ? ""
                                : after.act() == null ? AFTER_DISCHARGE : after.act().toString()));
        return new Typed(values);
    }

    /// A line to begin with: today, once.
    static Typed blank(LocalDate today) {
        return new Typed(
                Map.of(
                        "starts_on",
                        List.of(today.toString()),
                        "every_n",
                        List.of("1"),
                        "window_days",
                        List.of("0"),
                        "tolerance_days",
                        List.of("7")));
    }

    static List<Field> fields(Typed typed, Choices choices) {
        var types =
                List.of("SOINS", "EDUCATION", "AIDE").stream()
                        .map(volet ->
                                new Group(
                                        PpsText.volet(volet),
                                        Arrays.stream(InterventionType.values())
                                                .filter(t -> t.volet().equals(volet))
                                                .map(t ->
                                                        new Option(t.name(), PpsText.of(t), false))
                                                .toList()))
                        .toList();
        var actors = new ArrayList<Group>();
        actors.add(
                new Group(
                        "",
                        List.of(
                                new Option("", "à trouver, ou un nom ci-contre", false),
                                new Option(Intervention.PERSON, PpsText.THE_PERSON, false))));
        choices.circle().stream()
                .map(Actor::group)
                .distinct()
                .forEach(group ->
                        actors.add(
                                new Group(
                                        PpsText.group(group),
                                        choices.circle().stream()
                                                .filter(a -> a.group().equals(group))
                                                .map(a ->
                                                        new Option(
                                                                a.id().toString(),
                                                                a.profession() == null
                                                                        ? a.name()
                                                                        : a.name()
                                                                                + " ("
                                                                                + a.profession()
                                                                                + ")",
                                                                false))
                                                .toList())));
        return List.of(
                field("title", "Quoi", null, "TEXT", typed, true),
                select("type", "Type", typed, types, false),
                optional(
                        "goal",
                        "Pour quel objectif",
                        typed,
                        "aucun en particulier",
                        choices.goals().stream()
                                .map(g -> new Option(g.id().toString(), g.title(), false))
                                .toList()),
                select("actor", "Qui", typed, actors, false),
                field(
                        "actor_name",
                        "Ou un nom",
                        "Hors du cercle pour l’instant.",
                        "TEXT",
                        typed,
                        false),
                field("main_actor", "Acteur principal", null, "CHECK", typed, false),
                field("place", "Où", null, "TEXT", typed, false),
                field("starts_on", "À partir du", null, "DATE", typed, false),
                select(
                        "after_what",
                        "Compté à partir de",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        List.of(
                                                new Option("", "cette date", false),
                                                new Option(
                                                        AFTER_DISCHARGE,
                                                        "chaque sortie d’hôpital",
                                                        false))),
                                new Group(
                                        "Chaque fois que c’est fait",
                                        choices.acts().stream()
                                                .map(i ->
                                                        new Option(
                                                                i.id().toString(),
                                                                i.title(),
                                                                false))
                                                .toList())),
                        false),
                field(
                        "after_n",
                        "Combien après",
                        "0" + PpsText.COLON + "le jour même.",
                        "NUMBER",
                        typed,
                        false),
                select(
                        "after_unit",
                        "Unité",
                        typed,
                        options(
                                "JOUR",
                                "jours après",
                                "SEMAINE",
                                "semaines après",
                                "MOIS",
                                "mois après"),
                        false),
                field("every_n", "Tous les", "Pour une répétition.", "NUMBER", typed, false),
                LineFields.unit(typed),
                LineFields.weekdays(typed),
                field("ends_on", "Jusqu’au", null, "DATE", typed, false),
                field("times", "Ou nombre de fois", null, "NUMBER", typed, false),
                field(
                        "window_days",
                        "À faire dans les (jours)",
                        "0" + PpsText.COLON + "le jour même.",
                        "NUMBER",
                        typed,
                        false),
                field("tolerance_days", "En retard après (jours)", null, "NUMBER", typed, false),
                field("note", "Note", null, "TEXT", typed, true));
    }

    static Optional<Intervention> read(UUID id, Typed typed, Choices choices, FormErrors errors) {
        var title = title(typed, "title", errors);
        for (var name : List.of("place", "note", "actor_name"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        InterventionType type = null;
        for (var t : InterventionType.values()) if (t.name().equals(typed.text("type"))) type = t;
        if (type == null) errors.add("type", WebText.CHOOSE);
        var goal = Ids.parse(typed.text("goal")).orElse(null);
        if (goal != null && choices.goals().stream().noneMatch(g -> g.id().equals(goal)))
            errors.add("goal", WebText.CHOOSE);
        var alone = typed.text("actor").equals(Intervention.PERSON);
        var actor = alone ? null : actor(typed, choices, errors);
        var recurrence = recurrence(id, typed, choices, errors);
        var window = number(typed, "window_days", 0, 0, 366, errors);
        var tolerance = number(typed, "tolerance_days", 7, 0, 366, errors);
        if (!errors.none() || type == null || recurrence == null) return Optional.empty();
        return Optional.of(
                new Intervention(
                        id,
                        goal,
                        type,
                        title,
                        actor == null ? null : actor.id(),
                        actor != null
                                ? actor.name()
                                : alone ? PpsText.THE_PERSON : typed.orNull("actor_name"),
                        actor == null ? null : actor.profession(),
                        actor != null ? actor.group() : alone ? Intervention.PERSON : null,
                        typed.checked("main_actor"),
                        typed.orNull("place"),
                        recurrence,
                        window,
                        tolerance,
                        typed.orNull("note")));
    }

    private static @Nullable Actor actor(Typed typed, Choices choices, FormErrors errors) {
        var id = typed.text("actor");
        if (id.isEmpty()) return null;
        for (var actor : choices.circle()) if (actor.id().toString().equals(id)) return actor;
        errors.add("actor", WebText.CHOOSE);
        return null;
    }

    private static @Nullable Recurrence recurrence(
            UUID id, Typed typed, Choices choices, FormErrors errors) {
        var starts = date(typed, "starts_on", true, errors);
        var unit = oneOf(typed, "unit", LineFields.UNITS, errors);
        var after = after(id, typed, choices, errors);
        if (unit.isEmpty())
            return starts == null
                    ? null
                    : new Recurrence(starts, null, null, null, null, Set.of(), after);
        var every = number(typed, "every_n", 1, 1, 366, errors);
        var ends = date(typed, "ends_on", false, errors);
        var times =
                typed.text("times").isEmpty()
                        ? null
                        : Integer.valueOf(number(typed, "times", 1, 1, 1000, errors));
        if (ends == null && times == null && errors.of("ends_on") == null)
            errors.add("ends_on", PpsText.NO_END);
        if (ends != null && starts != null && ends.isBefore(starts))
            errors.add("ends_on", PpsText.END_BEFORE_START);
        var days = LineFields.weekdays(typed, unit);
        if (starts == null || !errors.none()) return null;
        var recurrence = new Recurrence(starts, ends, every, unit, times, days, after);
        if (recurrence.tooMany())
            errors.add(
                    times == null ? "ends_on" : "times",
                    RecurrenceWords.tooMany(recurrence.dates().size()));
        return errors.none() ? recurrence : null;
    }

    private static final String AFTER_DISCHARGE = "SORTIE";

    private static @Nullable After after(UUID id, Typed typed, Choices choices, FormErrors errors) {
        var what = typed.text("after_what");
        if (what.isEmpty()) return null;
        var n = number(typed, "after_n", 0, 0, 366, errors);
        var unit =
                typed.text("after_unit").isEmpty()
                        ? "JOUR"
                        : oneOf(typed, "after_unit", Set.of("JOUR", "SEMAINE", "MOIS"), errors);
        if (what.equals(AFTER_DISCHARGE))
            return new After(n, unit, Recurrence.What.SORTIE, null, null);
        for (var act : choices.acts())
            if (act.id().toString().equals(what) && !act.id().equals(id))
                return new After(n, unit, Recurrence.What.ACTE, act.id(), act.title());
        errors.add("after_what", PpsText.AFTER_WHICH);
        return null;
    }
}
