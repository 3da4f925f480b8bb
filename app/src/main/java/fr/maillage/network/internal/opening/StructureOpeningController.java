package fr.maillage.network.internal.opening;

import fr.maillage.access.Allowed;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Structures of the installation, for who runs it. The answer to an opening is the page itself,
/// not a redirect (201): the password is shown once and kept nowhere.
@Controller
@PreAuthorize(Allowed.OPERATOR)
class StructureOpeningController {

    private static final String HERE = StructureOpenings.HERE;

    private final StructureOpenings service;

    StructureOpeningController(StructureOpenings service) {
        this.service = service;
    }

    @GetMapping(HERE)
    @PreAuthorize(Allowed.OPERATOR)
    public String show(Submission sent) {
        return sent.show("network/openings", service.page(sent.form(), new FormErrors()));
    }

    @PostMapping(HERE)
    @PreAuthorize(Allowed.OPERATOR)
    public String open(Submission sent, HttpServletResponse response) {
        return told(() -> service.open(sent.form()), sent, response);
    }

    @PostMapping(HERE + "/{id}/acces")
    @PreAuthorize(Allowed.OPERATOR)
    public String again(@PathVariable UUID id, Submission sent, HttpServletResponse response) {
        return told(() -> service.again(id), sent, response);
    }

    private String told(
            Supplier<OpeningPage.Opened> act, Submission sent, HttpServletResponse response) {
        try {
            var page = act.get();
            response.setStatus(HttpStatus.CREATED.value());
            return sent.show("network/opened", page);
        } catch (FormRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sent.show("network/openings", service.page(sent.form(), refused.errors()));
        }
    }
}
