package fr.maillage.visit.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// « Préparer la visite hors connexion ».
public record PreparePage(
        Banner banner,
        PrepareForm form,
        FormErrors errors,
        @Nullable String conflict,
        List<Choice> appointments,
        List<Choice> questionnaires,
        int hours) {

    public record Choice(String value, String label, boolean chosen) {}
}
