package fr.maillage.careplan.internal;

import java.util.Arrays;
import java.util.Optional;

/// How it is known that the attending doctor received a plan.
enum ReceiptWay {
    PAGE("page du plan ouverte", false),
    TELEPHONE("confirmé par téléphone", true),
    COURRIER("confirmé par courrier, ou avis de réception postal", true),
    MSSANTE("accusé de lecture MSSanté", true),
    REMISE("remis en main propre", true),
    REUNION("présenté en réunion", true);

    private final String label;
    private final boolean noted;

    ReceiptWay(String label, boolean noted) {
        this.label = label;
        this.noted = noted;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// Whether somebody writes it down: the page being opened tells itself.
    boolean noted() {
        return noted;
    }

    /// The way a form names; empty for one that nobody may write down.
    static Optional<ReceiptWay> typed(String code) {
        return Arrays.stream(values()).filter(w -> w.noted && w.name().equals(code)).findFirst();
    }
}
