package fr.maillage.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The urgent circuit of one request: answered at once, evaluated at 24 h and 48 h, and ended by
/// the entry in a level. It is a circuit, not a level. Source: guide DGOS 2012, fiche D3, schéma 2.
record UrgencyState(
        Instant openedAt,
        @Nullable Instant answeredAt,
        Instant due24,
        @Nullable String relay24,
        @Nullable Instant done24,
        Instant due48,
        @Nullable String relay48,
        @Nullable Instant done48,
        @Nullable Instant endedAt) {

    /// What stops the circuit from ending in a level now; empty when nothing does. A first
    /// evaluation that was missed does not hold the person back once the second is done: it stays
    /// told as missed.
    List<Obstacle> obstaclesToLevel(@Nullable Integer level) {
        var found = new ArrayList<Obstacle>();
        if (endedAt != null) found.add(new Obstacle.AlreadyEnded());
        if (answeredAt == null) found.add(new Obstacle.NoImmediateAnswer());
        if (done48 == null) found.add(new Obstacle.NotEvaluated(done24 == null));
        if (level == null || level < 1 || level > 3) found.add(new Obstacle.LevelOutOfCircuit());
        return List.copyOf(found);
    }

    /// What is due next: the 24 h, then the 48 h, then nothing.
    @Nullable Instant next() {
        if (endedAt != null) return null;
        if (done24 == null && done48 == null) return due24;
        return done48 == null ? due48 : null;
    }

    /// Whether an evaluation is late at `now`.
    boolean late(Instant now) {
        var next = next();
        return next != null && next.isBefore(now);
    }

    sealed interface Obstacle {
        record AlreadyEnded() implements Obstacle {}

        record NoImmediateAnswer() implements Obstacle {}

        /// @param neither whether the first one is missing too
        record NotEvaluated(boolean neither) implements Obstacle {}

        /// An urgency enters level 1, 2 or 3, never 0.
        record LevelOutOfCircuit() implements Obstacle {}
    }
}
