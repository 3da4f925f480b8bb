package fr.maillage.desk.internal.persons;

import fr.maillage.access.Allowed;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.Teams;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Families;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Families and households, the teams around one person, what an identity was.
@Controller
class PersonsController {

    private final CaseFiles files;
    private final Families families;
    private final Teams teams;
    private final PersonsScreens screens;
    private final Trail trail;

    PersonsController(
            CaseFiles files, Families families, Teams teams, PersonsScreens screens, Trail trail) {
        this.files = files;
        this.families = families;
        this.teams = teams;
        this.screens = screens;
        this.trail = trail;
    }

    @GetMapping("/dossiers/{id}/famille")
    @PreAuthorize(Allowed.FILES)
    String family(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.IDENTITE);
        model.addAttribute("page", screens.family(file, "", new FormErrors()));
        return "desk/family";
    }

    @PostMapping("/dossiers/{id}/famille/chercher")
    @PreAuthorize(Allowed.DESK)
    String search(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        var file = files.openToWrite(new PatientId(id), Part.IDENTITE);
        var page = screens.family(file, q.strip(), new FormErrors());
        trail.listed("RECHERCHE", page.found().stream().map(p -> UUID.fromString(p.id())).toList());
        model.addAttribute("page", page);
        return "desk/family";
    }

    @PostMapping("/dossiers/{id}/famille")
    @PreAuthorize(Allowed.DESK)
    String link(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        return ofFamily(
                patient,
                sent,
                PersonsText.LINKED,
                () -> {
                    var errors = new FormErrors();
                    var other = PatientId.parse(sent.text("other")).filter(o -> !o.equals(patient));
                    if (other.isEmpty()) errors.add("other", PersonsText.WHOM);
                    var relation =
                            Arrays.stream(Families.Relation.values())
                                    .filter(r -> r.name().equals(sent.text("relation")))
                                    .findFirst();
                    if (relation.isEmpty()) errors.add("relation", PersonsText.WHAT);
                    FormRefused.unless(errors);
                    files.openToWrite(other.orElseThrow(), Part.IDENTITE);
                    families.link(
                            patient,
                            other.orElseThrow(),
                            relation.orElseThrow(),
                            sent.form().checked("household"));
                });
    }

    /// An act on the family of a person: its page again, done or refused.
    private String ofFamily(PatientId patient, Submission sent, String done, Runnable act) {
        var file = files.openToWrite(patient, Part.IDENTITE);
        return sent.end(
                Act.to("/dossiers/" + patient + "/famille", done, act),
                outcome -> sent.show("desk/family", screens.family(file, "", outcome.errors())));
    }

    @PostMapping("/dossiers/{id}/famille/{link}/fin")
    @PreAuthorize(Allowed.DESK)
    String end(@PathVariable UUID id, @PathVariable UUID link, Submission sent) {
        var patient = new PatientId(id);
        return ofFamily(
                patient, sent, PersonsText.UNLINKED, () -> families.end(patient, link, null));
    }

    @GetMapping("/dossiers/{id}/identite/historique")
    @PreAuthorize(Allowed.TEAM)
    String history(@PathVariable UUID id, Model model) {
        model.addAttribute("page", screens.history(files.open(new PatientId(id), Part.IDENTITE)));
        return "desk/identity-history";
    }

    @GetMapping("/dossiers/{id}/equipes")
    @PreAuthorize(Allowed.TEAM)
    String teams(@PathVariable UUID id, Model model) {
        var file = files.open(new PatientId(id), Part.CERCLE);
        model.addAttribute("page", screens.teams(file, "", "", "", new FormErrors()));
        return "desk/teams";
    }

    @PostMapping("/dossiers/{id}/equipes")
    @PreAuthorize(Allowed.CLINICAL)
    String join(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        return ofTeams(
                patient,
                sent,
                PersonsText.TEAM_JOINED,
                () ->
                        teams.join(
                                patient,
                                Ids.parse(sent.text("member")).orElse(null),
                                Ids.parse(sent.text("unit")).orElse(null),
                                sent.text("why")));
    }

    /// An act on the teams around a person: their page again, with the words of a team to add when
    /// they were typed.
    private String ofTeams(PatientId patient, Submission sent, String done, Runnable act) {
        var file = files.openToWrite(patient, Part.CERCLE);
        return sent.end(
                Act.to("/dossiers/" + patient + "/equipes", done, act),
                outcome ->
                        sent.show(
                                "desk/teams",
                                screens.teams(
                                        file,
                                        sent.text("member"),
                                        sent.text("unit"),
                                        sent.text("why"),
                                        outcome.errors())));
    }

    @PostMapping("/dossiers/{id}/equipes/binome")
    @PreAuthorize(Allowed.CLINICAL)
    String partner(@PathVariable UUID id, Submission sent) {
        var patient = new PatientId(id);
        return ofTeams(
                patient,
                sent,
                PersonsText.PARTNER_CHOSEN,
                () -> teams.partner(patient, Ids.parse(sent.text("partner")).orElse(null)));
    }

    @PostMapping("/dossiers/{id}/equipes/{team}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    String leave(@PathVariable UUID id, @PathVariable UUID team, Submission sent) {
        var patient = new PatientId(id);
        return ofTeams(patient, sent, PersonsText.TEAM_LEFT, () -> teams.leave(patient, team));
    }
}
