package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Saisir une feuille papier »: which sheet, of which day, filled by whom.
public record SheetPage(
        Banner banner,
        SheetForm form,
        FormErrors errors,
        @Nullable String conflict,
        List<EvaluationsPage.Start> questionnaires,
        List<AssessmentFormPage.Choice> settings,
        String today) {}
