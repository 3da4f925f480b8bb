package fr.maillage.rcp.internal;

import java.util.Set;

/// The part of the plan a decision is about: who was given none of it does not read it.
enum PlanPart {
    SOINS("Soins", "MEDICAL", Set.of("SOINS", "MEDICAL")),
    EDUCATION("Éducation thérapeutique", "EDUCATIF", Set.of("EDUCATION")),
    AIDE("Aide et vie quotidienne", "SOCIAL", Set.of("AIDE", "SOCIAL"));

    final String label;

    /// Domain of a goal.
    final String domain;

    private final Set<String> given;

    PlanPart(String label, String domain, Set<String> given) {
        this.label = label;
        this.domain = domain;
        this.given = given;
    }

    /// Whether somebody who was given these parts of the plan reads it; care is read by who cares.
    boolean readBy(Set<String> parts) {
        return whole(parts) || given.stream().anyMatch(parts::contains);
    }

    /// Whether they read what was said as well as what was decided.
    static boolean whole(Set<String> parts) {
        return parts.contains("MEDICAL") || parts.contains("SOINS");
    }
}
