package fr.maillage.careplan.internal.education;

import fr.maillage.access.Trail;
import fr.maillage.kernel.PersonName;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of sessions and of the programmes offered.
@Component
class SessionScreens {

    private static final int MOST = 60;
    private static final int PERSONS = 300;

    private final SessionRepository sessions;
    private final EducationRepository programmes;
    private final Trail trail;
    private final Clock clock;

    SessionScreens(
            SessionRepository sessions, EducationRepository programmes, Trail trail, Clock clock) {
        this.sessions = sessions;
        this.programmes = programmes;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    SessionsPage list(Shown shown) {
        var today = LocalDate.now(clock);
        var counted = sessions.counted(today.minusYears(1), today);
        return new SessionsPage(
                EducationText.counted(counted.persons(), counted.actions(), counted.outside()),
                sessions.list(today, false, MOST).stream().map(SessionScreens::line).toList(),
                sessions.list(today, true, MOST).stream().map(SessionScreens::line).toList(),
                programmes.models().stream().map(SessionScreens::model).toList(),
                shown.form(
                        "seance",
                        "/education/ateliers",
                        "Prévoir une séance",
                        new Typed(Map.of("capacity", List.of("8"), "minutes", List.of("90"))),
                        EducationForms::sessionFields,
                        0,
                        "Prévoir la séance"),
                shown.form(
                        "offre",
                        "/education/programmes",
                        "Ajouter un programme",
                        new Typed(Map.of("level", List.of(EducationLevel.COMPLEXE.name()))),
                        EducationForms::modelFields,
                        0,
                        "Ajouter le programme"));
    }

    private static SessionsPage.Line line(Session s) {
        return new SessionsPage.Line(
                "/education/ateliers/" + s.id(),
                s.title(),
                s.family().label()
                        + ", "
                        + s.animator()
                        + (s.place() == null ? "" : ", " + s.place())
                        + (s.runBy() == RunBy.HORS ? ", " + s.runByName() : ""),
                EducationText.when(s.on(), s.at()),
                s.taken() + " sur " + s.capacity(),
                s.full(),
                s.calledOff());
    }

    private static SessionsPage.Model model(EducationRepository.Model m) {
        return new SessionsPage.Model(
                m.id().toString(),
                m.title(),
                m.level().label()
                        + " · "
                        + String.join(", ", m.diseases())
                        + (m.designedWith() == null ? "" : " · conçu avec " + m.designedWith())
                        + " · "
                        + EducationText.runBy(m.runBy(), m.runByName()),
                m.diseases().size() > 1,
                m.retiredOn() != null);
    }

    @Transactional // not read-only: a list of persons leaves its line in the trail
    public SessionPage page(UUID id, Shown shown) {
        var today = LocalDate.now(clock);
        var s = sessions.get(id);
        var enrolled = sessions.enrolled(id);
        var here = "/education/ateliers/" + id;
        trail.listed("EDUCATION", enrolled.stream().map(e -> e.patient().value()).toList());
        var facts = new ArrayList<String>();
        facts.add((s.workshop() ? "Atelier" : "Séance individuelle") + ", " + s.family().label());
        facts.add("Animée par " + s.animator());
        if (s.minutes() != null) facts.add(s.minutes() + "\u00A0minutes");
        if (s.place() != null) facts.add(s.place());
        facts.add("Tenue " + EducationText.runBy(s.runBy(), s.runByName()));
        return new SessionPage(
                here,
                s.title(),
                EducationText.when(s.on(), s.at()),
                facts,
                s.taken()
                        + (s.taken() > 1 ? " inscrits" : " inscrit")
                        + " pour "
                        + s.capacity()
                        + (s.capacity() > 1 ? " places" : " place"),
                !s.on().isAfter(today),
                s.calledOff(),
                enrolled.stream().map(e -> person(e, shown)).toList(),
                s.full() || s.calledOff() != null
                        ? refusedEnrolment(here, id, shown)
                        : enrol(here, id, shown),
                shown.form(
                        "annulation",
                        here + "/annulation",
                        "Annuler la séance",
                        new Typed(Map.of()),
                        typed ->
                                List.of(
                                        FormFields.field(
                                                "why", "Pourquoi", null, "TEXT", typed, true)),
                        0,
                        "Annuler la séance"),
                shown.is("presences") ? shown.outcome().errors() : new FormErrors());
    }

    /// What was refused is shown again, even if there is no place any more.
    private @Nullable FormView refusedEnrolment(String here, UUID id, Shown shown) {
        return shown.is("inscription") ? enrol(here, id, shown) : null;
    }

    private FormView enrol(String here, UUID id, Shown shown) {
        return shown.form(
                "inscription",
                here + "/inscriptions",
                "Inscrire quelqu’un",
                new Typed(Map.of()),
                typed ->
                        List.of(
                                FormFields.optional(
                                        "programme",
                                        "Personne, programme",
                                        typed,
                                        "choisir…",
                                        sessions.candidates(id, PERSONS).stream()
                                                .map(c ->
                                                        new FormView.Option(
                                                                c.programme().toString(),
                                                                c.person() + ", " + c.title(),
                                                                false))
                                                .toList())),
                0,
                "Inscrire");
    }

    private static SessionPage.Person person(SessionRepository.Enrolled e, Shown shown) {
        var typed = shown.is("presences") ? shown.typed().text("p-" + e.programme()) : "";
        var current = typed.isEmpty() ? e.state().name() : typed;
        return new SessionPage.Person(
                e.programme().toString(),
                "/dossiers/" + e.patient() + "/education",
                PersonName.familyOf(e.person()),
                PersonName.givenOf(e.person()),
                e.title(),
                e.state().label(),
                EducationScreens.tone(e.state()),
                Arrays.stream(Attendance.values())
                        .map(a ->
                                new FormView.Option(a.name(), a.label(), a.name().equals(current)))
                        .toList());
    }
}
