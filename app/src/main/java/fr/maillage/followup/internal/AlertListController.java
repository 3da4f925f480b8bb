package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Alerts of the team, and of one person: looked at, paused, and their rules adjusted.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class AlertListController {

    private final AlertListScreens lists;
    private final PersonAlertsScreens persons;
    private final AlertPauses pauses;
    private final RuleOverrides overrides;
    private final Clock clock;

    AlertListController(
            AlertListScreens lists,
            PersonAlertsScreens persons,
            AlertPauses pauses,
            RuleOverrides overrides,
            Clock clock) {
        this.lists = lists;
        this.persons = persons;
        this.pauses = pauses;
        this.overrides = overrides;
        this.clock = clock;
    }

    @GetMapping("/alertes")
    @PreAuthorize(Allowed.CLINICAL)
    public String list(
            @RequestParam(name = "vue", required = false) @Nullable String view,
            @RequestParam(name = "regle", required = false) @Nullable String rule,
            @RequestParam(name = "coordinateur", required = false) @Nullable String coordinator,
            @RequestParam(name = "tri", required = false) @Nullable String order,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        model.addAttribute(
                "page",
                lists.page(AlertListScreens.Asked.of(view, rule, coordinator, order, page)));
        return "followup/alerts";
    }

    @GetMapping("/dossiers/{patient}/alertes")
    @PreAuthorize(Allowed.CLINICAL)
    public String person(@PathVariable UUID patient, Model model) {
        model.addAttribute("page", persons.page(new PatientId(patient), Sent.with()));
        return "followup/person-alerts";
    }

    @PostMapping("/dossiers/{patient}/alertes/pause")
    @PreAuthorize(Allowed.CLINICAL)
    public String pause(@PathVariable UUID patient, Submission sent) {
        var form = sent.form();
        var id = new PatientId(patient);
        var until = form.unread().day("until").orElseGet(() -> LocalDate.now(clock));
        return sent.end(
                Submission.Act.to(
                        address(id),
                        AlertText.paused(form.all("alerte").size(), until, LocalDate.now(clock)),
                        () -> pauses.pause(id, form)),
                _ -> again(id, form, sent));
    }

    @PostMapping("/dossiers/{patient}/alertes/reprise")
    @PreAuthorize(Allowed.CLINICAL)
    public String resume(@PathVariable UUID patient, Submission sent) {
        var form = sent.form();
        var id = new PatientId(patient);
        return sent.end(
                Submission.Act.to(address(id), AlertText.RESUMED, () -> pauses.resume(id, form)),
                _ -> again(id, form, sent));
    }

    @PostMapping("/dossiers/{patient}/alertes/reglage")
    @PreAuthorize(Allowed.CLINICAL)
    public String override(@PathVariable UUID patient, Submission sent) {
        var form = sent.form();
        var id = new PatientId(patient);
        return sent.end(
                Submission.Act.to(
                        address(id), AlertText.OVERRIDE_SET, () -> overrides.set(id, form)),
                _ -> again(id, form, sent));
    }

    @PostMapping("/dossiers/{patient}/alertes/reglage/{override}/fin")
    @PreAuthorize(Allowed.CLINICAL)
    public String endOverride(
            @PathVariable UUID patient, @PathVariable UUID override, Submission sent) {
        var id = new PatientId(patient);
        return sent.end(
                Submission.Act.to(
                        address(id), AlertText.OVERRIDE_ENDED, () -> overrides.end(id, override)),
                _ -> again(id, sent.form(), sent));
    }

    private String again(PatientId id, Sent form, Submission sent) {
        return sent.show("followup/person-alerts", persons.page(id, form));
    }

    private static String address(PatientId patient) {
        return "/dossiers/" + patient + "/alertes";
    }
}
