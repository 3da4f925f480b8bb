package fr.maillage.registry.internal.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a network stands in the reform in two steps: its state first, then a contract. Source:
/// guide DGOS 2012, partie 1 §3.
public enum Step {
    REVIEW_TO_DO("is-due"),
    REVIEWING("is-info"),
    TO_NEGOTIATE("is-due"),
    NEGOTIATING("is-info"),
    SIGNED("is-done"),
    OVER("is-late"),
    NO_CONTRACT("");

    private final String css;

    Step(String css) {
        this.css = css;
    }

    String css() {
        return css;
    }

    /// @param review code of the state; null when nobody began
    /// @param contract code of the contract; null as well
    /// @param ends last day of the contract; null when it has none
    static Step of(
            @Nullable String review,
            @Nullable String contract,
            @Nullable LocalDate ends,
            LocalDate today) {
        if (review == null || contract == null || review.equals("A_FAIRE")) return REVIEW_TO_DO;
        if (review.equals("EN_COURS")) return REVIEWING;
        return switch (contract) {
            case "EN_NEGOCIATION" -> NEGOTIATING;
            case "SIGNE" -> ends != null && ends.isBefore(today) ? OVER : SIGNED;
            case "SANS_OBJET" -> NO_CONTRACT;
            default -> TO_NEGOTIATE;
        };
    }
}
