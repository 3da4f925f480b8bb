package fr.maillage.casefile.internal;

import fr.maillage.web.FormErrors;
import java.io.Serial;

/// A rule refuses the act, and nothing of it was written: thrown inside the transaction so that the
/// token of the form stays unused. Carries the sentences for the form.
final class Refused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient FormErrors errors;

    Refused(FormErrors errors) {
        super("refused by a rule", null, false, false);
        this.errors = errors;
    }

    FormErrors errors() {
        return errors;
    }

    /// Throws when there is something wrong.
    static void unless(FormErrors errors) {
        if (!errors.none()) throw new Refused(errors);
    }
}
