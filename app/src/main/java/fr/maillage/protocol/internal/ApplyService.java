package fr.maillage.protocol.internal;

import static fr.maillage.web.FormFields.date;
import static fr.maillage.web.FormFields.number;
import static fr.maillage.web.FormFields.oneOf;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.Recurrence;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.Merge.Proposals;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Applies protocols to the draft of a plan: what is proposed is computed again when it is
/// accepted, from what was seen, and what is ticked is written as it was adapted.
@Service
class ApplyService {

    /// A discharge so recent that what follows it is still to be dated.
    private static final int RECENT_DAYS = 30;

    private final ProtocolRepository protocols;
    private final PlanDrafts drafts;
    private final Timeline timeline;
    private final Walks walks;
    private final JdbcClient sql;
    private final Clock clock;

    ApplyService(
            ProtocolRepository protocols,
            PlanDrafts drafts,
            Timeline timeline,
            Walks walks,
            JdbcClient sql,
            Clock clock) {
        this.protocols = protocols;
        this.drafts = drafts;
        this.timeline = timeline;
        this.walks = walks;
        this.sql = sql;
        this.clock = clock;
    }

    /// What is proposed.
    ///
    /// @param seen says again, when it is accepted, what it was made from
    record Preview(Draft plan, List<Version> chosen, Proposals proposals, String seen) {}

    /// What these protocols would add to a plan. Throws `NotFound`. The caller has opened the file.
    @Transactional(readOnly = true)
    public Preview preview(PatientId patient, UUID pps, Collection<UUID> ids) {
        return preview(drafts.version(patient, pps), protocols.published(ids));
    }

    /// What these versions would add to a plan as it stands.
    @Transactional(readOnly = true)
    public Preview preview(Draft plan, List<Version> chosen) {
        var proposals =
                Merge.of(
                        plan,
                        chosen,
                        former(plan),
                        LocalDate.now(clock),
                        home(plan.patient()),
                        id ->
                                UUID.nameUUIDFromBytes(
                                        (plan.id() + ":" + id).getBytes(StandardCharsets.UTF_8)));
        var seen =
                plan.seen() + chosen.stream().map(v -> "," + v.id()).collect(Collectors.joining());
        return new Preview(plan, chosen, proposals, seen);
    }

    private Map<UUID, Version> former(Draft plan) {
        var ids =
                Stream.concat(
                                plan.acts().stream().flatMap(a -> a.origins().stream()),
                                plan.goals().stream().flatMap(g -> g.origins().stream()))
                        .map(Origin::version)
                        .collect(Collectors.toSet());
        return protocols.versions(ids).stream()
                .collect(Collectors.toMap(Version::id, Function.identity()));
    }

