package fr.maillage.careplan.internal;

import fr.maillage.access.Trail;
import fr.maillage.careplan.internal.PpsForms.Choices;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes a draft piece by piece, by several hands at once: what a colleague saved meanwhile in
/// other fields is kept with what is saved now, and the same field twice is decided by a person.
@Service
class DraftService {

    private final PpsRepository plans;
    private final LineRepository lines;
    private final Aids aids;
    private final DraftChoices choices;
    private final RetainedProblems problems;
    private final CaseFiles files;
    private final Networks networks;
    private final ChangeLog log;
    private final Trail trail;
    private final Clock clock;

    DraftService(
            PpsRepository plans,
            LineRepository lines,
            Aids aids,
            DraftChoices choices,
            RetainedProblems problems,
            CaseFiles files,
            Networks networks,
            ChangeLog log,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.lines = lines;
        this.aids = aids;
        this.choices = choices;
        this.problems = problems;
        this.files = files;
        this.networks = networks;
        this.log = log;
        this.trail = trail;
        this.clock = clock;
    }

    /// What saving a piece of a draft gives.
    sealed interface Saving {
        /// @param theirs fields that a colleague had changed meanwhile, kept as they wrote them
        record Saved(Set<String> theirs) implements Saving {}

        /// Somebody changed the same fields, or took the line away: see [#merge].
        record Conflict() implements Saving {}

        /// Nothing was written: a rule refuses a field.
        record Wrong(FormErrors errors) implements Saving {}

        record Refused(Obstacle obstacle) implements Saving {}
    }

    /// A form beside what stands there now.
    ///
    /// @param now what stands there; empty when the line was taken away, or is not yet there
    /// @param gone the form saw a line that is no longer there
    record Beside(FieldMerge merge, Map<String, List<String>> now, boolean gone) {
        boolean clashes() {
            return gone || !merge.clashes().isEmpty();
        }
    }

    /// Compares what was typed with what stands there now, from what the form saw.
    static Beside merge(Piece piece, Content content, Typed typed) {
        var seen = FieldMerge.read(typed.text("_tag"));
        var now = piece.in(content).map(Typed::values).orElse(Map.of());
        var gone = now.isEmpty() && !seen.isEmpty();
        var mine = FieldMerge.chosen(typed.values(), seen, Piece.TOGETHER);
        return new Beside(FieldMerge.of(seen, mine, gone ? seen : now, Piece.TOGETHER), now, gone);
    }

