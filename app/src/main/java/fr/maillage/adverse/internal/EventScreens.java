package fr.maillage.adverse.internal;

import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Pages of one event, and of those about one person.
@Component
@Transactional // not read-only: each reading leaves its line in the trail
class EventScreens {

    private final EventRepository events;
    private final Audience audience;
    private final RegisterScreens register;
    private final EventForms forms;
    private final CaseFiles files;
    private final Trail trail;
    private final Clock clock;

    EventScreens(
            EventRepository events,
            Audience audience,
            RegisterScreens register,
            EventForms forms,
            CaseFiles files,
            Trail trail,
            Clock clock) {
        this.events = events;
        this.audience = audience;
        this.register = register;
        this.forms = forms;
        this.files = files;
        this.trail = trail;
        this.clock = clock;
    }

    /// The form of a declaration about nobody in particular.
    FormView blank(Shown shown) {
        return declaration("/evenements", shown);
    }

    private FormView declaration(String action, Shown shown) {
        return shown.form(
                "declaration",
                action,
                "Déclarer un événement indésirable",
                DeclarationForm.blank(today()),
                typed -> DeclarationForm.fields(typed, false),
                0,
                "Déclarer");
    }

    /// Events about a person that the reader may read, and the form of another.
    PersonEventsPage of(OpenFile file, Shown shown) {
        return new PersonEventsPage(
                file.banner(),
                events.of(file.patient(), audience.me()).stream().map(register::line).toList(),
                declaration("/dossiers/" + file.patient() + "/evenements", shown),
                AdverseText.EIGS_LAW,
                AdverseText.GRAVITY_SOURCE);
    }

    /// Throws `NotFound` for who is not of its audience.
    EventPage one(UUID id, Shown shown) {
        var me = audience.me();
        var event = events.get(id, me);
        var patient = event.patient();
        if (patient != null) trail.read(patient, EventService.PART, id);
        var actions = events.actions(id);
        var writes = me.keeps() && !event.closed();
        var gravity = event.gravity();
        var open = patient != null && opens(patient);
        return new EventPage(
                event.href(),
                event.number(),
                event.type().label,
                event.type().icon,
                FrenchDates.longDay(event.happenedOn()),
                gravity == null ? null : gravity.label,
                gravity == null ? "" : gravity.tone,
                event.consequence() == null ? null : event.consequence().label,
                patient == null ? null : open ? event.person() : AdverseText.SHUT,
                open ? "/dossiers/" + patient : null,
                event.professional(),
                lines(event.circumstances()),
                lines(event.immediate()),
                "Déclaré le "
                        + FrenchDates.exact(event.declaredAt())
                        + (event.declarer() == null
                                ? ", sans dire par qui"
                                : " par " + event.declarer()),
                event.eigs() ? AdverseText.EIGS_LAW : null,
                AdverseText.EIGS_SOURCE,
                ars(event),
                event.eigs() && event.arsPart2On() == null && event.part2Until() != null
                        ? AdverseText.part2Until(event.part2Until(), today())
                        : null,
                analysis(event),
                event.families().stream().map(f -> f.label).toList(),
                lines(event.causes()),
                actions.stream().map(a -> action(event, a, me, shown)).toList(),
                event.closedAt() == null
                        ? null
                        : "Clos le "
                                + FrenchDates.exact(event.closedAt())
                                + " par "
                                + event.closedBy(),
                lines(event.closedWords()),
                writes ? EventService.missing(event, actions) : List.of(),
                writes ? forms.edit(event, shown) : null,
                writes ? forms.analyse(event, shown) : null,
                writes && event.eigs() ? forms.arsForm(event, shown) : null,
                writes ? forms.act(event, shown) : null,
                writes ? forms.readers(event, shown) : null,
                writes ? forms.close(event, shown) : null,
                shown.is("") || shown.outcome().why() == null || writes
                        ? null
                        : shown.outcome().why());
    }

    private boolean opens(PatientId patient) {
        return !files.opening(List.of(patient), EventService.part()).isEmpty();
    }

    private static @Nullable String ars(AdverseEvent event) {
        if (event.arsOn() == null) return null;
        return "Premier volet le "
                + FrenchDates.date(event.arsOn())
                + ", n° "
                + event.arsNumber()
                + (event.arsPart2On() == null
                        ? ""
                        : ". Second volet le " + FrenchDates.date(event.arsPart2On()));
    }

    private static @Nullable String analysis(AdverseEvent event) {
        if (event.analysedOn() == null || event.method() == null) return null;
        return event.method().label
                + ", le "
                + FrenchDates.date(event.analysedOn())
                + ", par "
                + event.analysedBy();
    }

    private EventPage.Action action(
            AdverseEvent event, CorrectiveAction action, Audience.Reader me, Shown shown) {
        var effect = action.effect();
        var waits = action.state() == CorrectiveAction.State.A_FAIRE && !event.closed();
        var late = waits && action.dueOn().isBefore(today());
        return new EventPage.Action(
                action.title(),
                action.ownerName(),
                FrenchDates.shortDay(action.dueOn(), today()),
                late ? "En retard" : action.state().label,
                late ? "clock-exclamation" : action.state().icon,
                late ? "is-late" : action.state().tone,
                action.endedOn() == null
                        ? null
                        : action.state().label
                                + " le "
                                + FrenchDates.date(action.endedOn())
                                + " par "
                                + action.endedBy()
                                + (action.endedWords() == null
                                        ? ""
                                        : "\u00A0: " + action.endedWords()),
                effect == null
                        ? null
                        : effect.label
                                + ", évaluée le "
                                + FrenchDates.date(
                                        java.util.Objects.requireNonNull(action.evaluatedOn()))
                                + " par "
                                + action.evaluatedBy(),
                effect == null ? "" : effect.tone,
                effect == null ? "" : effect.icon,
                lines(action.evaluation()),
                waits && (me.keeps() || action.owner().equals(me.member()))
                        ? forms.end(event, action, shown)
                        : null,
                action.toEvaluate() && me.keeps() && !event.closed()
                        ? forms.evaluate(event, action, shown)
                        : null);
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("\\R")).filter(l -> !l.isBlank()).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
