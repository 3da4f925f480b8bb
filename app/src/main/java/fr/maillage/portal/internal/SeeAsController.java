package fr.maillage.portal.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// « Voir comme… »: the page of any member of the circle, of a relative or of the person, made by
/// the very code that makes it for them, shown to the team before or after it gives a part.
@Controller
@RequestMapping("/dossiers/{patient}/voir-comme")
@PreAuthorize(Allowed.CLINICAL)
class SeeAsController {

    private final CaseFiles files;
    private final PortalScreens members;
    private final MyPlanScreens plans;
    private final Clock clock;

    SeeAsController(CaseFiles files, PortalScreens members, MyPlanScreens plans, Clock clock) {
        this.files = files;
        this.members = members;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.CLINICAL)
    public String list(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        var file = files.open(id, Part.CERCLE);
        var here = "/dossiers/" + patient + "/voir-comme/";
        var who = new ArrayList<SeeAsPage.Who>();
        who.add(
                new SeeAsPage.Who(
                        here + "personne",
                        file.banner().name(),
                        PortalText.THE_PERSON,
                        PortalText.SEES_ALL,
                        !file.banner().deceased()));
        for (var actor : files.circle(id, LocalDate.now(clock)))
            if (!actor.kind().equals("STRUCTURE"))
                who.add(
                        new SeeAsPage.Who(
                                here + actor.id(),
                                actor.name(),
                                actor.quality(),
                                actor.kind().equals("PROCHE")
                                        ? PortalText.SEES_WITH
                                        : PortalText.given(actor.parts()),
                                actor.kind().equals("PROCHE")
                                        ? !file.banner().deceased()
                                        : !actor.parts().isEmpty()));
        model.addAttribute("page", new SeeAsPage(file.banner(), who));
        return "portal/see-as";
    }

    @GetMapping("/personne")
    @PreAuthorize(Allowed.CLINICAL)
    public String person(@PathVariable UUID patient, Model model) {
        var id = new PatientId(patient);
        files.open(id, Part.PPS);
        var seen = files.seenByThePerson(id).orElseThrow(() -> new NotFound("dossier", patient));
        model.addAttribute("page", plans.preview(seen, null));
        return "portal/plan";
    }

    @GetMapping("/{actor:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.CLINICAL)
    public String member(@PathVariable UUID patient, @PathVariable UUID actor, Model model) {
        var id = new PatientId(patient);
        files.open(id, Part.PPS);
        var member =
                files.circle(id, LocalDate.now(clock)).stream()
                        .filter(a -> a.id().equals(actor))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("cercle", actor));
        var seen = files.seenBy(id, actor);
        if (seen.isEmpty()) {
            model.addAttribute("page", closed(patient, member));
            return "portal/see-nothing";
        }
        if (member.kind().equals("PROCHE")) {
            model.addAttribute("page", plans.preview(seen.get(), member));
            return "portal/plan";
        }
        model.addAttribute("page", members.preview(seen.get(), member));
        return "portal/patient";
    }

    private static SeeAsPage.Who closed(UUID patient, Actor member) {
        return new SeeAsPage.Who(
                "/dossiers/" + patient + "/voir-comme",
                member.name(),
                member.quality(),
                PortalText.SEES_NOTHING,
                false);
    }
}
