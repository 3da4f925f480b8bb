package fr.maillage.casefile.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a circle of care as somebody wants it to be: who, in what role, from when to when, and
/// which parts of the plan they may see. Sources: CSP L.1110-4, R.1110-2 (who shares), L.1111-6
/// (person of trust); guide DGOS 2012, fiche D3 schéma 2 (coordonnateur de cas at level 3, main and
/// secondary actors).
///
/// @param kind PROFESSIONNEL, STRUCTURE or PROCHE
/// @param standing SOIGNANT, LISTE or HORS_LISTE for professionals and structures, null for
///   relatives
/// @param measure protection measure, of a legal representative
/// @param level level of the accompaniment, null when none is open
/// @param others the other lines of the same circle
record Circle(
        @Nullable UUID id,
        String kind,
        String role,
        @Nullable String standing,
        @Nullable String measure,
        String name,
        @Nullable String rpps,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        Set<String> parts,
        @Nullable Integer level,
        List<Held> others) {

    /// Roles that one person alone holds at a time.
    private static final Set<String> SINGLE =
            Set.of("MEDECIN_TRAITANT", "COORDONNATEUR_DE_CAS", "PERSONNE_DE_CONFIANCE");

    private static final Set<String> OF_RELATIVES =
            Set.of(
                    "AIDANT_PRINCIPAL",
                    "PERSONNE_A_PREVENIR",
                    "PERSONNE_DE_CONFIANCE",
                    "REPRESENTANT_LEGAL",
                    "PROCHE");

    Circle {
        parts = Set.copyOf(parts);
        others = List.copyOf(others);
    }

    /// Everything that stands in the way; empty when nothing does.
    List<Obstacle> obstacles() {
        var found = new ArrayList<Obstacle>();
        if (name.isEmpty()) found.add(new Obstacle.NameMissing());
        if (kind.equals("PROCHE") != OF_RELATIVES.contains(role)
                && !(role.equals("PERSONNE_DE_CONFIANCE") && kind.equals("PROFESSIONNEL"))
                && !(role.equals("REPRESENTANT_LEGAL"))) {
            found.add(new Obstacle.RoleNotOfKind());
        }
        if (kind.equals("STRUCTURE") && SINGLE.contains(role))
            found.add(new Obstacle.RoleNotOfKind());
        if (role.equals("REPRESENTANT_LEGAL") && measure == null)
            found.add(new Obstacle.MeasureMissing());
        if (!kind.equals("PROCHE") && standing == null) found.add(new Obstacle.StandingMissing());
        if ("HORS_LISTE".equals(standing)
                && parts.stream().anyMatch(part -> !part.equals("TACHES")))
            found.add(new Obstacle.TasksOnly());
        if (kind.equals("PROCHE") && !parts.isEmpty())
            found.add(new Obstacle.NoPartsForRelatives());
        if (role.equals("COORDONNATEUR_DE_CAS") && (level == null || level != 3))
            found.add(new Obstacle.CaseCoordinatorOutsideLevel3());
        if (since == null) {
            found.add(new Obstacle.SinceMissing());
        } else if (until != null && until.isBefore(since)) {
            found.add(new Obstacle.EndsBeforeStart());
        } else {
            var from = since;
            others.stream()
                    .filter(other ->
                            !other.id().equals(id) && other.meets(from, until) && sameRole(other))
                    .findFirst()
                    .ifPresent(other -> found.add(new Obstacle.RoleHeld(role, other.name())));
        }
        return List.copyOf(found);
    }

    private boolean sameRole(Held other) {
        if (!other.role().equals(role)) return false;
        if (SINGLE.contains(role)) return true;
        return rpps != null ? rpps.equals(other.rpps()) : other.name().equalsIgnoreCase(name);
    }

    /// A role held by somebody of the circle.
    record Held(
            UUID id,
            String role,
            String name,
            @Nullable String rpps,
            LocalDate since,
            @Nullable LocalDate until) {

        /// Whether they have a day in common.
        boolean meets(LocalDate from, @Nullable LocalDate to) {
            return (to == null || !since.isAfter(to)) && (until == null || !from.isAfter(until));
        }
    }

    /// What stands in the way.
    sealed interface Obstacle {
        record NameMissing() implements Obstacle {}

        record RoleNotOfKind() implements Obstacle {}

        record MeasureMissing() implements Obstacle {}

        record StandingMissing() implements Obstacle {}

        /// Home help paid by CESU, volunteer: not of the list of R.1110-2, tasks and crisis numbers
        /// only.
        record TasksOnly() implements Obstacle {}

        record NoPartsForRelatives() implements Obstacle {}

        record CaseCoordinatorOutsideLevel3() implements Obstacle {}

        record SinceMissing() implements Obstacle {}

        record EndsBeforeStart() implements Obstacle {}

        record RoleHeld(String role, String by) implements Obstacle {}
    }
}
