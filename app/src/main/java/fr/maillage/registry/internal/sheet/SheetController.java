package fr.maillage.registry.internal.sheet;

import fr.maillage.access.Allowed;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A sheet of the register, and the forms of those who keep it.
@Controller
@PreAuthorize(Allowed.REGISTER)
class SheetController {

    private static final String ONE = "/registre/{id:[0-9a-f-]{36}}";

    private final SheetView screens;
    private final SheetForms forms;
    private final SheetStore store;
    private final Identity identity;
    private final Clock clock;

    SheetController(
            SheetView screens, SheetForms forms, SheetStore store, Identity identity, Clock clock) {
        this.screens = screens;
        this.forms = forms;
        this.store = store;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping(ONE)
    @PreAuthorize(Allowed.REGISTER)
    String sheet(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "identite") String partie,
            Model model) {
        if (!SheetView.isTab(partie)) throw new NotFound("partie de fiche", id);
        model.addAttribute("page", screens.page(id, partie, new FormErrors()));
        return "registry/sheet";
    }

    @GetMapping("/registre/nouvelle")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String blank(Model model) {
        model.addAttribute("page", forms.identity(null, new Sent(Map.of()), null));
        return "registry/form";
    }

    @PostMapping("/registre")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String create(Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(RegistryText.CREATED, () -> "/registre/" + identity.create(form)),
                outcome -> {
                    told(outcome, form);
                    return sent.show(
                            "registry/form", forms.identity(null, form, outcome.conflict()));
                });
    }

    @GetMapping(ONE + "/modifier")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String identity(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.identity(id, forms.standing(id), null));
        return "registry/form";
    }

    @PostMapping(ONE)
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String change(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to("/registre/" + id, SheetText.SAVED, () -> identity.change(id, form)),
                outcome -> {
                    told(outcome, form);
                    return sent.show("registry/form", forms.identity(id, form, outcome.conflict()));
                });
    }

    /// The agency hands the sheet over to the structure it is about.
    @PostMapping(ONE + "/confier")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String handOver(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(
                        "/registre/" + id,
                        RegistryText.HANDED_OVER,
                        () -> identity.handOver(id, form)),
                outcome ->
                        sent.show(
                                "registry/sheet", screens.page(id, "identite", outcome.errors())));
    }

    @GetMapping(ONE + "/{list}/nouveau")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String newLine(
            @PathVariable UUID id,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String de,
            Model model) {
        return line(id, shape(list, id), null, de, model);
    }

    @GetMapping(ONE + "/{list}/{line:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String line(
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable UUID line,
            Model model) {
        return line(id, shape(list, id), line, "", model);
    }

    private String line(UUID id, Shape shape, @Nullable UUID line, String of, Model model) {
        var standing = forms.standing(shape, id, line, of, LocalDate.now(clock));
        model.addAttribute("page", forms.line(shape, id, line, standing, null));
        return "registry/form";
    }

    @PostMapping(ONE + "/{list}")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String add(@PathVariable UUID id, @PathVariable String list, Submission sent) {
        return save(id, shape(list, id), null, sent);
    }

    @PostMapping(ONE + "/{list}/{line:[0-9a-f-]{36}}")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String save(
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable UUID line,
            Submission sent) {
        return save(id, shape(list, id), line, sent);
    }

    private String save(UUID id, Shape shape, @Nullable UUID line, Submission sent) {
        var form = sent.form();
        return sent.end(
                new Act(
                        SheetText.SAVED,
                        () -> after(id, shape, line, store.save(shape, id, line, form), form)),
                outcome -> {
                    told(outcome, form);
                    return sent.show(
                            "registry/form", forms.line(shape, id, line, form, outcome.conflict()));
                });
    }

    /// A new text waits for its file, a meeting for its agenda; any other line is on the sheet.
    private static String after(UUID id, Shape shape, @Nullable UUID line, UUID saved, Sent form) {
        if (shape == Shape.MEETINGS) return "/registre/" + id + "/reunion/" + saved;
        return line == null && shape == Shape.DOCUMENTS
                ? "/registre/" + id + "/" + shape.key() + "/" + saved + "#fichiers"
                : SheetForms.back(shape, id, form);
    }

    @PostMapping(ONE + "/{list}/{line:[0-9a-f-]{36}}/retirer")
    @PreAuthorize(Allowed.REGISTER_KEEPERS)
    String remove(
            @PathVariable UUID id,
            @PathVariable String list,
            @PathVariable UUID line,
            Submission sent) {
        var shape = shape(list, id);
        return sent.end(
                new Act(
                        SheetText.REMOVED,
                        () -> {
                            var form = forms.standing(shape, id, line, "", LocalDate.now(clock));
                            store.remove(shape, id, line);
                            return SheetForms.back(shape, id, form);
                        }),
                outcome -> {
                    var form = forms.standing(shape, id, line, "", LocalDate.now(clock));
                    told(outcome, form);
                    return sent.show(
                            "registry/form", forms.line(shape, id, line, form, outcome.conflict()));
                });
    }

    static void told(FormOutcome outcome, Sent form) {
        outcome.errors().all().forEach(e -> form.errors().add(e.getKey(), e.getValue()));
    }

    static Shape shape(String key, UUID id) {
        return Shape.named(key).orElseThrow(() -> new NotFound("liste de fiche", id));
    }
}