    private @Nullable LocalDate home(PatientId patient) {
        return sql.sql(
                        "select max(discharged_on) as home from casefile.hospital_stay where patient_id = :patient and discharged_on >= :since")
                .param("patient", patient.value())
                .param("since", LocalDate.now(clock).minusDays(RECENT_DAYS))
                .query((row, _) ->
                        java.util.Optional.ofNullable(row.getObject("home", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /// Writes what is ticked, as it was adapted. Refused with a sentence beside each wrong field;
    /// throws `OptimisticLockingFailureException` when the plan or a protocol changed since the
    /// preview.
    ///
    /// @param walk the walk of an algorithm that asked for it, or null
    /// @return how many lines were taken
    @Transactional
    public int apply(
            PatientId patient, UUID pps, Collection<UUID> ids, @Nullable UUID walk, Typed typed) {
        var preview = preview(patient, pps, ids);
        var taken = write(preview, typed);
        if (taken > 0)
            timeline.add(
                    patient,
                    Timeline.Kind.PPS,
                    "Protocoles appliqués au PPS v" + preview.plan().number(),
                    preview.chosen().stream()
                                    .map(v -> ProtocolText.mark(v.document().title(), v.number()))
                                    .collect(Collectors.joining(", "))
                            + ProtocolText.COLON
                            + ProtocolText.lines(taken)
                            + (walk == null
                                    ? ""
                                    : ". " + ProtocolText.walked(walks.ended(patient, walk))),
                    "/dossiers/" + patient + "/pps/" + pps,
                    true);
        return taken;
    }

    /// Writes what is ticked of a preview, which is compared with the one seen; as [#apply],
    /// without the line of life.
    @Transactional
    public int write(Preview preview, Typed typed) {
        var pps = preview.plan().id();
        if (!preview.seen().equals(typed.text("_seen")))
            throw new OptimisticLockingFailureException("pps " + pps);
        var errors = new FormErrors();
        var goals = new ArrayList<GoalLine>();
        var acts = new ArrayList<ActLine>();
        var removed = new HashSet<UUID>();
        for (var proposal : preview.proposals().all()) {
            if (!typed.checked("ok-" + proposal.id())) continue;
            if (proposal.effect() == Effect.RETIRE) removed.add(existing(proposal));
            else if (proposal.goal() != null) goals.add(proposal.goal());
            else acts.add(adapted(proposal, typed, errors));
        }
        FormRefused.unless(errors);
        var taken = goals.size() + acts.size() + removed.size();
        for (var quiet : preview.proposals().quiet()) {
            if (quiet.goal() != null) goals.add(quiet.goal());
            if (quiet.act() != null) acts.add(quiet.act());
        }
        drafts.write(
                pps,
                preview.plan().seen(),
                goals,
                known(preview.plan(), goals, acts, removed),
                removed);
        return taken;
    }

    private static UUID existing(Proposal proposal) {
        return Objects.requireNonNull(proposal.existing(), "what is removed was there");
    }

    /// A line that would follow an act, or serve a goal, nobody took: it stands by itself.
    private static List<ActLine> known(
            Draft plan, List<GoalLine> goals, List<ActLine> acts, Set<UUID> removed) {
        var lines = new HashSet<UUID>();
        plan.acts().forEach(a -> lines.add(a.id()));
        acts.forEach(a -> lines.add(a.id()));
        var aims = new HashSet<UUID>();
        plan.goals().forEach(g -> aims.add(g.id()));
        goals.forEach(g -> aims.add(g.id()));
        lines.removeAll(removed);
        return acts.stream()
                .map(a -> {
                    var after = a.when().after();
                    var alone =
                            after != null && after.act() != null && !lines.contains(after.act());
                    return with(
                            a,
                            a.goal() != null && aims.contains(a.goal()) ? a.goal() : null,
                            alone ? withoutWaiting(a.when()) : a.when());
                })
                .toList();
    }

    private static Recurrence withoutWaiting(Recurrence r) {
        return new Recurrence(
                r.startsOn(), r.endsOn(), r.everyN(), r.unit(), r.times(), r.weekdays());
    }

    private static ActLine with(ActLine a, @Nullable UUID goal, Recurrence when) {
        return new ActLine(
                a.id(),
                goal,
                a.type(),
                a.title(),
                a.actorId(),
                a.actor(),
                a.profession(),
                when,
                a.windowDays(),
                a.toleranceDays(),
                a.note(),
                a.origins());
    }

    private static ActLine adapted(Proposal proposal, Typed typed, FormErrors errors) {
        var act = Objects.requireNonNull(proposal.act());
        if (proposal.effect() == Effect.DEJA) return act;
        var id = proposal.id();
        var when = act.when();
        if (!typed.values().containsKey("start-" + id)) return act;
        var start = date(typed, "start-" + id, true, errors);
        var ends = date(typed, "ends-" + id, false, errors);
        var unit = oneOf(typed, "unit-" + id, Set.of("", "JOUR", "SEMAINE", "MOIS"), errors);
        var every = unit.isEmpty() ? null : number(typed, "every-" + id, 1, 1, 366, errors);
        var times =
                unit.isEmpty() || typed.text("times-" + id).isEmpty()
                        ? null
                        : Integer.valueOf(number(typed, "times-" + id, 1, 1, 1000, errors));
        if (!unit.isEmpty() && ends == null && times == null)
            errors.add("ends-" + id, ProtocolText.NO_END);
        if (start != null && ends != null && ends.isBefore(start))
            errors.add("ends-" + id, ProtocolText.END_BEFORE_START);
        var window = number(typed, "window-" + id, act.windowDays(), 0, 366, errors);
        var tolerance = number(typed, "tolerance-" + id, act.toleranceDays(), 0, 366, errors);
        var actor = Ids.parse(typed.text("actor-" + id)).orElse(null);
        if (!typed.text("actor-" + id).isEmpty() && actor == null)
            errors.add("actor-" + id, WebText.CHOOSE);
        if (start == null || !errors.none()) return act;
        var adapted =
                new Recurrence(
                        start,
                        ends,
                        every,
                        unit.isEmpty() ? null : unit,
                        times,
                        unit.equals(when.unit()) ? when.weekdays() : Set.of(),
                        when.after());
        if (adapted.tooMany())
            errors.add(
                    (times == null ? "ends-" : "times-") + id,
                    RecurrenceWords.tooMany(adapted.dates().size()));
        return new ActLine(
                act.id(),
                act.goal(),
                act.type(),
                act.title(),
                proposal.existing() == null ? actor : act.actorId(),
                act.actor(),
                act.profession(),
                adapted,
                window,
                tolerance,
                act.note(),
                act.origins());
    }
}
