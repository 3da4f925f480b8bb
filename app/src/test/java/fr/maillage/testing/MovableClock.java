package fr.maillage.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Time moved by hand.
public final class MovableClock extends Clock {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private volatile Instant now = start();

    private static Instant start() {
        return LocalDateTime.of(2026, 6, 2, 8, 30).atZone(PARIS).toInstant();
    }

    /// Back to Tuesday 2 June 2026, 8:30 in Paris.
    public void reset() {
        now = start();
    }

    /// Moves on, or back.
    public void move(Duration by) {
        now = now.plus(by);
    }

    /// Goes to a time in Paris.
    public void goTo(LocalDateTime time) {
        now = time.atZone(PARIS).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
