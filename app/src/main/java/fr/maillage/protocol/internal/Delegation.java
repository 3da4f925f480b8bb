package fr.maillage.protocol.internal;

import java.util.Objects;

/// Acts transferred from one profession to another, or tasks an attending doctor delegates. Source:
/// loi HPST article 51 (CSP L.4011-1).
///
/// @param from who delegates, in words: « le médecin traitant »
/// @param to who does it: « l’infirmière formée à l’ETP »
/// @param basis the protocol authorised, the decree or the agreement it rests on
record Delegation(String from, String to, String basis) {
    Delegation {
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        basis = Objects.requireNonNullElse(basis, "");
    }

    static final Delegation NONE = new Delegation("", "", "");

    /// Whether it says who delegates what to whom, and on what it rests.
    boolean whole() {
        return !from.isBlank() && !to.isBlank() && !basis.isBlank();
    }
}
