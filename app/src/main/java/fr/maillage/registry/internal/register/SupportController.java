package fr.maillage.registry.internal.register;

import fr.maillage.access.Allowed;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.web.Sent;
import fr.maillage.web.Submission;
import fr.maillage.web.Submission.Act;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Requests to regional networks, and their answers.
@Controller
@PreAuthorize(Allowed.STEERING)
class SupportController {

    private static final String ALL = "/registre/appuis";

    private final RegionalSupports supports;

    SupportController(RegionalSupports supports) {
        this.supports = supports;
    }

    @GetMapping(ALL)
    @PreAuthorize(Allowed.STEERING)
    String all(Model model) {
        model.addAttribute("page", supports.page(new Sent(Map.of()), ""));
        return "registry/supports";
    }

    @PostMapping(ALL)
    @PreAuthorize(Allowed.STEERING)
    String ask(Submission sent) {
        var form = sent.form();
        return sent.end(
                Act.to(ALL, RegistryText.ASKED, () -> supports.ask(form)),
                outcome -> {
                    outcome.errors()
                            .all()
                            .forEach(e -> form.errors().add(e.getKey(), e.getValue()));
                    return sent.show("registry/supports", supports.page(form, ""));
                });
    }

    @PostMapping(ALL + "/{id}")
    @PreAuthorize(Allowed.STEERING)
    String act(@PathVariable UUID id, Submission sent) {
        var form = sent.form();
        var words =
                form.value("act").equals("RETIREE")
                        ? RegistryText.WITHDRAWN
                        : RegistryText.ANSWERED;
        return sent.end(
                Act.to(ALL, words, () -> supports.act(id, form)),
                outcome -> {
                    outcome.errors()
                            .all()
                            .forEach(e -> form.errors().add(e.getKey(), e.getValue()));
                    if (outcome.conflict() != null) form.errors().add("answer", RegistryText.STATE);
                    return sent.show("registry/supports", supports.page(form, id.toString()));
                });
    }
}
