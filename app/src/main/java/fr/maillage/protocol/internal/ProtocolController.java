package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.Ids;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission.Act;
import fr.maillage.web.Submission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Protocols of the structure: read, written line by line, published, withdrawn.
@Controller
@RequestMapping("/protocoles")
@PreAuthorize(Allowed.TEAM)
class ProtocolController {

    private final ProtocolService service;
    private final ProtocolScreens screens;
    private final ProtocolEditScreens editing;
    private final Reviews reviews;

    ProtocolController(
            ProtocolService service,
            ProtocolScreens screens,
            ProtocolEditScreens editing,
            Reviews reviews) {
        this.reviews = reviews;
        this.service = service;
        this.screens = screens;
        this.editing = editing;
    }

    @GetMapping
    @PreAuthorize(Allowed.TEAM)
    public String list(Model model) {
        model.addAttribute("page", screens.list(null, new FormErrors()));
        return "protocol/list";
    }

    @PostMapping
    @PreAuthorize(Allowed.TEMPLATES)
    public String begin(Submission sent) {
        var typed = sent.typed();
        return sent.end(
                new Act(
                        ProtocolText.BEGUN,
                        () -> {
                            var errors = new FormErrors();
                            var change =
                                    HeadForm.read(typed, editing.choices(EMPTY).themes(), errors);
                            FormRefused.unless(errors);
                            return ProtocolScreens.HOME
                                    + "/"
                                    + service.begin(change.apply(EMPTY))
                                    + "/modifier";
                        }),
                outcome -> sent.show("protocol/list", screens.list(typed, outcome.errors())));
    }

    private static final Document EMPTY =
            new Document(Document.Head.of("", Document.Nature.MODELE_PPS), Document.Body.EMPTY);

    @GetMapping("/{id}")
    @PreAuthorize(Allowed.TEAM)
    public String page(
            @PathVariable UUID id,
            @RequestParam(name = "version", required = false) @Nullable UUID version,
            Model model) {
        model.addAttribute("page", screens.page(id, version, new FormErrors(), null));
        return "protocol/protocol";
    }

    @GetMapping("/{id}/plans")
    @PreAuthorize(Allowed.CLINICAL)
    public String uses(
            @PathVariable UUID id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Model model) {
        model.addAttribute("page", screens.uses(id, Math.clamp(page, 0, 10_000)));
        return "protocol/uses";
    }

    // ── writing ──

    @GetMapping("/{id}/modifier")
    @PreAuthorize(Allowed.TEMPLATES)
    public String edit(
            @PathVariable UUID id,
            @RequestParam(name = "ligne", defaultValue = "") String line,
            Model model) {
        model.addAttribute("page", editing.edit(id, line, null));
        return "protocol/edit";
    }

    @PostMapping("/{id}/entete")
    @PreAuthorize(Allowed.TEMPLATES)
    public String head(@PathVariable UUID id, Submission sent) {
        var typed = sent.typed();
        var href = ProtocolScreens.HOME + "/" + id;
        return sent.end(
                Act.to(
                        href + "/modifier#entete",
                        ProtocolText.SAVED,
                        () -> {
                            var errors = new FormErrors();
                            var change =
                                    HeadForm.read(typed, editing.choices(EMPTY).themes(), errors);
                            FormRefused.unless(errors);
                            service.head(id, typed.text("_tag"), change);
                        }),
                outcome ->
                        sent.show(
                                "protocol/edit",
                                editing.edit(
                                        id,
                                        "",
                                        editing.head(
                                                href,
                                                typed,
                                                outcome.conflict() == null
                                                        ? typed.text("_tag")
                                                        : ProtocolService.headTag(
                                                                editing.draft(id)),
                                                outcome.conflict(),
                                                outcome.errors()))));
    }

    @PostMapping("/{id}/lignes/{kind:" + Kind.PATHS + "}")
    @PreAuthorize(Allowed.TEMPLATES)
    public String add(@PathVariable UUID id, @PathVariable String kind, Submission sent) {
        return line(id, Kind.of(kind).orElseThrow(), null, sent);
    }

    @PostMapping("/{id}/lignes/{kind:" + Kind.PATHS + "}/{key:[A-Za-z0-9._-]{1,60}}")
    @PreAuthorize(Allowed.TEMPLATES)
    public String change(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable String key,
            Submission sent) {
        return line(id, Kind.of(kind).orElseThrow(), key, sent);
    }

