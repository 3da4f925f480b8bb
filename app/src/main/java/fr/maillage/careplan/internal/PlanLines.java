package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.DraftService.Saving;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.FormView.Field;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lines of a plan for those who speak of them: what each says to who reads, the fields that
/// may be proposed, and the writing of what was accepted. The caller has opened the file.
@Component
public class PlanLines {

    /// Fields of a line that somebody who does not write the plan may propose. Which ones is «
    /// proposition Maillage »: what is aimed at and what is done, not who is named nor how late is
    /// late.
    private static final Map<LineRef.Kind, List<String>> PROPOSED =
            Map.of(
                    LineRef.Kind.OBJECTIF, List.of("title", "indicator", "target", "due_on"),
                    LineRef.Kind.INTERVENTION,
                            List.of(
                                    "title",
                                    "place",
                                    "starts_on",
                                    "every_n",
                                    "unit",
                                    "weekdays",
                                    "ends_on",
                                    "times",
                                    "note"),
                    LineRef.Kind.AIDE, List.of("title", "body", "asked_by", "note"));

    /// Besides, for a line that is not there yet.
    private static final Map<LineRef.Kind, List<String>> OF_A_NEW_ONE =
            Map.of(
                    LineRef.Kind.OBJECTIF, List.of("domain", "kind"),
                    LineRef.Kind.INTERVENTION, List.of("type"),
                    LineRef.Kind.AIDE, List.of("kind"));

    private final PpsRepository plans;
    private final PpsScreens screens;
    private final DraftService drafts;
    private final PlanBeginnings beginnings;
    private final DraftChoices choices;
    private final Clock clock;

    PlanLines(
            PpsRepository plans,
            PpsScreens screens,
            DraftService drafts,
            PlanBeginnings beginnings,
            DraftChoices choices,
            Clock clock) {
        this.plans = plans;
        this.screens = screens;
        this.drafts = drafts;
        this.beginnings = beginnings;
        this.choices = choices;
        this.clock = clock;
    }

    /// A line as its reader knows it.
    ///
    /// @param words what it says besides its title
    /// @param fields as its form shows it
    public record Line(
            LineRef ref,
            String title,
            String words,
            String part,
            Map<String, List<String>> fields) {}

    /// What a reader knows of a plan.
    ///
    /// @param lines those of the version in preparation when the reader writes it, else of the
    ///   version in force; then those that only the other of the two has
    /// @param target the fields of each line where a change would be written: the draft, or the
    ///   plan in force that the next version will copy
    /// @param draft the version to write in; null while there is none
    /// @param closed why nothing may be written now; null when it may
    public record Reading(
            List<Line> lines,
            Map<String, Map<String, List<String>>> target,
            @Nullable UUID draft,
            @Nullable String closed) {

        /// A line its reader knows.
        public Optional<Line> line(LineRef ref) {
            return lines.stream().filter(l -> l.ref().equals(ref)).findFirst();
        }
    }

    /// Reads the plan of a file.
    @Transactional(readOnly = true)
    public Reading read(OpenFile file) {
        var writes = PpsScreens.writes();
        var inForce = plans.inForce(file.patient()).orElse(null);
        var pending =
                plans.inPreparation(file.patient())
                        .filter(p -> writes || p.status() != Status.BROUILLON)
                        .orElse(null);
        var mine = screens.mine(file);
        var lines = new LinkedHashMap<LineRef, Line>();
        for (var pps : writes ? list(pending, inForce) : list(inForce, pending)) {
            var readable = PpsScreens.readable(pps.content(), file.parts(), mine);
            lines(readable, Discussed.refs(readable, file.parts()))
                    .forEach(line -> lines.putIfAbsent(line.ref(), line));
        }
        var target = new LinkedHashMap<String, Map<String, List<String>>>();
        var written = pending == null ? inForce : pending;
        if (written != null)
            lines(written.content(), Discussed.refs(written.content(), file.parts()))
                    .forEach(line -> target.put(line.ref().toString(), line.fields()));
        return new Reading(
                List.copyOf(lines.values()),
                target,
                pending != null && pending.draft() ? pending.id() : null,
                closed(inForce, pending));
    }

