package fr.maillage.careplan.internal.cowriting;

import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDiscussed;
import fr.maillage.careplan.internal.LineRef;
import fr.maillage.careplan.internal.PlanLines;
import fr.maillage.kernel.Ids;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FieldMerge;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What who writes the plan decides of a suggestion. Accepted, as it is or changed, it is written
/// in the draft as any other change, all or nothing; a plan in force never changes, so its next
/// version is begun for it. The attending doctor's opinion on a whole version is another thing: it
/// is given by [fr.maillage.careplan.internal.Opinion], and an accepted suggestion still waits for
/// it.
@Service
@Transactional
class DecisionService {

    private static final int LONGEST = 5_000;

    private final PlanLines plan;
    private final SuggestionRepository suggestions;
    private final Trail trail;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecisionService(
            PlanLines plan,
            SuggestionRepository suggestions,
            Trail trail,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plan = plan;
        this.suggestions = suggestions;
        this.trail = trail;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /// Writes the line as typed, which may be as proposed or otherwise, in the draft; answers the
    /// draft. Throws `NotFound`, `FormRefused`; `OptimisticLockingFailureException` when the line
    /// changed under the form, or a colleague decided first.
    public UUID accept(Voice voice, UUID id, Sent form) {
        var s = suggestions.get(voice.file().patient(), id);
        if (!s.waits()) throw FormRefused.because("plan", CowritingText.ALREADY);
        var origin = origin(s);
        var draft = plan.draft(s.patient(), CowritingText.reason(s.author(), s.why()));
        var line = s.line();
        var amended = false;
        if (s.deed() == Deed.RETIRER && line != null) {
            plan.remove(draft, line, origin);
        } else {
            if (line == null) line = new LineRef(s.kind(), Ids.next().toString());
            var typed = Typed.of(form.values()).values();
            plan.save(draft, line, typed, origin);
            amended = amended(s, typed);
        }
        suggestions.decide(
                id,
                amended ? State.AMENDEE : State.ACCEPTEE,
                line,
                null,
                draft,
                voice.who().displayName(),
                clock.instant());
        trail.wrote(Trail.Action.UPDATE, s.patient(), "PROPOSITION", id);
        timeline.add(
                s.patient(),
                Timeline.Kind.PPS,
                CowritingText.accepted(s.author(), amended),
                null,
                s.href(),
                true);
        told(voice);
        return draft;
    }

    /// Whether the line as written says something else than what was proposed of it.
    private static boolean amended(Suggestion s, Map<String, List<String>> typed) {
        return FieldMerge.differs(s.wanted().keySet(), s.wanted(), typed);
    }

    /// Refuses, with the reason its author reads. Throws `NotFound`, `FormRefused`;
    /// `OptimisticLockingFailureException` when a colleague decided first.
    public void refuse(Voice voice, UUID id, Sent form) {
        var s = suggestions.get(voice.file().patient(), id);
        var answer = form.text("answer", LONGEST);
        if (answer.isEmpty()) form.errors().add("answer", CowritingText.REASON);
        FormRefused.unless(form.errors());
        suggestions.decide(
                id, State.REFUSEE, null, answer, null, voice.who().displayName(), clock.instant());
        trail.wrote(Trail.Action.UPDATE, s.patient(), "PROPOSITION", id);
        told(voice);
    }

    private static String origin(Suggestion s) {
        return PlanLines.origin(s.author(), s.quality());
    }

    private void told(Voice voice) {
        events.publishEvent(
                new PlanDiscussed(voice.file().network(), voice.file().patient(), clock.instant()));
    }
}
