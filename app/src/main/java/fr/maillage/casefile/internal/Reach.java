package fr.maillage.casefile.internal;

import fr.maillage.access.Role;
import fr.maillage.casefile.CaseFiles.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a reader reaches into a file: which parts open, whether health content shows, and which
/// parts of the plan. Source: CSP L.1110-4, L.1110-12, R.1110-2; guide DGOS 2012, fiche L3 §3.
///
/// @param opens parts of the file that open; empty: the file does not exist for them
/// @param clinical health content may be shown
/// @param parts parts of the plan
record Reach(Set<Part> opens, boolean clinical, Set<String> parts) {

    /// Every part of a plan a member of the circle may be given.
    static final List<String> ALL_PARTS =
            List.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE", "TACHES");

    private static final Set<String> HEALTH =
            Set.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "EDUCATION");
    private static final Reach NOTHING = new Reach(Set.of(), false, Set.of());

    Reach {
        opens = Set.copyOf(opens);
        parts = Set.copyOf(parts);
    }

    /// What a role gives by itself, without looking at any circle; a professional gets nothing
    /// here.
    static Reach of(Role role) {
        return switch (role) {
            case COORDINATOR, DOCTOR ->
                    new Reach(Set.of(Part.values()), true, Set.copyOf(ALL_PARTS));
            case SECRETARY, HEAD -> new Reach(withoutHealthContent(), false, Set.of());
            case PATIENT ->
                    new Reach(
                            Set.of(
                                    Part.SYNTHESE,
                                    Part.PPS,
                                    Part.SUIVI,
                                    Part.CERCLE,
                                    Part.DROITS,
                                    Part.DOCUMENTS),
                            true,
                            Set.copyOf(ALL_PARTS));
            case PROFESSIONAL, AGENCY, NATIONAL, ADMIN -> NOTHING;
        };
    }

    /// What the memberships of one professional in one circle, as they are today, give together.
    /// The line of life, the requests and the rights stay inside the team: they tell what the
    /// person may have wished this professional not to know.
    static Reach of(List<Membership> memberships, Sharing sharing) {
        var given = new LinkedHashSet<String>();
        for (var membership : memberships) {
            if (sharing.opposedTo(membership)) return NOTHING;
            for (var part : membership.parts()) {
                if (membership.inCareTeam() || sharing.agreedOutside() || part.equals("TACHES"))
                    given.add(part);
            }
        }
        if (given.isEmpty()) return NOTHING;
        var opens = new LinkedHashSet<>(List.of(Part.SYNTHESE, Part.SUIVI));
        if (given.stream().anyMatch(part -> !part.equals("TACHES")))
            opens.addAll(List.of(Part.PPS, Part.CERCLE, Part.DOCUMENTS));
        if (given.contains("MEDICAL")) opens.add(Part.EVALUATIONS);
        return new Reach(opens, given.stream().anyMatch(HEALTH::contains), given);
    }

    /// Nothing but tasks: neither the precautions of the banner nor who else is around.
    boolean tasksOnly() {
        return parts.equals(Set.of("TACHES"));
    }

    private static Set<Part> withoutHealthContent() {
        var open = new LinkedHashSet<Part>();
        for (var part : Part.values()) if (!part.clinical()) open.add(part);
        return open;
    }

    /// A line of the circle that names this professional today.
    ///
    /// @param inCareTeam of the équipe de soins: others see nothing without the person's prior
    ///   agreement, their tasks excepted
    record Membership(
            UUID id, String name, @Nullable String rpps, Set<String> parts, boolean inCareTeam) {}
}