    private static List<Pps> list(@Nullable Pps first, @Nullable Pps second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
    }

    private static @Nullable String closed(@Nullable Pps inForce, @Nullable Pps pending) {
        if (pending != null) return pending.draft() ? null : DraftText.WAITS_FOR_OPINION;
        return inForce == null ? DraftText.NO_PLAN : null;
    }

    private static List<Line> lines(Content c, Set<String> refs) {
        var lines = new ArrayList<Line>();
        for (var g : c.goals())
            lines.add(
                    new Line(
                            LineRef.of(LineRef.Kind.OBJECTIF, g.id()),
                            g.title(),
                            PpsText.goal(g),
                            g.part(),
                            PpsForms.typed(g).values()));
        for (var i : c.interventions())
            lines.add(
                    new Line(
                            LineRef.of(LineRef.Kind.INTERVENTION, i.id()),
                            i.title(),
                            PpsText.intervention(i),
                            i.type().volet(),
                            InterventionForms.typed(i).values()));
        for (var a : c.aids())
            lines.add(
                    new Line(
                            LineRef.of(LineRef.Kind.AIDE, a.id()),
                            a.title(),
                            AidText.line(a),
                            "AIDE",
                            AidForms.typed(a).values()));
        for (var topic : Topic.values())
            lines.add(
                    new Line(
                            LineRef.of(topic),
                            PpsText.of(topic),
                            c.text(topic),
                            topic.part(),
                            Map.of(topic.column(), List.of(c.text(topic)))));
        lines.removeIf(line -> !refs.contains(line.ref().toString()));
        return lines;
    }

    /// The fields that may be proposed for a line, or for a new one of its kind.
    public List<Field> proposed(
            LineRef.Kind kind, @Nullable LineRef ref, Map<String, List<String>> values) {
        var names = names(kind, ref);
        return fields(
                        kind,
                        ref,
                        values,
                        new Choices(
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()))
                .stream()
                .filter(f -> names.contains(f.name()))
                .toList();
    }

    /// Names of these fields.
    public List<String> names(LineRef.Kind kind, @Nullable LineRef ref) {
        if (kind == LineRef.Kind.TEXTE) return ref == null ? List.of() : List.of(ref.key());
        var names = new ArrayList<>(PROPOSED.getOrDefault(kind, List.of()));
        if (ref == null) names.addAll(OF_A_NEW_ONE.getOrDefault(kind, List.of()));
        return names;
    }

    /// A new line to begin with.
    public Map<String, List<String>> blank(LineRef.Kind kind) {
        return kind == LineRef.Kind.INTERVENTION
                ? InterventionForms.blank(LocalDate.now(clock)).values()
                : Map.of();
    }

    /// Every field of a line, for who writes the plan; one alone of a text.
    @Transactional(readOnly = true)
    public List<Field> all(
            OpenFile file,
            LineRef.Kind kind,
            @Nullable LineRef ref,
            Map<String, List<String>> values) {
        var pps = written(file.patient());
        var fields = fields(kind, ref, values, choices.of(file.patient(), pps.content()));
        return kind == LineRef.Kind.TEXTE && ref != null
                ? fields.stream().filter(f -> f.name().equals(ref.key())).toList()
                : fields;
    }

    private static List<Field> fields(
            LineRef.Kind kind,
            @Nullable LineRef ref,
            Map<String, List<String>> values,
            Choices offered) {
        return EditScreens.fields(piece(kind, ref), new Typed(values), offered);
    }

    private static Piece piece(LineRef.Kind kind, @Nullable LineRef ref) {
        return ref != null ? ref.piece() : new Piece.Line(kind.line(), Ids.next());
    }

    /// What the rules of the plan refuse in a line as proposed; none when it could stand.
    ///
    /// @param values every field of the line
    @Transactional(readOnly = true)
    public FormErrors check(
            OpenFile file,
            LineRef.Kind kind,
            @Nullable LineRef ref,
            Map<String, List<String>> values) {
        var pps = written(file.patient());
        var piece = piece(kind, ref);
        return drafts.check(pps, piece, whole(piece, pps, values));
    }

