package fr.maillage.visit.internal;

import fr.maillage.access.Trail;
import fr.maillage.agenda.Visits;
import fr.maillage.assessment.OfflineForms;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Sealing;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A visit is prepared, put on a telephone, and ended. How long each lasts is said in ADR 0027.
@Service
@Transactional
class VisitService {

    /// How long a telephone shows the person.
    static final Duration READABLE = Duration.ofHours(24);

    /// How long what was typed can still be opened, by signing in again, and received.
    static final Duration RECEIVABLE = Duration.ofDays(30);

    static final String PART = "VISITE HORS CONNEXION";

    private static final int KEY_BYTES = 32;

    private final VisitRepository visits;
    private final Visits agenda;
    private final OfflineForms forms;
    private final CaseFiles files;
    private final Sealing sealing;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    VisitService(
            VisitRepository visits,
            Visits agenda,
            OfflineForms forms,
            CaseFiles files,
            Sealing sealing,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.visits = visits;
        this.agenda = agenda;
        this.forms = forms;
        this.files = files;
        this.sealing = sealing;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Throws `FormRefused` naming the field. The caller has opened the file.
    UUID prepare(PatientId patient, PrepareForm form) {
        var errors = new FormErrors();
        var planned = form.appointment().isEmpty() ? null : planned(patient, form, errors);
        if (form.directions().length() > PrepareForm.LONGEST)
            errors.add("directions", VisitText.DIRECTIONS_LONG);
        var known = forms.known().stream().map(OfflineForms.Known::code).toList();
        if (!known.containsAll(form.questionnaires()))
            errors.add("questionnaire", VisitText.UNKNOWN_QUESTIONNAIRE);
        FormRefused.unless(errors);
        var appointment = planned == null ? agenda.plan(patient, clock.instant()) : planned.id();
        var id = Ids.next();
        visits.insert(
                id,
                patient,
                appointment,
                clock.instant().plus(READABLE),
                form.directions().isEmpty() ? null : form.directions(),
                sealing.seal(newKey(), context(id)));
        int rank = 0;
        for (var code : form.questionnaires()) {
            var begun = forms.begin(patient, code);
            visits.take(id, begun.draft(), rank++, begun.fresh());
        }
        trail.wrote(Trail.Action.CREATE, patient, PART, id);
        return id;
    }

    private Visits.Planned planned(PatientId patient, PrepareForm form, FormErrors errors) {
        var planned =
                agenda.get(
                        Ids.parse(form.appointment())
                                .orElseThrow(() -> new NotFound("rendez-vous", null)));
        if (!planned.patient().equals(patient)) throw new NotFound("rendez-vous", planned.id());
        var outcome = planned.outcome();
        if (outcome != null) errors.add("appointment", VisitText.closed(outcome));
        return planned;
    }

    private String newKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String context(UUID id) {
        return "visite:" + id;
    }

    /// The key of a visit that goes on. Throws `NotFound` when it is a colleague's or over; empty
    /// when it cannot be opened any more (the installation has another key).
    Optional<String> key(UUID id) {
        var visit = visits.get(id);
        files.openToWrite(visit.patient(), Part.SUIVI);
        var sealed = visit.sealedKey();
        if (sealed == null) throw new NotFound("visite", id);
        return sealing.open(sealed, context(id));
    }

    /// The telephone took the sheet along.
    void taken(Kept visit) {
        if (visit.over()) throw new NotFound("visite", visit.id());
        visits.onTelephone(visit.id());
        trail.wrote(Trail.Action.EXPORT, visit.patient(), PART, visit.id());
    }

    /// Nothing of it is on a telephone any more: the key is forgotten, drafts nobody wrote in are
    /// abandoned, and the line of life says what was received. Idempotent.
    ///
    /// @param sent whether everything typed was received, rather than erased
    void end(UUID id, boolean sent) {
        var visit = visits.get(id);
        if (visit.over()) return;
        visits.end(id, sent ? "ENVOYEE" : "EFFACEE");
        for (var draft : visits.drafts(id, true)) forms.forget(visit.patient(), draft);
        trail.wrote(Trail.Action.UPDATE, visit.patient(), PART, id);
        var lines = visits.lines(id);
        if (!lines.isEmpty())
            timeline.add(
                    visit.patient(),
                    Timeline.Kind.VISITE,
                    VisitText.lineOfLife(lines.size()),
                    String.join(" ", VisitText.received(lines)),
                    null,
                    true);
    }
}
