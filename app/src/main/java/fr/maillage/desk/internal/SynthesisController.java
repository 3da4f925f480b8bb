package fr.maillage.desk.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.desk.internal.persons.PersonsScreens;
import fr.maillage.kernel.PatientId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The one page per person, and its line of life.
@Controller
class SynthesisController {

    private final CaseFiles files;
    private final SynthesisScreens synthesis;
    private final LifelineScreens lifeline;
    private final PersonsScreens persons;

    SynthesisController(
            CaseFiles files,
            SynthesisScreens synthesis,
            LifelineScreens lifeline,
            PersonsScreens persons) {
        this.persons = persons;
        this.files = files;
        this.synthesis = synthesis;
        this.lifeline = lifeline;
    }

    @GetMapping("/dossiers/{id}")
    @PreAuthorize(Allowed.FILES)
    ModelAndView synthesis(@PathVariable UUID id) {
        var file = files.open(new PatientId(id), Part.SYNTHESE);
        return new ModelAndView(
                "desk/synthesis",
                Map.of("page", synthesis.of(file), "family", persons.family(file)));
    }

    @GetMapping("/dossiers/{id}/ligne-de-vie")
    @PreAuthorize(Allowed.FILES)
    ModelAndView lifeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String genre,
            @RequestParam(required = false) @Nullable String periode) {
        var file = files.open(new PatientId(id), Part.LIGNE_DE_VIE);
        return new ModelAndView("desk/lifeline", Map.of("page", lifeline.of(file, genre, periode)));
    }
}
