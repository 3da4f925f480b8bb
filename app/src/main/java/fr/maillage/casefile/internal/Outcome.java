package fr.maillage.casefile.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.SentForms;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/// What became of a form: done and where to go, or refused and why.
///
/// @param next address to go to when it was done
/// @param conflict sentence when a colleague saved first
record Outcome(@Nullable String next, int status, FormErrors errors, @Nullable String conflict) {

    /// A page nobody typed on yet.
    static final Outcome FRESH = new Outcome(null, 200, new FormErrors(), null);

    /// Does `act` once, and says what became of it.
    static Outcome of(SentForms forms, Sent sent, String next, Runnable act) {
        try {
            return new Outcome(
                    forms.once(
                            sent.text("_once"),
                            () -> {
                                act.run();
                                return next;
                            }),
                    303,
                    new FormErrors(),
                    null);
        } catch (Refused refused) {
            return new Outcome(null, 422, refused.errors(), null);
        } catch (OptimisticLockingFailureException _) {
            return new Outcome(null, 409, new FormErrors(), CaseFileText.CONFLICT);
        } catch (DataIntegrityViolationException e) {
            // two colleagues at once: the database holds the rule that both had checked
            var constraint = String.valueOf(e.getMostSpecificCause().getMessage());
            var role =
                    constraint.contains("one_attending_doctor")
                            ? "MEDECIN_TRAITANT"
                            : constraint.contains("one_case_coordinator")
                                    ? "COORDONNATEUR_DE_CAS"
                                    : constraint.contains("one_person_of_trust")
                                            ? "PERSONNE_DE_CONFIANCE"
                                            : null;
            if (role == null) throw e;
            return new Outcome(
                    null,
                    422,
                    new FormErrors().add("role", CaseFileText.roleHeld(role, null)),
                    null);
        }
    }
}
