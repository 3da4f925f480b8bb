package fr.maillage.network.internal.team;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A leave with its replacement, and what forbids one. The rules leave no chain: who replaces is
/// there on all these days, and who goes replaces nobody on any of them.
record Absence(UUID member, UUID replacement, LocalDate since, LocalDate until) {

    /// Reasons of an absence.
    enum Reason {
        CONGE("Congé"),
        MALADIE("Maladie"),
        FORMATION("Formation"),
        AUTRE("Autre");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// What is wrong, on which field.
    enum Obstacle {
        END_BEFORE_START("until"),
        ONESELF("replacement"),
        ALREADY_AWAY("since"),
        REPLACEMENT_AWAY("replacement"),
        REPLACES_SOMEBODY("member"),
        REPLACEMENT_LEFT("replacement");

        private final String field;

        Obstacle(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /// The first thing that forbids it, if any.
    ///
    /// @param others leaves that stand already
    /// @param leaves last day of the replacement in the team, null when they stay
    Optional<Obstacle> obstacle(List<Absence> others, @Nullable LocalDate leaves) {
        if (until.isBefore(since)) return Optional.of(Obstacle.END_BEFORE_START);
        if (replacement.equals(member)) return Optional.of(Obstacle.ONESELF);
        var meanwhile =
                others.stream()
                        .filter(o -> !o.since.isAfter(until) && !o.until.isBefore(since))
                        .toList();
        if (meanwhile.stream().anyMatch(o -> o.member.equals(member)))
            return Optional.of(Obstacle.ALREADY_AWAY);
        if (meanwhile.stream().anyMatch(o -> o.member.equals(replacement)))
            return Optional.of(Obstacle.REPLACEMENT_AWAY);
        if (meanwhile.stream().anyMatch(o -> o.replacement.equals(member)))
            return Optional.of(Obstacle.REPLACES_SOMEBODY);
        if (leaves != null && leaves.isBefore(until)) return Optional.of(Obstacle.REPLACEMENT_LEFT);
        return Optional.empty();
    }
}
