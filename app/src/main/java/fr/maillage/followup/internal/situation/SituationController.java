package fr.maillage.followup.internal.situation;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Figures and week of one person.
@Controller
@PreAuthorize(Allowed.CLINICAL)
class SituationController {

    private final CaseFiles files;
    private final FiguresScreens figures;
    private final WeekScreens weeks;

    SituationController(CaseFiles files, FiguresScreens figures, WeekScreens weeks) {
        this.files = files;
        this.figures = figures;
        this.weeks = weeks;
    }

    @GetMapping("/dossiers/{id}/indicateurs")
    @PreAuthorize(Allowed.CLINICAL)
    String figures(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String mois, Model model) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        model.addAttribute(
                "page", figures.page(file, mois.matches("\\d{1,2}") ? Integer.parseInt(mois) : 0));
        return "followup/figures";
    }

    /// @param jour a day of the week asked for
    @GetMapping("/dossiers/{id}/semaine")
    @PreAuthorize(Allowed.CLINICAL)
    String week(@PathVariable UUID id, @RequestParam(defaultValue = "") String jour, Model model) {
        var file = files.open(new PatientId(id), Part.SUIVI);
        model.addAttribute("page", weeks.page(file, FrenchDates.read(jour).orElse(null)));
        return "followup/week";
    }
}
