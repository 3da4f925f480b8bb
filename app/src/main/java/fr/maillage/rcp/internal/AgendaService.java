package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.GoalLine;
import fr.maillage.careplan.Recurrence;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.SharedWith;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Persons on the agenda of a meeting: put there with a question, spoken of, decided about.
@Service("rcpAgenda")
@Transactional
class AgendaService {

    private static final int LONGEST = 20_000;

    /// Days after its day before an intervention decided in a meeting is late.
    private static final int TOLERANCE = 7;

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final DecisionRepository decisions;
    private final CaseFiles files;
    private final SharedWith shared;
    private final Patients patients;
    private final PlanDrafts drafts;
    private final Tasks tasks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    AgendaService(
            MeetingRepository meetings,
            ParticipantRepository participants,
            DecisionRepository decisions,
            CaseFiles files,
            SharedWith shared,
            Patients patients,
            PlanDrafts drafts,
            Tasks tasks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.decisions = decisions;
        this.files = files;
        this.shared = shared;
        this.patients = patients;
        this.drafts = drafts;
        this.tasks = tasks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// The person chosen among those of the name typed. Throws `FormRefused` beside what is to be
    /// done: the list to choose from, or the name nobody has.
    PatientId chosen(Typed typed) {
        return PatientId.parse(typed.text("patient"))
                .orElseThrow(() -> {
                    var name = typed.text("name");
                    if (name.isEmpty()) return FormRefused.because("name", RcpText.NAME_IT);
                    return patients.near(name, 8).stream().allMatch(n -> n.deceasedOn() != null)
                            ? FormRefused.because("name", RcpText.NOBODY)
                            : FormRefused.because("patient", RcpText.WHO);
                });
    }

    /// Puts a person on the agenda; returns the line. Throws `FormRefused`, also when participants
    /// are there in front of whom she may not be spoken of without her agreement.
    UUID put(UUID id, PatientId patient, Typed typed) {
        var me = SignedIn.current();
        return put(id, patient, typed, me.memberId(), me.displayName());
    }

    /// The same, for a question somebody else asks.
    UUID put(UUID id, PatientId patient, Typed typed, @Nullable UUID member, String asks) {
        var meeting = meetings.lock(id);
        files.openToWrite(patient, Part.SUIVI);
        var errors = new FormErrors();
        if (!meeting.open()) errors.add("meeting", RcpText.over(meeting.state()));
        var question = question(typed, errors);
        var agreement = Agreement.read(typed, LocalDate.now(clock), errors);
        if (patients.get(patient).deceasedOn() != null) errors.add("name", RcpText.DECEASED);
        if (meetings.items(id).stream().anyMatch(i -> i.patient().equals(patient)))
            errors.add("name", RcpText.ALREADY_ON_IT);
        if (!agreement.given()) unheard(id, patient, errors);
        FormRefused.unless(errors);
        var item = Ids.next();
        meetings.put(item, id, patient, question, agreement, member, asks);
        trail.wrote(Trail.Action.CREATE, patient, "RCP", item);
        timeline.add(
                patient,
                Timeline.Kind.RCP,
                RcpText.onTheAgenda(meeting),
                question,
                meeting.href() + "/personnes/" + item,
                true);
        return item;
    }

    static String question(Typed typed, FormErrors errors) {
        var question = typed.text("question");
        if (question.isEmpty()) errors.add("question", RcpText.QUESTION_MISSING);
        if (question.length() > 4_000) errors.add("question", RcpText.QUESTION_LONG);
        return question;
    }

    private void unheard(UUID meeting, PatientId patient, FormErrors errors) {
        var listeners =
                participants.of(meeting).stream()
                        .filter(p -> p.item() == null)
                        .map(Participant::listener)
                        .toList();
        var person = patients.get(patient).displayName();
        shared.obstacles(patient, listeners)
                .forEach((listener, why) ->
                        errors.add("agreedOn", RcpText.obstacle(why, person, listener.name())));
    }

    /// Her agreement, given later.
    void agreed(UUID meeting, UUID id, Typed typed) {
        var item = openToWrite(meeting, id);
        var errors = new FormErrors();
        var agreement = Agreement.read(typed, LocalDate.now(clock), errors);
        if (!agreement.given()) errors.add("agreedOn", RcpText.AGREED_WHEN);
        FormRefused.unless(errors);
        meetings.agreed(id, agreement);
        trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", id);
        timeline.add(
                item.patient(), Timeline.Kind.DROITS, RcpText.AGREED, null, item.href(), false);
    }

    /// Takes a person off, unless something was decided about her. Those who came for her alone do
    /// not come.
    void remove(UUID meeting, UUID id) {
        var item = openToWrite(meeting, id);
        var held = meetings.lock(meeting);
        if (!held.open()) throw FormRefused.because("item", RcpText.over(held.state()));
        if (!decisions.of(id).isEmpty()) throw FormRefused.because("item", RcpText.DECIDED);
        if (participants.of(meeting).stream()
                .anyMatch(p -> id.equals(p.item()) && p.invitedAt() != null))
            throw FormRefused.because("item", RcpText.INVITED);
        meetings.remove(id);
        trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", id);
        timeline.add(
                item.patient(), Timeline.Kind.RCP, RcpText.offTheAgenda(held), null, null, false);
    }

    /// Writes what is said, over the version read. Throws `OptimisticLockingFailureException` when
    /// a colleague wrote first.
    void notes(UUID meeting, UUID id, String notes, int version) {
        var item = openToWrite(meeting, id);
        var state = meetings.lock(meeting).state();
        if (state != MeetingState.PREVUE) throw FormRefused.because("notes", RcpText.over(state));
        if (notes.length() > LONGEST) throw FormRefused.because("notes", RcpText.NOTES_LONG);
        meetings.notes(id, notes, SignedIn.current().displayName(), version);
        trail.wrote(Trail.Action.UPDATE, item.patient(), "RCP", id);
    }

    /// Writes a decision, and what it becomes: a task now, lines of the plan in its draft when
    /// there is one. Throws `FormRefused`, also before the day of the meeting.
    void decide(UUID meeting, UUID id, Typed typed) {
        var item = openToWrite(meeting, id);
        var held = meetings.lock(meeting);
        if (held.state() == MeetingState.ANNULEE)
            throw FormRefused.because("text", RcpText.over(held.state()));
        var today = LocalDate.now(clock);
        if (held.day().isAfter(today))
            throw FormRefused.because("text", RcpText.notYet(held.day()));
        var form = DecisionForm.read(typed, drafts.types(), today);
        var task =
                form.becomes() == Becomes.TACHE
                        ? tasks.create(
                                item.patient(),
                                RcpText.task(held, form.part(), form.text()),
                                Objects.requireNonNull(form.dueOn()),
                                form.assignee())
                        : null;
        var decision = Ids.next();
        decisions.insert(decision, item, form, task, SignedIn.current().displayName());
        trail.wrote(Trail.Action.CREATE, item.patient(), "RCP", decision);
        timeline.add(
                item.patient(),
                Timeline.Kind.RCP,
                RcpText.decided(held),
                form.text(),
                item.href(),
                true);
        if (form.becomes().inThePlan() && drafts.inPreparation(item.patient()).isPresent())
            carry(held, item, decisions.lock(id, decision));
    }

    /// Writes a decision that waits into the draft of the plan. Throws `FormRefused` when there is
    /// none.
    void carry(UUID meeting, UUID id, UUID decision) {
        var item = openToWrite(meeting, id);
        var waiting = decisions.lock(id, decision);
        if (!waiting.waits()) throw FormRefused.because("carry", RcpText.CARRIED_ALREADY);
        carry(meetings.get(meeting), item, waiting);
    }

    private void carry(Meeting meeting, Item item, Decision decision) {
        var draft =
                drafts.inPreparation(item.patient())
                        .orElseThrow(() -> FormRefused.because("carry", RcpText.NO_DRAFT));
        var line = Ids.next();
        var goals =
                decision.becomes() == Becomes.OBJECTIF
                        ? List.of(goal(line, decision))
                        : List.<GoalLine>of();
        var acts =
                decision.becomes() == Becomes.INTERVENTION
                        ? List.of(act(line, meeting, decision))
                        : List.<ActLine>of();
        drafts.write(draft.id(), draft.seen(), goals, acts, Set.of());
        decisions.carried(decision.id(), draft.id(), line);
    }

    private static GoalLine goal(UUID line, Decision decision) {
        return new GoalLine(
                line, decision.text(), decision.part().domain, "QUALITATIF", null, null, List.of());
    }

    private static ActLine act(UUID line, Meeting meeting, Decision decision) {
        return new ActLine(
                line,
                null,
                Objects.requireNonNull(decision.act()),
                decision.text(),
                null,
                null,
                null,
                new Recurrence(
                        Objects.requireNonNull(decision.dueOn()), null, null, null, null, Set.of()),
                0,
                TOLERANCE,
                RcpText.origin(meeting),
                List.of());
    }

    private Item openToWrite(UUID meeting, UUID id) {
        var item = meetings.item(meeting, id);
        files.openToWrite(item.patient(), Part.SUIVI);
        return item;
    }

    /// The draft of the plan, where decisions go; null when there is none.
    @Transactional(readOnly = true)
    public @Nullable UUID draft(PatientId patient) {
        return drafts.inPreparation(patient).map(PlanDrafts.Draft::id).orElse(null);
    }
}
