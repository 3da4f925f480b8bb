package fr.maillage.assessment.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One tool of the library: what it is for, whose it is, how its scores are read.
///
/// @param domains « Autonomie, handicap »
/// @param themes labels of the themes it is proposed for
/// @param questions how many questions one answers
public record ToolPage(
        String code,
        String title,
        String version,
        String description,
        String purpose,
        String domains,
        List<String> themes,
        String licence,
        String mark,
        String icon,
        String licenceWords,
        String source,
        String confidence,
        String population,
        boolean resultOnly,
        int questions,
        List<Score> scores) {

    /// @param bounds « de 0 à 15 »
    public record Score(
            String label,
            String bounds,
            String cutOff,
            String source,
            @Nullable String note,
            List<Band> bands) {}

    /// @param range « de 5 à 9 », « moins de 7,1 »
    /// @param mark colour class, `icon` what goes with it
    public record Band(String range, String label, String mark, String icon, String meaning) {}
}