    /// Saves a piece of a draft, with what a colleague wrote in its other fields since its form was
    /// printed. A line whose form saw nothing is added.
    ///
    /// @param origin who proposed it, for the list of changes; null when nobody did
    @Transactional
    public Saving save(UUID id, Piece piece, Typed typed, @Nullable String origin) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft()) return new Saving.Refused(new Obstacle.NotDraft(pps.status()));
        var beside = merge(piece, pps.content(), typed);
        if (beside.clashes()) return new Saving.Conflict();
        var errors = new FormErrors();
        var write = read(pps, piece, new Typed(beside.merge().fields()), errors);
        if (write.isEmpty()) return new Saving.Wrong(errors);
        write.get().run();
        log.note(pps, origin);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        return new Saving.Saved(beside.merge().taken());
    }

    /// What the rules refuse in a piece as typed; none when it could be saved.
    @Transactional(readOnly = true)
    public FormErrors check(Pps pps, Piece piece, Typed typed) {
        var errors = new FormErrors();
        read(pps, piece, typed, errors);
        return errors;
    }

    /// The writing of a piece; empty when a rule refuses it, with its sentences in `errors`.
    private Optional<Runnable> read(Pps pps, Piece piece, Typed typed, FormErrors errors) {
        var offered = choices.of(pps.patient(), pps.content());
        return switch (piece) {
            case Piece.Section(var section) -> section(pps, section, typed, offered, errors);
            case Piece.Line(var kind, var line) -> line(pps, kind, line, typed, offered, errors);
        };
    }

    private Optional<Runnable> section(
            Pps pps, Topic.Section section, Typed typed, Choices offered, FormErrors errors) {
        var read =
                PpsForms.read(
                        section,
                        typed,
                        offered,
                        LocalDate.now(clock),
                        latestReassessment(pps.patient()),
                        errors);
        if (!errors.none()) return Optional.empty();
        var c = pps.content();
        var texts = new EnumMap<Topic, String>(Topic.class);
        texts.putAll(c.texts());
        for (var topic : Topic.values())
            if (topic.section() == section) texts.put(topic, read.text(topic));
        var steering = section == Topic.Section.CONDUITE;
        return Optional.of(() ->
                plans.saveTexts(
                        pps.id(),
                        new Content(
                                texts,
                                steering ? read.reassessOn() : c.reassessOn(),
                                steering ? read.referentId() : c.referentId(),
                                steering ? read.referentName() : c.referentName(),
                                List.of(),
                                List.of(),
                                List.of())));
    }

    private Optional<Runnable> line(
            Pps pps, LineKind kind, UUID id, Typed typed, Choices offered, FormErrors errors) {
        var c = pps.content();
        var rank =
                1
                        + c.pathologies().size()
                        + c.goals().size()
                        + c.interventions().size()
                        + c.aids().size();
        return switch (kind) {
            case PATHOLOGY ->
                    PpsForms.readPathology(id, typed, errors)
                            .map(line -> () -> lines.save(pps.id(), line, rank));
            case GOAL ->
                    PpsForms.readGoal(
                                    id,
                                    problems.labelled(pps.patient(), typed.text("problem")),
                                    typed,
                                    errors)
                            .map(line -> () -> lines.save(pps.id(), dated(pps, line), rank));
            case INTERVENTION ->
                    InterventionForms.read(id, typed, offered, errors)
                            .map(line -> () -> lines.save(pps.id(), pps.patient(), line, rank));
            case AID ->
                    AidForms.read(id, typed, offered, errors)
                            .map(line -> () -> aids.save(pps.id(), line, rank));
        };
    }

    /// A goal whose grade is new is graded today.
    private Content.Goal dated(Pps pps, Content.Goal line) {
        var known = pps.content().goal(line.id());
        var same = known.filter(g -> g.result().equals(line.result())).isPresent();
        var on = same ? known.get().reviewedOn() : known.isPresent() ? LocalDate.now(clock) : null;
        return on == null ? line : line.graded(line.result(), line.resultWhy(), on);
    }

    /// Takes a line away from a draft; what was done keeps its history. Nothing happens when it is
    /// already gone.
    ///
    /// @param origin as for [#save]
    @Transactional
    public Saving remove(UUID id, LineKind kind, UUID line, @Nullable String origin) {
        var pps = plans.lock(id);
        files.openToWrite(pps.patient(), CaseFiles.Part.PPS);
        if (!pps.draft()) return new Saving.Refused(new Obstacle.NotDraft(pps.status()));
        switch (kind) {
            case PATHOLOGY -> lines.removePathology(id, line);
            case GOAL -> {
                var former = plans.inForce(pps.patient()).orElse(null);
                if (!Review.mayGo(former, line))
                    return new Saving.Refused(new Obstacle.GoalIsKept());
                lines.removeGoal(id, line);
            }
            case AID -> aids.remove(id, line);
            case INTERVENTION -> lines.removeIntervention(id, line);
        }
        log.note(pps, origin);
        trail.wrote(Trail.Action.UPDATE, pps.patient(), "PPS", id);
        return new Saving.Saved(Set.of());
    }

    /// The furthest reassessment date of a plan submitted today.
    @Transactional(readOnly = true)
    public LocalDate latestReassessment(PatientId patient) {
        return LocalDate.now(clock)
                .plusMonths(
                        networks.setting(
                                Setting.REASSESS_MONTHS,
                                files.current(patient).map(CaseFiles.Support::level).orElse(null)));
    }
}
