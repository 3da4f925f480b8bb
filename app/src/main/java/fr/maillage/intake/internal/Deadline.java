package fr.maillage.intake.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// When an urgency must be evaluated: an exact instant, 24 or 48 hours after it began, whatever the
/// day. The team works on weekdays: on another day the evaluation belongs to its on-call person or
/// to a named relay, by setting. Source: guide DGOS 2012, fiche D3, schéma 2, and §3 (team
/// available on weekdays in working hours).
///
/// @param worked whether the team works that day
record Deadline(Instant at, boolean worked) {

    static Deadline after(Instant opened, int hours, WorkingDays days) {
        var at = opened.plus(Duration.ofHours(hours));
        return new Deadline(at, days.isWorkingDay(LocalDate.ofInstant(at, FrenchDates.PARIS)));
    }

    /// The day in Paris.
    LocalDate day() {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    /// Who evaluates.
    ///
    /// @param onCallByTeam the structure's setting: its on-call person, or a relay named for each
    ///   urgency
    By by(boolean onCallByTeam) {
        if (worked) return By.TEAM;
        return onCallByTeam ? By.ON_CALL : By.NAMED_RELAY;
    }

    enum By {
        TEAM,
        ON_CALL,
        NAMED_RELAY
    }
}
