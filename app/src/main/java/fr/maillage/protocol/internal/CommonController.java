package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Theme groups: what networks of one theme agreed on, who is on which version.
@Controller
@RequestMapping(CommonScreens.HOME)
@PreAuthorize(Allowed.HARMONISATION)
class CommonController {

    private static final String CODE = "/{code:[A-Z_]{1,40}}";

    private final CommonScreens screens;
    private final CommonWriting writing;
    private final CommonService service;
    private final AdoptionService adoptions;

    CommonController(
            CommonScreens screens,
            CommonWriting writing,
            CommonService service,
            AdoptionService adoptions) {
        this.screens = screens;
        this.writing = writing;
        this.service = service;
        this.adoptions = adoptions;
    }

    @GetMapping
    @PreAuthorize(Allowed.HARMONISATION)
    String groups(Submission sent) {
        return sent.show("protocol/groups", screens.groups());
    }

    @GetMapping(CODE)
    @PreAuthorize(Allowed.HARMONISATION)
    String group(@PathVariable String code, Submission sent) {
        return sent.show("protocol/group", screens.group(code, sent.form(), new FormErrors()));
    }

    @PostMapping(CODE + "/entrer")
    @PreAuthorize(Allowed.HEAD)
    String join(@PathVariable String code, Submission sent) {
        return act(code, CommonText.JOINED, () -> service.join(code), sent);
    }

    @PostMapping(CODE + "/quitter")
    @PreAuthorize(Allowed.HEAD)
    String leave(@PathVariable String code, Submission sent) {
        return act(code, CommonText.LEFT, () -> service.leave(code), sent);
    }

    @PostMapping(CODE + "/reunions")
    @PreAuthorize(Allowed.TEMPLATES)
    String met(@PathVariable String code, Submission sent) {
        return act(code, CommonText.MET, () -> service.met(code, sent.form()), sent);
    }

    // ── a proposal ──

    /// @param protocole the model proposed
    @GetMapping(CODE + "/proposer")
    @PreAuthorize(Allowed.TEMPLATES)
    String proposing(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String protocole,
            Submission sent) {
        return sent.show(
                "protocol/propose",
                writing.proposing(code, Sent.with("protocole", protocole), new FormErrors()));
    }

    @PostMapping(CODE + "/propositions")
    @PreAuthorize(Allowed.TEMPLATES)
    String propose(@PathVariable String code, Submission sent) {
        return sent.end(
                Act.to(
                        CommonScreens.HOME + "/" + code,
                        CommonText.PROPOSED,
                        () -> service.propose(code, sent.form())),
                outcome ->
                        service.model(sent.form()) == null
                                ? sent.show(
                                        "protocol/group",
                                        screens.group(code, sent.form(), outcome.errors()))
                                : sent.show(
                                        "protocol/propose",
                                        writing.proposing(code, sent.form(), outcome.errors())));
    }

    @PostMapping(CODE + "/propositions/{version}/avis")
    @PreAuthorize(Allowed.TEMPLATES)
    String opine(@PathVariable String code, @PathVariable UUID version, Submission sent) {
        return act(code, CommonText.OPINED, () -> service.opine(code, version, sent.form()), sent);
    }

    @PostMapping(CODE + "/propositions/{version}/suite")
    @PreAuthorize(Allowed.TEMPLATES)
    String decide(@PathVariable String code, @PathVariable UUID version, Submission sent) {
        return act(
                code,
                sent.text("suite").equals("ECARTER") ? CommonText.SET_ASIDE : CommonText.DECIDED,
                () -> service.decide(code, version, sent.form()),
                sent);
    }

    // ── an adoption ──

    /// @param protocole the model of the structure set beside the common version
    @GetMapping(CODE + "/adopter")
    @PreAuthorize(Allowed.HEAD)
    String adopting(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String protocole,
            Submission sent) {
        return sent.show(
                "protocol/adopt",
                writing.adopting(code, Sent.with("protocole", protocole), new FormErrors()));
    }

    @PostMapping(CODE + "/adoption")
    @PreAuthorize(Allowed.HEAD)
    String adopt(@PathVariable String code, Submission sent) {
        return sent.end(
                Act.to(
                        CommonScreens.HOME + "/" + code,
                        "",
                        () -> sent.say(CommonText.adopted(adoptions.adopt(code, sent.form())))),
                outcome ->
                        outcome.errors().all().stream()
                                        .anyMatch(e -> e.getKey().startsWith("raison-"))
                                ? sent.show(
                                        "protocol/adopt",
                                        writing.adopting(code, sent.form(), outcome.errors()))
                                : sent.show(
                                        "protocol/group",
                                        screens.group(code, sent.form(), outcome.errors())));
    }

    private String act(String code, String toast, Runnable work, Submission sent) {
        return sent.end(
                Act.to(CommonScreens.HOME + "/" + code, toast, work),
                outcome ->
                        sent.show(
                                "protocol/group",
                                screens.group(code, sent.form(), outcome.errors())));
    }
}
