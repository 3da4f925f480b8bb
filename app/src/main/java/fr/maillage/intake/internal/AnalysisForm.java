package fr.maillage.intake.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The analysis as typed.
public record AnalysisForm(
        List<String> medical,
        List<String> social,
        List<String> grid,
        String wordsPERSONNE,
        String wordsENTOURAGE,
        String wordsPATHOLOGIES,
        String wordsRESSOURCES_SANTE,
        String wordsENVIRONNEMENT_SOCIAL,
        String subsidiarity,
        String subsidiarityNote,
        String mtPart,
        String mtWords,
        String retained,
        String overrideReason,
        String intensity,
        String theme,
        String validated,
        String validatedOn) {

    public AnalysisForm {
        medical = list(medical);
        social = list(social);
        grid = list(grid);
        wordsPERSONNE = text(wordsPERSONNE);
        wordsENTOURAGE = text(wordsENTOURAGE);
        wordsPATHOLOGIES = text(wordsPATHOLOGIES);
        wordsRESSOURCES_SANTE = text(wordsRESSOURCES_SANTE);
        wordsENVIRONNEMENT_SOCIAL = text(wordsENVIRONNEMENT_SOCIAL);
        subsidiarity = text(subsidiarity);
        subsidiarityNote = text(subsidiarityNote);
        mtPart = text(mtPart);
        mtWords = text(mtWords);
        retained = text(retained);
        overrideReason = text(overrideReason);
        intensity = text(intensity);
        theme = text(theme);
        validated = text(validated);
        validatedOn = text(validatedOn);
    }

    static AnalysisForm of(AnalysisService.Findings f) {
        return new AnalysisForm(
                f.medical().stream().map(Enum::name).toList(),
                f.social().stream().map(Enum::name).toList(),
                List.copyOf(f.gridItems()),
                word(f, "PERSONNE"),
                word(f, "ENTOURAGE"),
                word(f, "PATHOLOGIES"),
                word(f, "RESSOURCES_SANTE"),
                word(f, "ENVIRONNEMENT_SOCIAL"),
                f.subsidiarity() == null ? "" : f.subsidiarity().name(),
                ReferralFormReader.text(f.subsidiarityNote()),
                f.mtPart() == null ? "" : f.mtPart().name(),
                ReferralFormReader.text(f.mtWords()),
                f.retained() == null ? "" : f.retained().toString(),
                ReferralFormReader.text(f.overrideReason()),
                f.intensity() == null ? "" : f.intensity().name(),
                ReferralFormReader.text(f.themeCode()),
                f.needValidatedOn() == null ? "" : "1",
                f.needValidatedOn() == null ? "" : f.needValidatedOn().toString());
    }

    private static String word(AnalysisService.Findings f, String dimension) {
        return f.dimensions().getOrDefault(dimension, "");
    }

    /// The words on each of the five dimensions.
    Map<String, String> words() {
        return Map.of(
                "PERSONNE",
                wordsPERSONNE,
                "ENTOURAGE",
                wordsENTOURAGE,
                "PATHOLOGIES",
                wordsPATHOLOGIES,
                "RESSOURCES_SANTE",
                wordsRESSOURCES_SANTE,
                "ENVIRONNEMENT_SOCIAL",
                wordsENVIRONNEMENT_SOCIAL);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\u0000", "");
    }

    private static List<String> list(@Nullable List<String> typed) {
        return typed == null ? List.of() : List.copyOf(typed);
    }
}
