package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stays and the pause of alerts.
///
/// @param pause what is paused now, in words; null when nothing is
/// @param open whether an accompaniment is open: only then is there something to pause
public record StayPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        List<Option> kinds,
        List<Option> pauses,
        List<Line> stays,
        @Nullable String pause,
        boolean open,
        int version) {

    /// @param current the person is not home yet
    public record Line(
            String id,
            String kind,
            boolean unplanned,
            String hospital,
            String when,
            @Nullable String reason,
            boolean current) {}
}
