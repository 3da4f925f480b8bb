package fr.maillage.intake.internal;

import fr.maillage.platform.Mails.Outcome;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What the sender of a public form is given, kept in their session alone.
///
/// @param code told here only
/// @param mail what became of the acknowledgement; null when none was asked for
record SentReceipt(
        String number,
        String code,
        String when,
        String structure,
        String urgency,
        @Nullable Outcome mail)
        implements Serializable {

    static final String KEY = "demande-en-ligne.recu";

    SentReceipt mailed(Outcome outcome) {
        return new SentReceipt(number, code, when, structure, urgency, outcome);
    }

    boolean told() {
        return mail == Outcome.SENT || mail == Outcome.WAITING;
    }

    @Override
    public String toString() {
        return "SentReceipt[" + number + "]";
    }
}
