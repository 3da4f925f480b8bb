package fr.maillage.adverse.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.adverse.internal.AdverseEvent.ToDeclare;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Events are declared by anybody, then described, analysed, followed and closed by those who keep
/// the register.
@Service
@Transactional
class EventService {

    static final String PART = "EVENEMENT INDESIRABLE";
    private static final int LONGEST = 10_000;

    private final EventRepository events;
    private final Audience audience;
    private final CaseFiles files;
    private final Tasks tasks;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    EventService(
            EventRepository events,
            Audience audience,
            CaseFiles files,
            Tasks tasks,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.events = events;
        this.audience = audience;
        this.files = files;
        this.tasks = tasks;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// The part of a file that must open to who declares about a person.
    static Part part() {
        return SignedIn.current().role().team() ? Part.SYNTHESE : Part.SUIVI;
    }

    /// Puts an event in the register; returns it. Declared without a name, neither the register nor
    /// the trail of the person's file says by whom. Throws `FormRefused`.
    UUID declare(@Nullable PatientId patient, Typed typed) {
        return declare(patient, DeclarationForm.read(typed, today()), typed.checked("anonymous"));
    }

    UUID declare(@Nullable PatientId patient, DeclarationForm.Read form, boolean anonymous) {
        if (patient != null) files.openToWrite(patient, part());
        var id = events.insert(form, patient, anonymous);
        if (patient != null && !anonymous) trail.wrote(Trail.Action.CREATE, patient, PART, id);
        remind(ToDeclare.NOTHING, id);
        return id;
    }

    /// The application reads what was just written, whoever declared it.
    private static Audience.Reader everything() {
        return new Audience.Reader(true, SignedIn.current().accountId(), null);
    }

    /// The head finds in the tasks what the law asks about it now, on its day; what is declared, or
    /// no longer has to be, is in nobody's tasks.
    private void remind(ToDeclare before, UUID id) {
        var event = events.get(id, everything());
        var now = event.toDeclare();
        var task = event.arsTask();
        if (now == before && now != ToDeclare.NOTHING) {
            // the day of the first part was corrected
            if (task != null && now == ToDeclare.PART_2)
                tasks.postpone(task, Objects.requireNonNull(event.part2Until()));
            return;
        }
        if (task != null) tasks.done(task, AdverseText.reminderOver(event));
        if (task == null && now == ToDeclare.NOTHING) return;
        events.arsTask(
                id,
                switch (now) {
                    case NOTHING -> null;
                    case PART_1 ->
                            tasks.remind(AdverseText.declareToArs(event.number()), today(), head());
                    case PART_2 ->
                            tasks.remind(
                                    AdverseText.part2(event.number()),
                                    Objects.requireNonNull(event.part2Until()),
                                    head());
                });
    }

    private @Nullable UUID head() {
        return networks.team(today()).stream()
                .filter(m -> m.function().equals("HEAD"))
                .map(Networks.Member::id)
                .findFirst()
                .orElse(null);
    }

    /// Describes it anew.
    void change(UUID id, Typed typed, int version) {
        var before = toKeep(id);
        events.change(id, DeclarationForm.read(typed, today()), version);
        remind(before.toDeclare(), id);
        wrote(before);
    }

    /// Who looked for the causes, when, how, and what they found.
    void analyse(UUID id, Typed typed, int version) {
        var event = toKeep(id);
        var errors = new FormErrors();
        var on = FormFields.date(typed, "analysedOn", true, errors);
        if (on != null && on.isAfter(today())) errors.add("analysedOn", AdverseText.TO_COME);
        if (on != null && on.isBefore(event.happenedOn()))
            errors.add("analysedOn", AdverseText.BEFORE_IT_HAPPENED);
        var method = FormFields.oneOf(typed, "method", names(Method.values()), errors);
        var by = line(typed, "analysedBy", AdverseText.BY_WHOM, errors);
        var families = CauseFamily.of(typed.all("families"));
        if (families.isEmpty()) errors.add("families", AdverseText.FAMILIES);
        var causes = text(typed, "causes", AdverseText.CAUSES, errors);
        FormRefused.unless(errors);
        events.analysed(
                id,
                Objects.requireNonNull(on),
                by,
                Method.valueOf(method),
                families,
                causes,
                version);
        wrote(event);
    }

    /// What was declared on the portal of the ARS: the application sends nothing, it remembers.
    void declaredToArs(UUID id, Typed typed, int version) {
        var event = toKeep(id);
        var errors = new FormErrors();
        if (!event.eigs()) errors.add("arsOn", AdverseText.NOT_AN_EIGS);
        var part1 = FormFields.date(typed, "arsOn", true, errors);
        var number = line(typed, "arsNumber", AdverseText.NUMBER, errors);
        var part2 = FormFields.date(typed, "arsPart2On", false, errors);
        for (var day : Arrays.asList(part1, part2))
            if (day != null && day.isAfter(today()))
                errors.add(day == part1 ? "arsOn" : "arsPart2On", AdverseText.TO_COME);
        if (part1 != null && part1.isBefore(event.happenedOn()))
            errors.add("arsOn", AdverseText.BEFORE_IT_HAPPENED);
        if (part1 != null && part2 != null && part2.isBefore(part1))
            errors.add("arsPart2On", AdverseText.PART_2_BEFORE);
        FormRefused.unless(errors);
        events.declaredToArs(id, Objects.requireNonNull(part1), number, part2, version);
        remind(event.toDeclare(), id);
        wrote(event);
    }

    /// Names those who may read it besides the rule.
    void readers(UUID id, Typed typed, int version) {
        var event = toKeep(id);
        events.readers(
                id,
                typed.all("readers").stream().flatMap(r -> Ids.parse(r).stream()).toList(),
                version);
        wrote(event);
    }

    /// A corrective action, and the task of its owner.
    void act(UUID id, Typed typed) {
        var event = toKeep(id);
        events.hold(id);
        var errors = new FormErrors();
        var title = line(typed, "title", AdverseText.WHAT_TO_DO, errors);
        var due = FormFields.date(typed, "dueOn", true, errors);
        if (due != null && due.isBefore(today())) errors.add("dueOn", AdverseText.PAST);
        var owner =
                networks.team(today()).stream()
                        .filter(m -> m.id().toString().equals(typed.text("owner")))
                        .map(Networks.Member::id)
                        .findFirst();
        if (owner.isEmpty()) errors.add("owner", AdverseText.OWNER);
        FormRefused.unless(errors);
        var day = Objects.requireNonNull(due);
        var task = tasks.remind(AdverseText.task(event.number()), day, owner.orElseThrow());
        events.insert(id, title, owner.orElseThrow(), day, task);
        wrote(event);
    }

    /// Its owner, or who keeps the register, says that it is done, or will not be and why.
    void end(UUID id, UUID actionId, Typed typed) {
        var me = audience.me();
        var event = events.get(id, me);
        events.hold(id);
        var action = events.action(id, actionId);
        if (!me.keeps() && !action.owner().equals(me.member())) throw new NotFound("action", id);
        if (action.state() != CorrectiveAction.State.A_FAIRE)
            throw new OptimisticLockingFailureException("action " + actionId);
        var errors = new FormErrors();
        var givenUp = typed.text("state").equals("ABANDONNEE");
        var on = FormFields.date(typed, "endedOn", true, errors);
        if (on != null && on.isAfter(today())) errors.add("endedOn", AdverseText.TO_COME);
        var words = typed.orNull("words");
        if (givenUp && words == null) errors.add("words", AdverseText.WHY_NOT);
        if (words != null && words.length() > LONGEST) errors.add("words", AdverseText.LONG);
        FormRefused.unless(errors);
        var state = givenUp ? CorrectiveAction.State.ABANDONNEE : CorrectiveAction.State.FAITE;
        events.ended(actionId, state, Objects.requireNonNull(on), words);
        tasks.done(action.task(), state.label);
        wrote(event);
    }

    /// Did it help? Said once: `OptimisticLockingFailureException` when a colleague said it first.
    void evaluate(UUID id, UUID actionId, Typed typed) {
        var event = toKeep(id);
        events.hold(id);
        var action = events.action(id, actionId);
        if (action.effect() != null)
            throw new OptimisticLockingFailureException("action " + actionId);
        var errors = new FormErrors();
        if (action.state() != CorrectiveAction.State.FAITE)
            errors.add("effect", AdverseText.NOT_DONE_YET);
        var effect = FormFields.oneOf(typed, "effect", names(Effect.values()), errors);
        var on = FormFields.date(typed, "evaluatedOn", true, errors);
        if (on != null && on.isAfter(today())) errors.add("evaluatedOn", AdverseText.TO_COME);
        if (on != null && action.endedOn() != null && on.isBefore(action.endedOn()))
            errors.add("evaluatedOn", AdverseText.BEFORE_IT_WAS_DONE);
        var words = text(typed, "evaluation", AdverseText.HOW_KNOWN, errors);
        FormRefused.unless(errors);
        events.evaluated(actionId, Effect.valueOf(effect), Objects.requireNonNull(on), words);
        wrote(event);
    }

    /// Closes it. Throws `FormRefused` with everything that is still to be done.
    void close(UUID id, Typed typed, int version) {
        var event = toKeep(id);
        events.hold(id);
        var missing = missing(event, events.actions(id));
        var errors = new FormErrors();
        if (!missing.isEmpty()) errors.add("closedWords", String.join(" ", missing));
        var words = text(typed, "closedWords", AdverseText.CONCLUSION, errors);
        FormRefused.unless(errors);
        events.close(id, words, version);
        remind(event.toDeclare(), id);
        wrote(event);
    }

    /// Names those who keep the register with the head.
    void nameManagers(List<UUID> members) {
        audience.name(members);
    }

    /// What must be done before it is closed, a sentence each; the button says them before it
    /// refuses.
    static List<String> missing(AdverseEvent event, List<CorrectiveAction> actions) {
        var found = new ArrayList<String>();
        if (event.gravity() == null) found.add(AdverseText.RATE_FIRST);
        if (event.analysedOn() == null) found.add(AdverseText.ANALYSE_FIRST);
        if (event.eigs() && event.arsPart2On() == null) found.add(AdverseText.DECLARE_FIRST);
        if (actions.stream().anyMatch(a -> a.state() == CorrectiveAction.State.A_FAIRE))
            found.add(AdverseText.ACT_FIRST);
        if (actions.stream().anyMatch(CorrectiveAction::toEvaluate))
            found.add(AdverseText.EVALUATE_FIRST);
        return List.copyOf(found);
    }

    /// Throws `NotFound` for who does not keep the register.
    private AdverseEvent toKeep(UUID id) {
        var me = audience.me();
        if (!me.keeps()) throw new NotFound("événement", id);
        return events.get(id, me);
    }

    private void wrote(AdverseEvent event) {
        if (event.patient() != null)
            trail.wrote(Trail.Action.UPDATE, event.patient(), PART, event.id());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private static String line(Typed typed, String name, String missing, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) errors.add(name, missing);
        if (text.length() > FormFields.LINE) errors.add(name, AdverseText.LINE);
        return text;
    }

    private static String text(Typed typed, String name, String missing, FormErrors errors) {
        var text = typed.text(name);
        if (text.isEmpty()) errors.add(name, missing);
        if (text.length() > LONGEST) errors.add(name, AdverseText.LONG);
        return text;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
