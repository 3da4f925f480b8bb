package fr.maillage.followup.internal.realised;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.NotDone;
import fr.maillage.followup.internal.Days;
import fr.maillage.followup.internal.PersonNames;
import fr.maillage.followup.internal.realised.Realised.Act;
import fr.maillage.followup.internal.realised.Realised.Asked;
import fr.maillage.followup.internal.realised.RealisedPage.Line;
import fr.maillage.followup.internal.realised.RealisedPage.Option;
import fr.maillage.followup.internal.realised.RealisedPage.Reason;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// « Prévu et réalisé », and the names behind each of its figures: clinicians see acts and names, a
/// director names and states.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class RealisedScreens {

    static final String HOME = "/realisation";

    private static final int LINES = 40;
    private static final int ACTS = 50;

    /// Lines a file may have: more is another period.
    private static final int FILE = 5_000;

    private final Realised realised;
    private final CaseFiles files;
    private final PlanDrafts plans;
    private final Trail trail;
    private final PersonNames names;
    private final Clock clock;

    RealisedScreens(
            Realised realised,
            CaseFiles files,
            PlanDrafts plans,
            Trail trail,
            PersonNames names,
            Clock clock) {
        this.realised = realised;
        this.files = files;
        this.plans = plans;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    RealisedPage page(Sent form) {
        var today = LocalDate.now(clock);
        var span = Span.of(form, today);
        var axis = Axis.of(form.text("par")).orElse(Axis.COORDONNATEUR);
        var page = Math.max(0, form.number("page"));
        var rows = realised.lines(span, axis, page * LINES, LINES);
        var labels = labels(axis, rows);
        var base = HOME + "?" + span.query() + "&par=" + axis.code();
        var groups = rows.isEmpty() ? 0 : rows.getFirst().groups();
        var more = groups - page * LINES - rows.size();
        return new RealisedPage(
                span.words(),
                Arrays.stream(Span.Choice.values())
                        .map(c -> new Option(c.code(), c.label(), c == span.choice()))
                        .toList(),
                span.from().toString(),
                span.until().toString(),
                form.errors().of("du"),
                form.errors().of("au"),
                Arrays.stream(Axis.values())
                        .map(a -> new Option(a.code(), a.label(), a == axis))
                        .toList(),
                axis.label(),
                Arrays.stream(ActState.values())
                        .map(s -> new RealisedPage.State(s.code(), s.label()))
                        .toList(),
                line(RealisedText.WHOLE, realised.whole(span), HOME + "/actes?" + span.query()),
                rows.stream()
                        .map(r ->
                                line(
                                        labels.getOrDefault(r.code(), RealisedText.none(axis)),
                                        r.counts(),
                                        HOME
                                                + "/actes?"
                                                + span.query()
                                                + "&par="
                                                + axis.code()
                                                + "&code="
                                                + r.code()))
                        .toList(),
                more,
                more > 0 ? base + "&page=" + (page + 1) : null,
                realised.reasons(span).entrySet().stream()
                        .map(e ->
                                new Reason(
                                        e.getKey().label(),
                                        Typography.number(e.getValue()),
                                        HOME
                                                + "/actes?"
                                                + span.query()
                                                + "&etat="
                                                + ActState.NON_FAIT.code()
                                                + "&motif="
                                                + e.getKey().name()))
                        .toList(),
                RealisedText.DEFINITION,
                HOME + "/chiffres.csv?" + span.query() + "&par=" + axis.code());
    }

    private static Line line(String label, Map<ActState, Long> counts, String href) {
        return StateBar.of(label, counts, href, state -> href + "&etat=" + state.code());
    }

    /// The words of the lines of an axis.
    private Map<String, String> labels(Axis axis, List<Realised.Line> rows) {
        var labels = new LinkedHashMap<String, String>();
        if (axis == Axis.PERSONNE) {
            var ids = rows.stream().flatMap(r -> Ids.parse(r.code()).stream()).toList();
            var open = open(ids);
            names.of(open).forEach((id, name) -> labels.put(id.toString(), name));
            trail.listed("PREVU ET REALISE", open);
            return labels;
        }
        var types =
                axis == Axis.TYPE
                        ? plans.types().stream()
                                .collect(
                                        Collectors.toMap(
                                                PlanDrafts.ActType::code,
                                                PlanDrafts.ActType::label))
                        : Map.<String, String>of();
        for (var row : rows)
            if (row.label() != null)
                labels.put(row.code(), types.getOrDefault(row.label(), row.label()));
        return labels;
    }

    private Set<UUID> open(List<UUID> persons) {
        return files
                .opening(
                        persons.stream().distinct().map(PatientId::new).toList(),
                        clinical() ? Part.SUIVI : Part.SYNTHESE)
                .keySet()
                .stream()
                .map(PatientId::value)
                .collect(Collectors.toSet());
    }

    private static boolean clinical() {
        return SignedIn.current().role().clinical();
    }

    /// The acts behind a figure. Throws `NotFound` for an axis, a state or a reason that does not
    /// exist.
    ActsPage acts(Sent form) {
        var today = LocalDate.now(clock);
        var span = Span.of(form, today);
        var asked = asked(form);
        var page = Math.max(0, form.number("page"));
        var rows = realised.acts(span, asked, page * ACTS, ACTS);
        var total = rows.isEmpty() ? 0 : rows.getFirst().total();
        var named = named(asked);
        var open = open(rows.stream().map(Act::patient).toList());
        if (named) trail.listed("PREVU ET REALISE", open);
        var here = "?" + span.query() + query(asked);
        return new ActsPage(
                span.words(),
                filter(asked),
                total,
                rows.stream().map(r -> line(r, named, open, today)).toList(),
                clinical(),
                named ? null : RealisedText.NAMES_RESERVED,
                HOME
                        + "?"
                        + span.query()
                        + (asked.axis() == null ? "" : "&par=" + asked.axis().code()),
                clinical() ? HOME + "/actes.csv" + here : null,
                page == 0 ? null : HOME + "/actes" + here + "&page=" + (page - 1),
                (page + 1) * ACTS < total ? HOME + "/actes" + here + "&page=" + (page + 1) : null);
    }

    private static boolean named(Asked asked) {
        return clinical()
                || asked.axis() == null && asked.why() == null
                || asked.axis() != null && !asked.axis().health() && asked.why() == null;
    }

    private static Asked asked(Sent form) {
        var par = form.text("par");
        var code = form.text("code");
        if (!code.matches("[A-Za-z0-9_-]{0,40}")) throw new NotFound("actes", null);
        var state = form.text("etat");
        var why = form.text("motif");
        return new Asked(
                par.isEmpty() || !form.values().containsKey("code")
                        ? null
                        : Axis.of(par).orElseThrow(() -> new NotFound("actes", null)),
                code,
                state.isEmpty()
                        ? null
                        : ActState.of(state).orElseThrow(() -> new NotFound("actes", null)),
                why.isEmpty()
                        ? null
                        : Arrays.stream(NotDone.values())
                                .filter(w -> w.name().equals(why))
                                .findFirst()
                                .orElseThrow(() -> new NotFound("motif", null)));
    }

    private static String query(Asked asked) {
        return (asked.axis() == null ? "" : "&par=" + asked.axis().code() + "&code=" + asked.code())
                + (asked.state() == null ? "" : "&etat=" + asked.state().code())
                + (asked.why() == null ? "" : "&motif=" + asked.why().name());
    }

    private static String filter(Asked asked) {
        var words = new ArrayList<String>();
        if (asked.state() != null) words.add(Typography.capital(asked.state().label()));
        if (asked.why() != null) words.add(asked.why().label());
        if (asked.axis() != null) words.add("par " + Typography.inSentence(asked.axis().label()));
        return words.isEmpty() ? RealisedText.WHOLE : String.join(", ", words);
    }

    private static ActsPage.Line line(Act act, boolean named, Set<UUID> open, LocalDate today) {
        var clinical = clinical();
        var opens = open.contains(act.patient());
        return new ActsPage.Line(
                !named ? RealisedText.NAME_RESERVED : opens ? act.name() : RealisedText.CLOSED,
                !named || !opens ? null : "/dossiers/" + act.patient() + (clinical ? "/suivi" : ""),
                clinical && opens ? act.title() : RealisedText.ACT_RESERVED,
                clinical && opens ? act.actor() : null,
                Days.window(act.dueOn(), act.dueUntil(), today),
                FrenchDates.longDay(act.dueUntil()),
                act.state().mark(),
                clinical && opens ? detail(act, today) : null);
    }

    private static @Nullable String detail(Act act, LocalDate today) {
        if (act.why() != null) return act.why().label();
        var done = act.doneOn();
        if (done == null) return null;
        return "le "
                + FrenchDates.shortDay(done, today)
                + (act.doneBy() == null ? "" : " par " + act.doneBy());
    }

    // ── files ──

    /// The counts of the page, every line of its axis.
    List<List<String>> figures(Sent form) {
        var span = Span.of(form, LocalDate.now(clock));
        var axis = Axis.of(form.text("par")).orElse(Axis.COORDONNATEUR);
        var rows = realised.lines(span, axis, 0, FILE);
        var labels = labels(axis, rows);
        var table = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of(axis.label(), "Prévus"));
        for (var state : ActState.values()) head.add(state.label());
        table.add(head);
        for (var row : rows) {
            var cells = new ArrayList<String>();
            cells.add(labels.getOrDefault(row.code(), RealisedText.none(axis)));
            cells.add(String.valueOf(row.counts().values().stream().mapToLong(n -> n).sum()));
            row.counts().values().forEach(n -> cells.add(String.valueOf(n)));
            table.add(cells);
        }
        return table;
    }

    /// The acts of a list, as a file: clinicians only. The persons in it have a line in their
    /// trail.
    List<List<String>> file(Sent form) {
        var span = Span.of(form, LocalDate.now(clock));
        var rows = realised.acts(span, asked(form), 0, FILE);
        var open = open(rows.stream().map(Act::patient).toList());
        trail.exported("PREVU ET REALISE", open, Ids.next());
        var table = new ArrayList<List<String>>();
        table.add(
                List.of(
                        "Personne",
                        "Acte",
                        "Intervenant",
                        "À partir du",
                        "Jusqu’au",
                        "État",
                        "Fait le",
                        "Par",
                        "Motif"));
        for (var r : rows) {
            if (!open.contains(r.patient())) continue;
            table.add(
                    List.of(
                            r.name(),
                            r.title(),
                            Objects.requireNonNullElse(r.actor(), ""),
                            FrenchDates.numeric(r.dueOn()),
                            FrenchDates.numeric(r.dueUntil()),
                            r.state().label(),
                            r.doneOn() == null ? "" : FrenchDates.numeric(r.doneOn()),
                            Objects.requireNonNullElse(r.doneBy(), ""),
                            r.why() == null ? "" : r.why().label()));
        }
        return table;
    }
}
