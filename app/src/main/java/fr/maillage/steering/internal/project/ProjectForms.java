package fr.maillage.steering.internal.project;

import static fr.maillage.web.FormFields.field;
import static fr.maillage.web.FormFields.optional;
import static fr.maillage.web.FormFields.select;

import fr.maillage.steering.internal.Leaders;
import fr.maillage.steering.internal.project.Gap.Done;
import fr.maillage.steering.internal.project.Gap.Planned;
import fr.maillage.steering.internal.project.Projects.Carried;
import fr.maillage.steering.internal.project.Projects.Project;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Group;
import fr.maillage.web.FormView.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The forms by which a project, an action planned and what was done are written.
final class ProjectForms {

    private ProjectForms() {}

    /// @param leaders sheets one may lead in the name of; empty when it is said already
    static List<Field> project(Typed typed, Map<UUID, String> leaders, List<Carried> carried) {
        var fields = new ArrayList<Field>();
        Leaders.field(typed, leaders).ifPresent(fields::add);
        fields.add(field("title", "Titre", null, "TEXT", typed, true));
        fields.add(field("purpose", "Ce que le projet veut changer", null, "AREA", typed, true));
        fields.add(field("lead", "Qui le mène", "Une fonction, sans nom.", "TEXT", typed, false));
        fields.add(
                select(
                        "audience",
                        "Lu par",
                        typed,
                        List.of(
                                new Group(
                                        "",
                                        Projects.AUDIENCES.entrySet().stream()
                                                .map(e ->
                                                        new Option(e.getKey(), e.getValue(), false))
                                                .toList())),
                        false));
        fields.add(
                optional(
                        "carried",
                        "Il met en œuvre",
                        typed,
                        "ni projet de santé ni appel à projets",
                        carried.stream()
                                .map(c ->
                                        new Option(
                                                c.id().toString(),
                                                ProjectText.carried(c.health(), c.title()),
                                                false))
                                .toList()));
        return fields;
    }

    static Typed typed(Project p) {
        return typed(
                "title", p.title(),
                "purpose", p.purpose(),
                "lead", p.lead(),
                "audience", p.audience(),
                "carried", p.carried() == null ? "" : p.carried().toString());
    }

    static List<Field> action(Typed typed) {
        return List.of(
                field("title", "Action", null, "TEXT", typed, true),
                field("owner", "Qui s’en charge", "Une fonction.", "TEXT", typed, false),
                field("rank", "Rang", null, "NUMBER", typed, false),
                field("starts_on", "Du", null, "DATE", typed, false),
                field("ends_on", "Au", null, "DATE", typed, false),
                field("fte", "Temps prévu, en ETP", null, "TEXT", typed, false),
                field("money", "Argent prévu, en euros", null, "TEXT", typed, false),
                field("result", "Résultat attendu", null, "AREA", typed, true),
                field(
                        "unit",
                        "Ce qui est mesuré",
                        "Par exemple\u00A0: personnes formées.",
                        "TEXT",
                        typed,
                        false),
                field("baseline", "D’où l’on part", null, "TEXT", typed, false),
                field("target", "Cible", null, "TEXT", typed, false));
    }

    static Typed typed(int rank, Planned p) {
        return typed(
                "title", p.title(),
                "owner", p.owner(),
                "rank", String.valueOf(rank),
                "starts_on", p.starts().toString(),
                "ends_on", p.ends().toString(),
                "fte", plain(p.fte()),
                "money", plain(p.money().amount()),
                "result", text(p.result()),
                "unit", text(p.unit()),
                "baseline", plain(p.baseline()),
                "target", plain(p.target()));
    }

    /// @param unit of the action; null when it has no figure
    static List<Field> told(Typed typed, @Nullable String unit) {
        var fields = new ArrayList<Field>();
        fields.add(field("on_day", "Au", null, "DATE", typed, false));
        fields.add(field("started_on", "Commencée le", null, "DATE", typed, false));
        fields.add(field("ended_on", "Terminée le", null, "DATE", typed, false));
        fields.add(field("spent", "Dépensé depuis le début, en euros", null, "TEXT", typed, false));
        fields.add(field("fte", "Temps donné, en ETP", null, "TEXT", typed, false));
        if (unit != null) fields.add(field("reached", unit, null, "TEXT", typed, false));
        fields.add(
                field(
                        "dropped",
                        "Ne sera pas faite\u00A0: pourquoi",
                        "Laissez vide si elle se fait.",
                        "AREA",
                        typed,
                        true));
        fields.add(field("note", "Ce qu’il faut en savoir", null, "AREA", typed, true));
        return fields;
    }

    /// What was told last, for today.
    static Typed typed(Done done, LocalDate today) {
        return typed(
                "on_day", today.toString(),
                "started_on", done.started() == null ? "" : done.started().toString(),
                "ended_on", done.ended() == null ? "" : done.ended().toString(),
                "spent", plain(done.spent().amount()),
                "fte", plain(done.fte()),
                "reached", plain(done.reached()),
                "dropped", text(done.dropped()));
    }

    private static Typed typed(String... pairs) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) values.put(pairs[i], List.of(pairs[i + 1]));
        return new Typed(values);
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