    /// The part of the plan a new line would be of; empty when its fields do not say.
    public Optional<String> part(LineRef.Kind kind, Map<String, List<String>> values) {
        var typed = new Typed(values);
        return switch (kind) {
            case OBJECTIF ->
                    Optional.of(typed.text("domain"))
                            .filter(d -> !d.isEmpty())
                            .map(d -> d.equals("EDUCATIF") ? "EDUCATION" : d);
            case INTERVENTION ->
                    Stream.of(InterventionType.values())
                            .filter(t -> t.name().equals(typed.text("type")))
                            .findFirst()
                            .map(InterventionType::volet);
            case AIDE -> Optional.of("AIDE");
            case TEXTE -> Optional.empty();
        };
    }

    /// The draft to write in; begins the next version of a plan in force when there is none. Throws
    /// `FormRefused` when nothing may be written.
    ///
    /// @param reason why the next version
    @Transactional
    public UUID draft(PatientId patient, String reason) {
        var pending = plans.inPreparation(patient);
        if (pending.isPresent()) {
            if (!pending.get().draft())
                throw FormRefused.because("plan", DraftText.WAITS_FOR_OPINION);
            return pending.get().id();
        }
        return switch (beginnings.begin(patient, reason)) {
            case PlanBeginnings.Beginning.Done(var pps) -> pps;
            case PlanBeginnings.Beginning.Refused(var obstacles) ->
                    throw FormRefused.because("plan", PpsText.of(obstacles.getFirst()));
        };
    }

    /// Writes a line in a draft, as its own form would: what was changed there meanwhile in other
    /// fields stays. Throws `FormRefused`; `OptimisticLockingFailureException` when the same fields
    /// were changed, or the line taken away.
    ///
    /// @param typed its fields, with the `_tag` that says what they were typed over
    /// @param origin who proposed it
    @Transactional
    public void save(UUID draft, LineRef ref, Map<String, List<String>> typed, String origin) {
        var piece = ref.piece();
        var pps = plans.get(draft);
        end(draft, drafts.save(draft, piece, whole(piece, pps, typed), origin));
    }

    /// Takes a line away from a draft. Throws `FormRefused`.
    @Transactional
    public void remove(UUID draft, LineRef ref, String origin) {
        end(draft, drafts.remove(draft, ref.kind().line(), UUID.fromString(ref.key()), origin));
    }

    private static void end(UUID draft, Saving saving) {
        switch (saving) {
            case Saving.Saved _ -> {}
            case Saving.Wrong(var errors) -> throw new FormRefused(errors);
            case Saving.Refused(var obstacle) ->
                    throw FormRefused.because("plan", PpsText.of(obstacle));
            case Saving.Conflict _ -> throw new OptimisticLockingFailureException("pps " + draft);
        }
    }

    /// A text is one field of its section: the others stand as they are.
    private static Typed whole(Piece piece, Pps pps, Map<String, List<String>> values) {
        if (!(piece instanceof Piece.Section)) return new Typed(values);
        var all = new LinkedHashMap<>(piece.in(pps.content()).orElseThrow().values());
        all.putAll(values);
        return new Typed(all);
    }

    /// What a change would be written over. Throws `NotFound` for a person without a plan.
    private Pps written(PatientId patient) {
        return plans.inPreparation(patient)
                .or(() -> plans.inForce(patient))
                .orElseThrow(() -> new NotFound("pps", null));
    }

    /// Who proposed a change, in the list of changes: « proposé par Anne MOREL (Infirmière) ».
    public static String origin(String author, String quality) {
        return Discussed.origin(author, quality);
    }

    /// « 2 commentaires, 1 proposition »; "" for nothing.
    public static String discussed(int remarks, int suggestions) {
        return DraftText.discussed(remarks, suggestions);
    }

    /// Fields that say one thing together.
    public static List<Set<String>> together() {
        return Piece.TOGETHER;
    }
}
