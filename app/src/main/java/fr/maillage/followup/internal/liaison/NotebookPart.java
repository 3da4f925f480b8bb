package fr.maillage.followup.internal.liaison;

import fr.maillage.followup.internal.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// For whom a line of the notebook is: those who were given that part of the plan. Source: CSP
/// L.1110-4 (each what serves their part); that everybody around reads `TACHES`, and who is given
/// the medical part reads care too, is ours.
enum NotebookPart {
    TACHES("Tout le cercle"),
    SOINS("Les soignants"),
    MEDICAL("Le médecin"),
    PSYCHOLOGIQUE("Le soutien psychologique"),
    SOCIAL("L’action sociale"),
    EDUCATION("L’éducation thérapeutique"),
    AIDE("L’aide à domicile");

    final String label;

    NotebookPart(String label) {
        this.label = label;
    }

    /// Whether somebody who was given these parts of the plan reads it.
    boolean readBy(Set<String> given) {
        return this == TACHES
                || given.contains(name())
                || this == SOINS && given.contains("MEDICAL");
    }

    static List<NotebookPart> of(Set<String> given) {
        return Arrays.stream(values()).filter(p -> p.readBy(given)).toList();
    }

    static List<Choice> choices(List<NotebookPart> parts, String chosen) {
        return parts.stream()
                .map(p -> new Choice(p.name(), p.label, p.name().equals(chosen)))
                .toList();
    }
}
