package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.PatientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Trying the rules of a protocol on a person, whose file is opened as any other.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class AttemptController {

    private final AttemptScreens screens;
    private final CaseFiles files;

    AttemptController(AttemptScreens screens, CaseFiles files) {
        this.screens = screens;
        this.files = files;
    }

    @GetMapping(ProtocolScreens.HOME + "/{id}/essai")
    @PreAuthorize(Allowed.CLINICAL)
    public String attempt(
            @PathVariable UUID id,
            @RequestParam(name = "personne", required = false) @Nullable UUID person,
            Model model) {
        var file = person == null ? null : files.open(new PatientId(person), Part.EVALUATIONS);
        model.addAttribute("page", screens.page(id, file));
        return "protocol/attempt";
    }
}
