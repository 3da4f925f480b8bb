package fr.maillage.careplan.internal;

import fr.maillage.careplan.CarePlans;
import fr.maillage.careplan.SinceLastVisit;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one page of the attending doctor: what changed, what is asked, three answers.
@Component
class OpinionScreens {

    private final PpsRepository plans;
    private final PpsScreens screens;
    private final CaseFiles files;
    private final Patients patients;
    private final Networks networks;
    private final CarePlans carePlans;
    private final SinceLastVisit lastVisit;
    private final Discussed discussed;
    private final Clock clock;

    OpinionScreens(
            PpsRepository plans,
            PpsScreens screens,
            CaseFiles files,
            Patients patients,
            Networks networks,
            CarePlans carePlans,
            SinceLastVisit lastVisit,
            Discussed discussed,
            Clock clock) {
        this.plans = plans;
        this.screens = screens;
        this.files = files;
        this.patients = patients;
        this.networks = networks;
        this.carePlans = carePlans;
        this.lastVisit = lastVisit;
        this.discussed = discussed;
        this.clock = clock;
    }

    /// The page on which an opinion is given, or written down.
    @Transactional(readOnly = true)
    public OpinionPage opinion(
            OpenFile file,
            UUID id,
            boolean onScreen,
            FormErrors errors,
            Map<String, String> typed) {
        var pps = plans.get(id);
        if (!pps.patient().equals(file.patient())) throw new NotFound("pps", id);
        var former =
                pps.status() == Status.EN_VIGUEUR
                        ? null
                        : plans.inForce(pps.patient()).orElse(null);
        var person = patients.get(pps.patient());
        var given = new Pps.Given(Opinion.VALIDE, today(), "x", null, "ECRAN", null);
        var closed = pps.obstaclesToOpinion(given, today());
        var doctor = person.mtName() == null ? "" : person.mtName();
        var base = PpsScreens.base(pps.patient());
        var filled = new LinkedHashMap<String, String>();
        if (!onScreen) {
            filled.put("given_by", doctor);
            filled.put("given_on", today().toString());
            filled.put("channel", "TELEPHONE");
        }
        filled.putAll(typed);
        return new OpinionPage(
                file.banner(),
                onScreen ? "/avis/" + id : base + "/" + id + "/avis",
                "avis-" + id,
                base,
                base + "/" + id,
                file.banner().name() + ", " + file.banner().age() + ", " + file.banner().commune(),
                "version " + pps.number(),
                pps.content().referentName() == null
                        ? pps.createdBy()
                        : pps.content().referentName(),
                former == null,
                onScreen ? since(file) : null,
                PpsScreens.text(pps.content().text(Topic.CHANGE_REASON)),
                pps.draft()
                        ? List.of()
                        : VersionsScreens.changes(
                                former == null ? null : former.content(),
                                pps.content(),
                                discussed.origins(id)),
                pps.draft() ? List.of() : screens.corrections(file, id, today()),
                pps.draft() ? List.of() : asked(pps, person.mtName()),
                closed.isEmpty() ? null : PpsText.of(closed.getFirst()),
                former == null ? null : "version " + former.number(),
                networks.get(file.network()).phone(),
                doctor,
                errors,
                filled);
    }

    private SinceLastVisit.@Nullable Since since(OpenFile file) {
        var plan = carePlans.current(file.patient()).orElse(null);
        var readable =
                plan == null
                        ? List.<CarePlans.Intervention>of()
                        : plan.interventions().stream()
                                .filter(i -> file.parts().contains(i.part()))
                                .toList();
        return lastVisit.of(file, plan, readable).orElse(null);
    }

    /// What the plan asks of the doctor: the tasks in their name, and prescriptions that nobody has
    /// yet.
    private List<String> asked(Pps pps, @Nullable String doctor) {
        var circle = files.circle(pps.patient(), today());
        var attending =
                circle.stream()
                        .filter(a -> a.role().equals("MEDECIN_TRAITANT"))
                        .map(CaseFiles.Actor::id)
                        .findFirst()
                        .orElse(null);
        return pps.content().interventions().stream()
                .filter(i ->
                        (i.actorId() != null && i.actorId().equals(attending))
                                || (doctor != null && doctor.equals(i.actorName()))
                                || (i.withoutActor()
                                        && (i.type() == InterventionType.PRESCRIPTION_MEDICAMENTEUSE
                                                || i.type()
                                                        == InterventionType
                                                                .PRESCRIPTION_NON_MEDICAMENTEUSE)))
                .map(i -> i.title() + PpsText.COLON + PpsText.when(i.recurrence(), i.windowDays()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
