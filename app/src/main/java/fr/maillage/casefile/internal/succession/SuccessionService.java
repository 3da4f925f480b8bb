package fr.maillage.casefile.internal.succession;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.internal.succession.Succession.Kind;
import fr.maillage.casefile.internal.succession.Succession.Party;
import fr.maillage.directory.Practitioners;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Begins and ends replacements. The attending doctor is who the identity says (adr 0011), so that
/// letters, opinions and the circle follow by themselves; the other roles are lines of circles.
@Service
@Transactional
public class SuccessionService {

    private static final String DOCTOR = "MEDECIN_TRAITANT";

    private final Successions successions;
    private final Practitioners practitioners;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    SuccessionService(
            Successions successions,
            Practitioners practitioners,
            Patients patients,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.successions = successions;
        this.practitioners = practitioners;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Notes a replacement, and begins it when its day has come. Throws [FormRefused].
    ///
    /// @param line a line of a circle that bears who is replaced
    void note(UUID line, Sent form) {
        var today = LocalDate.now(clock);
        var errors = form.errors();
        var replaced = successions.of(line);
        var kind =
                form.text("kind").equals(Kind.SUCCESSEUR.name())
                        ? Kind.SUCCESSEUR
                        : Kind.REMPLACANT;
        var since = form.day("since").orElse(today);
        var until = kind == Kind.SUCCESSEUR ? null : form.day("until").orElse(null);
        var noted = new Succession(Ids.next(), replaced, by(form, errors), kind, since, until);
        noted.check(successions.standing(replaced, since, until), today, errors);
        FormRefused.unless(errors);
        successions.keep(noted, SignedIn.current().displayName());
        if (!since.isAfter(today)) begin(noted);
    }

    private Party by(Sent form, FormErrors errors) {
        var name = form.text("byName", 200);
        if (name.isEmpty()) errors.add("byName", SuccessionText.NAME);
        var typed = form.text("byRpps", 20);
        var known = Rpps.parse(typed).flatMap(practitioners::find);
        if (!typed.isEmpty() && known.isEmpty()) errors.add("byRpps", SuccessionText.RPPS);
        var phone = form.text("byPhone", 30);
        var number = PhoneNumber.parse(phone);
        if (!phone.isEmpty() && number.isEmpty())
            errors.add("byPhone", fr.maillage.kernel.KernelText.PHONE);
        return new Party(
                name,
                known.map(Practitioners.Practitioner::rpps).orElse(null),
                number.map(PhoneNumber::value).orElse(null),
                known.map(Practitioners.Practitioner::professionLabel).orElse(null));
    }

    /// Ends one by hand: everything is given back today; one that has not begun never does. Throws
    /// `NotFound` for one that is over.
    void end(UUID id) {
        var one = successions.open(id).orElseThrow(() -> new NotFound("remplacement", id));
        giveBack(one, SignedIn.current().displayName());
    }

    /// What is due on this day: those to begin, and the locums whose last day is past.
    void due() {
        var today = LocalDate.now(clock);
        successions.toBegin(today).forEach(this::begin);
        successions.toEnd(today).forEach(one -> giveBack(one, null));
    }

    private void begin(Succession one) {
        var today = LocalDate.now(clock);
        var doctors = successions.lines(one.replaced(), DOCTOR, today);
        // one call a person: the identity decides, and tells the circle
        for (var line : doctors)
            patients.attendingDoctor(new PatientId(line.patient()), doctor(one.by()));
        successions.followed(one, doctors, DOCTOR, today);
        var changed = successions.move(one, today);
        said(changed, SuccessionText.begins(one.replaced().name(), one.by().name()));
        successions.begun(one.id());
    }

    private void giveBack(Succession one, @Nullable String by) {
        var today = LocalDate.now(clock);
        for (var patient : successions.stillAttended(one))
            patients.attendingDoctor(new PatientId(patient), doctor(one.replaced()));
        var changed = successions.giveBack(one, today);
        said(changed, SuccessionText.ends(one.replaced().name(), one.by().name()));
        successions.ended(one.id(), by);
    }

    private static Patients.Doctor doctor(Party of) {
        return new Patients.Doctor(of.rpps(), of.name(), of.phone());
    }

    /// In the line of life and in the trail of each person whose circle changed.
    private void said(Map<UUID, PatientId> lines, String words) {
        timeline.add(
                lines.values().stream()
                        .distinct()
                        .map(patient ->
                                new Timeline.Entry(
                                        patient,
                                        Timeline.Kind.CERCLE,
                                        words,
                                        null,
                                        "/dossiers/" + patient + "/cercle",
                                        false))
                        .toList());
        trail.wrote(Trail.Action.UPDATE, "CERCLE", lines);
    }
}
