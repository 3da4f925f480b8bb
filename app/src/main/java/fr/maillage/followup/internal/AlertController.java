package fr.maillage.followup.internal;

import fr.maillage.access.Allowed;
import fr.maillage.followup.NotDone;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// The gestures that close an alert, from whichever list it stands in; `avec` are the alerts that
/// share its row.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class AlertController {

    private final AlertService alerts;
    private final Clock clock;

    AlertController(AlertService alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /// @param when aujourdhui, hier, prevu (the last day of the window), or a day
    @PostMapping("/alertes/{id}/fait")
    @PreAuthorize(Allowed.CLINICAL)
    public String done(
            @PathVariable UUID id,
            @RequestParam(name = "quand", defaultValue = "aujourdhui") String when,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var today = LocalDate.now(clock);
        var day =
                switch (when) {
                    case "hier" -> today.minusDays(1);
                    case "prevu" -> alerts.get(id).dueOn();
                    default -> FrenchDates.read(when).orElse(today);
                };
        return answer(alerts.done(id, day), back, flash);
    }

    @PostMapping("/alertes/{id}/pas-fait")
    @PreAuthorize(Allowed.CLINICAL)
    public String notDone(
            @PathVariable UUID id,
            @RequestParam(name = "why", defaultValue = "") String why,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var reason =
                Arrays.stream(NotDone.values())
                        .filter(r -> r.name().equals(why))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("motif", id));
        return answer(alerts.notDone(id, reason), back, flash);
    }

    @PostMapping("/alertes/{id}/relance")
    @PreAuthorize(Allowed.CLINICAL)
    public String remind(
            @PathVariable UUID id,
            @RequestParam(name = "avec", defaultValue = "") List<UUID> others,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        return answer(alerts.close(all(id, others), AlertOutcome.RELANCE, null, null), back, flash);
    }

    @PostMapping("/alertes/{id}/report")
    @PreAuthorize(Allowed.CLINICAL)
    public String postpone(
            @PathVariable UUID id,
            @RequestParam(name = "jours", required = false) @Nullable Integer days,
            @RequestParam(name = "jour", required = false) @Nullable String day,
            @RequestParam(name = "avec", defaultValue = "") List<UUID> others,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var target = Postponed.to(days, day, LocalDate.now(clock));
        if (target.isPresent())
            return answer(
                    alerts.close(all(id, others), AlertOutcome.REPROGRAMME, target.get(), null),
                    back,
                    flash);
        flash.addFlashAttribute("toast", FollowUpText.POSTPONE_PAST);
        return "redirect:" + Back.to(back, "/journee");
    }

    /// MT prévenu, plan adapté, plus d’actualité.
    @PostMapping("/alertes/{id}/suite")
    @PreAuthorize(Allowed.CLINICAL)
    public String close(
            @PathVariable UUID id,
            @RequestParam(name = "outcome", defaultValue = "") String outcome,
            @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam(name = "avec", defaultValue = "") List<UUID> others,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        var chosen =
                Arrays.stream(AlertOutcome.values())
                        .filter(o ->
                                o.name().equals(outcome)
                                        && o != AlertOutcome.FAIT
                                        && o != AlertOutcome.REPROGRAMME)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("suite", id));
        var words = note.replace("\0", "").strip();
        return answer(
                alerts.close(
                        all(id, others),
                        chosen,
                        null,
                        Sent.orNull(words.substring(0, Math.min(words.length(), 2_000)))),
                back,
                flash);
    }

    /// Takes back the closing of an alert, within seconds.
    @PostMapping("/alertes/{id}/annuler")
    @PreAuthorize(Allowed.CLINICAL)
    public String undo(
            @PathVariable UUID id,
            @RequestParam(name = "avec", defaultValue = "") List<UUID> others,
            @RequestParam(name = "retour", defaultValue = "") String back,
            RedirectAttributes flash) {
        flash.addFlashAttribute("toast", alerts.undo(all(id, others)));
        return "redirect:" + Back.to(back, "/journee");
    }

    private static List<UUID> all(UUID id, List<UUID> others) {
        return Stream.concat(Stream.of(id), others.stream()).distinct().toList();
    }

    private static String answer(
            AlertService.Answer answer, String back, RedirectAttributes flash) {
        return switch (answer) {
            case AlertService.Answer.Done(var sentence, var undo) -> {
                var page = Back.to(back, "/journee");
                flash.addFlashAttribute("toast", sentence);
                if (!undo.isEmpty())
                    flash.addFlashAttribute(
                            "undo",
                            UriComponentsBuilder.fromPath("/alertes/{id}/annuler")
                                    .queryParam("avec", undo.subList(1, undo.size()))
                                    .queryParam("retour", "{page}")
                                    .encode()
                                    .buildAndExpand(undo.getFirst(), page)
                                    .toUriString());
                yield "redirect:" + page;
            }
            case AlertService.Answer.Refused(var patient, var sentence) -> {
                flash.addFlashAttribute("toast", sentence);
                yield "redirect:/dossiers/" + patient + "/suivi";
            }
        };
    }
}
