package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.StayFollowUps.FollowUp;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stays and the pause of alerts.
///
/// @param pause what is paused now, in words; null when nothing is
/// @param open whether an accompaniment is open: only then is there something to pause
/// @param goal what the accompaniment is for, its code; "" while nobody said
public record StayPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        List<Option> kinds,
        List<Option> calls,
        List<Option> pauses,
        List<Line> stays,
        @Nullable String pause,
        boolean open,
        List<Option> goals,
        String goal,
        int version) {

    /// @param current the person is not home yet
    /// @param expected the days once expected, oldest first, when there were several
    /// @param progress where the list of the return stands; null while it is not open
    /// @param left what was not done at the return; null when nothing
    /// @param risk why an early readmission is to be feared; empty when it is not
    public record Line(
            String id,
            String kind,
            boolean unplanned,
            String hospital,
            String when,
            @Nullable String reason,
            boolean current,
            boolean over,
            @Nullable String told,
            @Nullable String called,
            String expectedOn,
            List<String> expected,
            @Nullable String progress,
            @Nullable String left,
            List<String> risk,
            @Nullable FollowUp follow,
            int version) {}
}
