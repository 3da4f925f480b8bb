package fr.maillage.web;

import java.io.Serial;

/// A rule refuses what a form asks, and nothing of it was written: thrown inside the transaction so
/// that it is rolled back and the token of the form stays unused. Carries the sentences for the
/// form; [FormOutcome#of] turns it into a 422.
public final class FormRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient FormErrors errors;

    public FormRefused(FormErrors errors) {
        super("refused by a rule", null, false, false);
        this.errors = errors;
    }

    /// Refused for one reason.
    public static FormRefused because(String field, String sentence) {
        return new FormRefused(new FormErrors().add(field, sentence));
    }

    /// What is wrong, a sentence a field.
    public FormErrors errors() {
        return errors;
    }

    /// Throws when there is something wrong.
    public static void unless(FormErrors errors) {
        if (!errors.none()) throw new FormRefused(errors);
    }
}
