package fr.maillage.adverse.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.Csv;
import fr.maillage.web.Shown;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// The register of adverse events, and each of them.
@Controller
@RequestMapping("/evenements")
@PreAuthorize(Allowed.FILES)
class EventController {

    private final EventService service;
    private final Audience audience;
    private final EventScreens screens;
    private final RegisterScreens register;
    private final Clock clock;

    EventController(
            EventService service,
            Audience audience,
            EventScreens screens,
            RegisterScreens register,
            Clock clock) {
        this.service = service;
        this.audience = audience;
        this.screens = screens;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    String register(@RequestParam Map<String, String> asked, Submission sent) {
        return sent.show("adverse/register", register.page(filter(asked), Shown.none()));
    }

    @GetMapping("/registre.csv")
    @PreAuthorize(Allowed.STEERING)
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> asked) {
        return Csv.file(register.csv(filter(asked)), "evenements-indesirables.csv");
    }

    private RegisterFilter filter(Map<String, String> asked) {
        return RegisterFilter.of(asked, LocalDate.now(clock));
    }

    @PostMapping("/responsables")
    @PreAuthorize(Allowed.HEAD)
    String managers(Submission sent) {
        return sent.end(
                Act.to(
                        "/evenements",
                        AdverseText.MANAGERS,
                        () ->
                                service.nameManagers(
                                        sent.typed().all("members").stream()
                                                .flatMap(m -> Ids.parse(m).stream())
                                                .toList())),
                "responsables",
                "adverse/register",
                shown -> register.page(filter(Map.of()), shown));
    }

    @GetMapping("/nouveau")
    @PreAuthorize(Allowed.TEAM)
    String blank(Submission sent) {
        return sent.show("adverse/new", screens.blank(Shown.none()));
    }

    @PostMapping
    @PreAuthorize(Allowed.TEAM)
    String declare(Submission sent) {
        var typed = sent.typed();
        var anonymous = typed.checked("anonymous");
        return sent.end(
                new Act(
                        anonymous ? AdverseText.DECLARED_ANONYMOUSLY : AdverseText.DECLARED,
                        () -> {
                            var id = service.declare(null, typed);
                            return anonymous ? "/evenements" : "/evenements/" + id;
                        }),
                "declaration",
                "adverse/new",
                screens::blank);
    }

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.FILES)
    String one(@PathVariable UUID id, Submission sent) {
        return sent.show("adverse/event", screens.one(id, Shown.none()));
    }

    @PostMapping("/{id}")
    @PreAuthorize(Allowed.STEERING)
    String change(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        return end(
                id,
                "evenement",
                AdverseText.CHANGED,
                () -> service.change(id, typed, typed.version()),
                sent);
    }

    /// @param act analyse, ars, actions, lecteurs or cloture
    @PostMapping("/{id}/{act}")
    @PreAuthorize(Allowed.STEERING)
    String act(@PathVariable UUID id, @PathVariable String act, Submission sent) {
        var typed = sent.typed();
        var version = typed.version();
        return switch (act) {
            case "analyse" ->
                    end(
                            id,
                            act,
                            AdverseText.ANALYSED,
                            () -> service.analyse(id, typed, version),
                            sent);
            case "ars" ->
                    end(
                            id,
                            act,
                            AdverseText.ARS,
                            () -> service.declaredToArs(id, typed, version),
                            sent);
            case "actions" ->
                    end(id, "action", AdverseText.ACTION, () -> service.act(id, typed), sent);
            case "lecteurs" ->
                    end(
                            id,
                            act,
                            AdverseText.READERS,
                            () -> service.readers(id, typed, version),
                            sent);
            case "cloture" ->
                    end(id, act, AdverseText.CLOSED, () -> service.close(id, typed, version), sent);
            default -> throw new NotFound("événement", id);
        };
    }

    @PostMapping("/{id}/actions/{action}/fin")
    @PreAuthorize(Allowed.TEAM)
    String ended(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return end(
                id,
                "fin-" + action,
                AdverseText.ENDED,
                () -> service.end(id, action, sent.typed()),
                sent);
    }

    @PostMapping("/{id}/actions/{action}/evaluation")
    @PreAuthorize(Allowed.STEERING)
    String evaluated(@PathVariable UUID id, @PathVariable UUID action, Submission sent) {
        return end(
                id,
                "evaluation-" + action,
                AdverseText.EVALUATED,
                () -> service.evaluate(id, action, sent.typed()),
                sent);
    }

    private String end(UUID id, String form, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to("/evenements/" + id, toast, work),
                form,
                "adverse/event",
                shown -> screens.one(id, shown));
    }
}
