package fr.maillage.careplan.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.number;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;
import static fr.maillage.web.FormFields.with;

import fr.maillage.careplan.Recurrence.After;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks.Member;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The small forms of a draft: from the plan to fields, and from what was typed back to the plan
/// with its sentences.
final class PpsForms {

    private static final int LONGEST = 20_000;

    private PpsForms() {}

    /// Choices a form offers.
    record Choices(
            List<Actor> circle,
            List<Member> team,
            List<Goal> goals,
            List<Intervention> acts,
            List<String> problems) {}

    // ── sections ──

    static Typed typed(Topic.Section section, Content content) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var topic : Topic.values())
            if (topic.section() == section)
                values.put(topic.column(), List.of(content.text(topic)));
        if (section == Topic.Section.CONDUITE) {
            values.put(
                    "reassess_on",
                    List.of(content.reassessOn() == null ? "" : content.reassessOn().toString()));
            values.put(
                    "referent",
                    List.of(content.referentId() == null ? "" : content.referentId().toString()));
        }
        return new Typed(values);
    }

    static List<Field> fields(Topic.Section section, Typed typed, Choices choices) {
        var fields = new ArrayList<Field>();
        if (section == Topic.Section.CONDUITE) {
            fields.add(
                    field(
                            "reassess_on",
                            "À réévaluer au plus tard le",
                            "Au moins une fois par an, et à chaque changement de situation.",
                            "DATE",
                            typed,
                            false));
            fields.add(
                    select(
                            "referent",
                            "Référent",
                            typed,
                            List.of(
                                    new Group(
                                            "",
                                            with(
                                                    "",
                                                    "à désigner",
                                                    choices.team().stream()
                                                            .map(m ->
                                                                    new Option(
                                                                            m.id().toString(),
                                                                            m.name(),
                                                                            false))
                                                            .toList()))),
                            false));
        }
        for (var topic : Topic.values()) {
            if (topic.section() != section) continue;
            var line = topic == Topic.DOCTOR_NAME || topic == Topic.CASE_COORDINATOR;
            fields.add(
                    field(
                            topic.column(),
                            PpsText.of(topic),
                            PpsText.hint(topic),
                            line ? "TEXT" : "AREA",
                            typed,
                            !line));
        }
        return fields;
    }

    /// The section as typed; sentences go to `errors`. The reassessment date is judged when the
    /// plan is submitted, but one beyond the year is said at once.
    static Content read(
            Topic.Section section,
            Typed typed,
            Choices choices,
            LocalDate today,
            LocalDate latest,
            FormErrors errors) {
        var texts = new EnumMap<Topic, String>(Topic.class);
        for (var topic : Topic.values()) {
            if (topic.section() != section) continue;
            var text = typed.text(topic.column());
            if (text.length() > LONGEST) errors.add(topic.column(), PpsText.TOO_LONG);
            texts.put(topic, text);
        }
        LocalDate reassess = null;
        UUID referent = null;
        String name = null;
        if (section == Topic.Section.CONDUITE) {
            reassess = date(typed, "reassess_on", false, errors);
            if (reassess != null && reassess.isAfter(latest))
                errors.add("reassess_on", PpsText.of(new Obstacle.ReassessmentTooFar(latest)));
            if (reassess != null && !reassess.isAfter(today))
                errors.add("reassess_on", PpsText.of(new Obstacle.ReassessmentNotAhead()));
            referent = Ids.parse(typed.text("referent")).orElse(null);
            for (var member : choices.team())
                if (member.id().equals(referent)) name = member.name();
            if (referent != null && name == null) errors.add("referent", WebText.CHOOSE);
        }
        return new Content(texts, reassess, referent, name, List.of(), List.of(), List.of());
    }

    // ── pathologies ──

    static Typed typed(Pathology p) {
        return new Typed(
                Map.of(
                        "label",
                        List.of(p.label()),
                        "severity",
                        List.of(p.severity() == null ? "" : p.severity()),
                        "ald",
                        List.of(p.ald() ? "on" : ""),
                        "main",
                        List.of(p.main() ? "on" : "")));
    }

    static List<Field> pathologyFields(Typed typed) {
        return List.of(
                field("label", "Pathologie", null, "TEXT", typed, true),
                select(
                        "severity",
                        "Degré de sévérité",
                        typed,
                        options(
                                "",
                                "non précisé",
                                "LEGERE",
                                "Légère",
                                "MODEREE",
                                "Modérée",
                                "SEVERE",
                                "Sévère"),
                        false),
                field("ald", "Affection de longue durée (ALD)", null, "CHECK", typed, false),
                field("main", "Pathologie principale", null, "CHECK", typed, false));
    }

    static Optional<Pathology> readPathology(UUID id, Typed typed, FormErrors errors) {
        var label = title(typed, "label", errors);
        var severity = oneOf(typed, "severity", Set.of("", "LEGERE", "MODEREE", "SEVERE"), errors);
        return errors.none()
                ? Optional.of(
                        new Pathology(
                                id,
                                label,
                                severity.isEmpty() ? null : severity,
                                typed.checked("ald"),
                                typed.checked("main")))
                : Optional.empty();
    }

    // ── goals ──

    static Typed typed(Goal g) {
        return new Typed(
                Map.of(
                        "title",
                        List.of(g.title()),
                        "problem",
                        List.of(text(g.problem())),
                        "domain",
                        List.of(g.domain()),
                        "kind",
                        List.of(g.kind()),
                        "indicator",
                        List.of(text(g.indicator())),
                        "target",
                        List.of(text(g.target())),
                        "due_on",
                        List.of(g.dueOn() == null ? "" : g.dueOn().toString()),
                        "result",
                        List.of(g.result()),
                        "result_why",
                        List.of(text(g.resultWhy()))));
    }

    static List<Field> goalFields(Typed typed) {
        return List.of(
                field("title", "Objectif", "Ce que l’on veut voir changer.", "TEXT", typed, true),
                new Field(
                        "problem",
                        "Problème auquel il répond",
                        null,
                        "TEXT",
                        typed.text("problem"),
                        List.of(),
                        List.of(),
                        true,
                        "problemes"),
                select(
                        "kind",
                        "Nature",
                        typed,
                        options(
                                "BIOMEDICAL",
                                "Biomédical (indicateur médical ou fonctionnel)",
                                "QUALITATIF",
                                "Qualitatif (maintien à domicile, autonomie, douleur, qualité de vie…)"),
                        false),
                select(
                        "domain",
                        "Domaine",
                        typed,
                        options(
                                "MEDICAL",
                                "Médical",
                                "EDUCATIF",
                                "Éducatif",
                                "PSYCHOLOGIQUE",
                                "Psychologique",
                                "SOCIAL",
                                "Social"),
                        false),
                field("indicator", "Indicateur", null, "TEXT", typed, false),
                field("target", "Cible", null, "TEXT", typed, false),
                field("due_on", "Échéance", null, "DATE", typed, false),
                select(
                        "result",
                        "Où en est-on",
                        typed,
                        options(
                                "EN_COURS",
                                "En cours",
                                "ATTEINT",
                                "Atteint",
                                "EN_PARTIE",
                                "En partie",
                                "NON_ATTEINT",
                                "Non atteint",
                                "ABANDONNE",
                                "Abandonné"),
                        false),
                field(
                        "result_why",
                        "Pourquoi (si non atteint ou abandonné)",
                        null,
                        "TEXT",
                        typed,
                        true));
    }

    static Optional<Goal> readGoal(
            UUID id, @Nullable UUID problemId, Typed typed, FormErrors errors) {
        var title = title(typed, "title", errors);
        for (var name : List.of("problem", "indicator", "target", "result_why"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        var kind = oneOf(typed, "kind", Set.of("BIOMEDICAL", "QUALITATIF"), errors);
        var domain =
                oneOf(
                        typed,
                        "domain",
                        Set.of("MEDICAL", "EDUCATIF", "PSYCHOLOGIQUE", "SOCIAL"),
                        errors);
        var result =
                typed.text("result").isEmpty()
                        ? "EN_COURS"
                        : oneOf(
                                typed,
                                "result",
                                Set.of(
                                        "EN_COURS",
                                        "ATTEINT",
                                        "EN_PARTIE",
                                        "NON_ATTEINT",
                                        "ABANDONNE"),
                                errors);
        var due = date(typed, "due_on", false, errors);
        if ((result.equals("NON_ATTEINT") || result.equals("ABANDONNE"))
                && typed.text("result_why").isEmpty()) errors.add("result_why", PpsText.WHY_NEEDED);
        return errors.none()
                ? Optional.of(
                        new Goal(
                                id,
                                typed.orNull("problem"),
                                problemId,
                                domain,
                                kind,
                                title,
                                typed.orNull("indicator"),
                                typed.orNull("target"),
                                due,
                                result,
                                typed.orNull("result_why")))
                : Optional.empty();
    }

    // ── interventions ──

    static Typed typed(Intervention i) {
        var r = i.recurrence();
        var values = new LinkedHashMap<String, List<String>>();
        values.put("title", List.of(i.title()));
        values.put("type", List.of(i.type().name()));
        values.put("goal", List.of(i.goalId() == null ? "" : i.goalId().toString()));
        values.put("actor", List.of(i.actorId() == null ? "" : i.actorId().toString()));
        values.put("actor_name", List.of(i.actorId() == null ? text(i.actorName()) : ""));
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
        if (after != null) {
            values.put("after_n", List.of(String.valueOf(after.n())));
            values.put("after_unit", List.of(after.unit()));
            values.put(
                    "after_what",
                    List.of(after.act() == null ? AFTER_DISCHARGE : after.act().toString()));
        }
        return new Typed(values);
    }

    /// A line to begin with: today, once.
    static Typed blankIntervention(LocalDate today) {
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

    static List<Field> interventionFields(Typed typed, Choices choices) {
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
        actors.add(new Group("", List.of(new Option("", "à trouver, ou un nom ci-contre", false))));
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
                select(
                        "goal",
                        "Pour quel objectif",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        with(
                                                "",
                                                "aucun en particulier",
                                                choices.goals().stream()
                                                        .map(g ->
                                                                new Option(
                                                                        g.id().toString(),
                                                                        g.title(),
                                                                        false))
                                                        .toList()))),
                        false),
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
                select(
                        "unit",
                        "Périodicité",
                        typed,
                        options(
                                "",
                                "une seule fois",
                                "JOUR",
                                "jours",
                                "SEMAINE",
                                "semaines",
                                "MOIS",
                                "mois"),
                        false),
                new Field(
                        "weekdays",
                        "Jours de la semaine",
                        null,
                        "DAYS",
                        "",
                        typed.all("weekdays"),
                        List.of(
                                new Group(
                                        "",
                                        IntStream.rangeClosed(1, 7)
                                                .mapToObj(day ->
                                                        new Option(
                                                                String.valueOf(day),
                                                                PpsText.weekday(day),
                                                                typed.all("weekdays")
                                                                        .contains(
                                                                                String.valueOf(
                                                                                        day))))
                                                .toList())),
                        true,
                        null),
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

    static Optional<Intervention> readIntervention(
            UUID id, Typed typed, Choices choices, FormErrors errors) {
        var title = title(typed, "title", errors);
        for (var name : List.of("place", "note", "actor_name"))
            if (typed.text(name).length() > LINE) errors.add(name, WebText.LINE_TOO_LONG);
        InterventionType type = null;
        for (var t : InterventionType.values()) if (t.name().equals(typed.text("type"))) type = t;
        if (type == null) errors.add("type", WebText.CHOOSE);
        var goal = Ids.parse(typed.text("goal")).orElse(null);
        if (goal != null && choices.goals().stream().noneMatch(g -> g.id().equals(goal)))
            errors.add("goal", WebText.CHOOSE);
        var actor = actor(typed, choices, errors);
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
                        actor == null ? typed.orNull("actor_name") : actor.name(),
                        actor == null ? null : actor.profession(),
                        actor == null ? null : actor.group(),
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
        var unit = oneOf(typed, "unit", Set.of("", "JOUR", "SEMAINE", "MOIS"), errors);
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
        var days = new TreeSet<Integer>();
        if (!unit.equals("JOUR"))
            for (var day : typed.all("weekdays"))
                if (day.matches("[1-7]")) days.add(Integer.valueOf(day));
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
