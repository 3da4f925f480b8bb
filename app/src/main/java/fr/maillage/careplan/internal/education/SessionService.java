package fr.maillage.careplan.internal.education;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Acts on sessions: planned, enrolled in, attended, called off. Each refuses by `FormRefused`.
@Service
@Transactional
class SessionService {

    private final SessionRepository sessions;
    private final CaseFiles files;
    private final Trail trail;
    private final Timeline timeline;
    private final Clock clock;

    SessionService(
            SessionRepository sessions,
            CaseFiles files,
            Trail trail,
            Timeline timeline,
            Clock clock) {
        this.sessions = sessions;
        this.files = files;
        this.trail = trail;
        this.timeline = timeline;
        this.clock = clock;
    }

    UUID plan(Typed typed) {
        var errors = new FormErrors();
        var session = EducationForms.readSession(typed, errors);
        FormRefused.unless(errors);
        sessions.add(session.orElseThrow(), clock.instant(), who());
        return session.get().id();
    }

    /// Enrols the person of a programme, while there is a place.
    void enrol(UUID id, Typed typed) {
        var session = sessions.lock(id);
        if (session.calledOff() != null) throw FormRefused.because("programme", EducationText.OFF);
        var asked = Ids.parse(typed.text("programme")).orElse(null);
        var candidate =
                sessions.candidates(id, Integer.MAX_VALUE).stream()
                        .filter(c -> c.programme().equals(asked))
                        .findFirst()
                        .orElseThrow(() ->
                                FormRefused.because(
                                        "programme",
                                        asked == null ? WebText.CHOOSE : EducationText.ALREADY));
        files.openToWrite(candidate.patient(), CaseFiles.Part.PPS);
        if (session.full()) throw FormRefused.because("programme", EducationText.FULL);
        sessions.enrol(id, candidate, clock.instant(), who());
        trail.wrote(Trail.Action.UPDATE, candidate.patient(), "EDUCATION", id);
        timeline.add(
                candidate.patient(),
                Timeline.Kind.PPS,
                "Inscription à une séance d’éducation thérapeutique",
                session.title() + ", " + FrenchDates.date(session.on()),
                "/dossiers/" + candidate.patient() + "/education",
                true);
    }

    /// Says who came, all at once. An excuse may be noted before the day, a presence not.
    void mark(UUID id, Typed typed) {
        var session = sessions.lock(id);
        if (session.calledOff() != null) throw FormRefused.because("presences", EducationText.OFF);
        var early = session.on().isAfter(LocalDate.now(clock));
        var errors = new FormErrors();
        var programmes = new ArrayList<UUID>();
        var states = new ArrayList<Attendance>();
        var taken = 0;
        for (var one : sessions.enrolled(id)) {
            var field = "p-" + one.programme();
            var code = typed.text(field);
            var state = one.state();
            if (!code.isEmpty()) {
                if (!Attendance.codes().contains(code)) {
                    errors.add(field, WebText.CHOOSE);
                    continue;
                }
                state = Attendance.valueOf(code);
                if (early && (state == Attendance.PRESENT || state == Attendance.ABSENT))
                    errors.add(field, EducationText.TOO_SOON);
                programmes.add(one.programme());
                states.add(state);
            }
            if (state != Attendance.EXCUSE && ++taken > session.capacity())
                errors.add(field, EducationText.FULL);
        }
        FormRefused.unless(errors);
        sessions.mark(id, programmes, states, clock.instant(), who());
        trail.listed(
                "EDUCATION", sessions.enrolled(id).stream().map(e -> e.patient().value()).toList());
    }

    void callOff(UUID id, Typed typed) {
        var session = sessions.lock(id);
        var errors = new FormErrors();
        var why = FormFields.title(typed, "why", errors);
        FormRefused.unless(errors);
        if (session.calledOff() == null) sessions.callOff(id, why);
    }

    private static String who() {
        return SignedIn.current().displayName();
    }
}
