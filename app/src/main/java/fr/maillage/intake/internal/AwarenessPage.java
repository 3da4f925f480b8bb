package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Awareness actions, latest first, and the form of a new one as typed.
public record AwarenessPage(
        List<Line> lines,
        FormErrors errors,
        String on,
        String title,
        String audience,
        String participants) {

    public record Line(
            String day,
            String title,
            @Nullable String audience,
            @Nullable String participants,
            @Nullable String by) {}
}
