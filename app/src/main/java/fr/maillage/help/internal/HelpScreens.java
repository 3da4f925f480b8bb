package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.help.internal.HelpPage.Near;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.patient.Patients;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The page of helps of a person: what each part shows is its own cards'.
@Component
class HelpScreens {

    private final CaseFiles files;
    private final Patients patients;
    private final Relatives relatives;
    private final GivenService given;
    private final PsychologyService psychology;
    private final AskedService asked;
    private final MissionService missions;
    private final Clock clock;

    HelpScreens(
            CaseFiles files,
            Patients patients,
            Relatives relatives,
            GivenService given,
            PsychologyService psychology,
            AskedService asked,
            MissionService missions,
            Clock clock) {
        this.files = files;
        this.patients = patients;
        this.relatives = relatives;
        this.given = given;
        this.psychology = psychology;
        this.asked = asked;
        this.missions = missions;
        this.clock = clock;
    }

    HelpPage page(OpenFile file, Shown shown) {
        var patient = file.patient();
        var today = LocalDate.now(clock);
        var family = relatives.of(patient);
        var cancer = given.asksTheDoctor(patient);
        var here = "/dossiers/" + patient + "/appuis";
        var cards = new HelpCards(here, family, cancer, shown, today);
        var courses = new CourseCards(here, family, shown, today);
        var requests = new AskedCards(here, shown, today);
        var all = given.of(patient);
        var tagged = missions.of(patient);
        var agreements = psychology.agreements(today);
        return new HelpPage(
                file.banner(),
                cancer,
                doctor(patient),
                near(patient, today),
                asked.of(patient).stream().map(requests::asked).toList(),
                requests.ask(asked.doctorOf(patient)),
                psychology.of(patient).stream().map(courses::course).toList(),
                agreements.isEmpty() ? null : courses.grant(agreements),
                all.stream().filter(Given::lasts).map(cards::given).toList(),
                all.stream().filter(g -> !g.lasts()).map(cards::given).toList(),
                cards.note(),
                tagged.map(cards::missions).orElse(null),
                tagged.map(MissionService.Tagged::said).orElse(false),
                HelpText.SOURCE_FAMILIES);
    }

    private @Nullable String doctor(PatientId patient) {
        var person = patients.get(patient);
        return person.mtState().equals("DECLARE") && person.mtTold() ? person.mtName() : null;
    }

    private List<Near> near(PatientId patient, LocalDate today) {
        return files.circle(patient, today).stream()
                .filter(a -> !a.kind().equals("PROCHE"))
                .map(a -> {
                    var phone = a.phone();
                    return new Near(
                            a.name(),
                            a.quality(),
                            phone == null
                                    ? null
                                    : PhoneNumber.parse(phone)
                                            .map(PhoneNumber::formatted)
                                            .orElse(phone),
                            phone == null ? null : phone.replaceAll("[^0-9+]", ""));
                })
                .toList();
    }
}