    private String line(UUID id, Kind kind, @Nullable String key, Submission sent) {
        var typed = sent.typed();
        var href = ProtocolScreens.HOME + "/" + id;
        var lineKey = key == null ? Ids.next().toString() : key;
        return sent.end(
                Act.to(
                        href + "/modifier#" + kind.path() + "-" + (key == null ? "nouveau" : key),
                        ProtocolText.SAVED,
                        () -> {
                            var errors = new FormErrors();
                            var read =
                                    ProtocolForms.read(
                                            kind,
                                            lineKey,
                                            typed,
                                            editing.choices(editing.draft(id)),
                                            errors);
                            FormRefused.unless(errors);
                            service.line(id, typed.text("_tag"), kind, read.orElseThrow());
                        }),
                outcome -> {
                    var draft = editing.draft(id);
                    return sent.show(
                            "protocol/edit",
                            editing.edit(
                                    id,
                                    "",
                                    editing.form(
                                            href,
                                            kind,
                                            key,
                                            outcome.conflict() == null
                                                    ? typed.text("_tag")
                                                    : ProtocolService.tag(draft, kind, lineKey),
                                            typed,
                                            editing.choices(draft),
                                            outcome.conflict(),
                                            outcome.errors())));
                });
    }

    @PostMapping("/{id}/lignes/{kind:" + Kind.PATHS + "}/{key:[A-Za-z0-9._-]{1,60}}/retirer")
    @PreAuthorize(Allowed.TEMPLATES)
    public String remove(
            @PathVariable UUID id,
            @PathVariable String kind,
            @PathVariable String key,
            Submission sent) {
        var of = Kind.of(kind).orElseThrow();
        return sent.end(
                Act.to(
                        ProtocolScreens.HOME + "/" + id + "/modifier#" + kind,
                        ProtocolText.REMOVED,
                        () -> service.remove(id, of, key)),
                outcome -> sent.show("protocol/edit", editing.kept(id, of, key, outcome.errors())));
    }

    // ── its life ──

    @PostMapping("/{id}/version")
    @PreAuthorize(Allowed.TEMPLATES)
    public String next(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "/modifier",
                ProtocolText.BEGUN,
                () -> service.next(id, sent.text("raison")));
    }

    @PostMapping("/{id}/publier")
    @PreAuthorize(Allowed.TEMPLATES)
    public String publish(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "",
                ProtocolText.PUBLISHED,
                () -> {
                    var errors = new FormErrors();
                    var on = FormFields.date(sent.typed(), "review_on", false, errors);
                    FormRefused.unless(errors);
                    service.publish(id, sent.text("reviewed_by"), on);
                });
    }

    @PostMapping("/{id}/abandonner")
    @PreAuthorize(Allowed.TEMPLATES)
    public String drop(@PathVariable UUID id, Submission sent) {
        return sent.end(
                new Act(
                        ProtocolText.DROPPED,
                        () ->
                                service.drop(id)
                                        ? ProtocolScreens.HOME + "/" + id
                                        : ProtocolScreens.HOME),
                _ -> "redirect:" + ProtocolScreens.HOME + "/" + id);
    }

    @PostMapping("/{id}/retirer")
    @PreAuthorize(Allowed.TEMPLATES)
    public String withdraw(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "",
                ProtocolText.WITHDRAWN,
                () -> service.withdraw(id, sent.text("pourquoi")));
    }

    @PostMapping("/{id}/partager")
    @PreAuthorize(Allowed.TEMPLATES)
    public String share(@PathVariable UUID id, Submission sent) {
        return act(id, sent, "", ProtocolText.SHARED, () -> service.share(id));
    }

    @PostMapping("/{id}/departager")
    @PreAuthorize(Allowed.TEMPLATES)
    public String unshare(@PathVariable UUID id, Submission sent) {
        return act(id, sent, "", ProtocolText.UNSHARED, () -> service.unshare(id));
    }

    /// Notes a check of how it is applied.
    @PostMapping("/{id}/verifications")
    @PreAuthorize(Allowed.TEMPLATES)
    public String review(@PathVariable UUID id, Submission sent) {
        return act(
                id,
                sent,
                "#verification",
                ProtocolText.REVIEWED,
                () -> reviews.record(id, sent.form()));
    }

    private String act(UUID id, Submission sent, String then, String toast, Runnable work) {
        return sent.end(
                Act.to(ProtocolScreens.HOME + "/" + id + then, toast, work),
                outcome ->
                        sent.show(
                                "protocol/protocol",
                                screens.page(
                                        id,
                                        Ids.parse(sent.text("version")).orElse(null),
                                        outcome.errors(),
                                        sent.typed())));
    }
}
