package fr.maillage.careplan.internal;

import static fr.maillage.web.FormFields.LINE;
import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.oneOf;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.options;
import static fr.maillage.web.FormFields.select;
import static fr.maillage.web.FormFields.text;
import static fr.maillage.web.FormFields.title;

import fr.maillage.careplan.LineFields;
import fr.maillage.careplan.internal.Content.Goal;
import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.Content.Pathology;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks.Member;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
            List<String> problems,
            List<Option> rights) {}

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
                    optional(
                            "referent",
                            "Référent",
                            typed,
                            "à désigner",
                            choices.team().stream()
                                    .map(m -> new Option(m.id().toString(), m.name(), false))
                                    .toList()));
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
                LineFields.domain(typed),
                field("indicator", "Indicateur", null, "TEXT", typed, false),
                field("target", "Cible", null, "TEXT", typed, false),
                field("due_on", "Échéance", null, "DATE", typed, false),
                select("result", "Où en est-on", typed, Grade.options(), false),
                field(
                        "result_why",
                        "Pourquoi (si pas atteint en entier)",
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
        var kind = oneOf(typed, "kind", LineFields.KINDS, errors);
        var domain = oneOf(typed, "domain", LineFields.DOMAINS, errors);
        var result =
                typed.text("result").isEmpty()
                        ? "EN_COURS"
                        : oneOf(typed, "result", Grade.ALL, errors);
        var due = date(typed, "due_on", false, errors);
        if (Grade.needsWhy(result) && typed.text("result_why").isEmpty())
            errors.add("result_why", PpsText.WHY_NEEDED);
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
}
