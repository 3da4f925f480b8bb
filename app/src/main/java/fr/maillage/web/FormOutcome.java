package fr.maillage.web;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.function.Supplier;

/// What became of a form that was sent, the same for every page: done and where to go (303);
/// refused by a rule, its sentences beside the fields (422); or a colleague saved first (409). In
/// the last two cases nothing was written and the page shows everything typed again.
///
/// ```java
/// var outcome = FormOutcome.of(forms, once, page, () -> levels.change(id, form));
/// return outcome.end(response, flash, LevelText.CHANGED, () -> page(file, form, outcome, model));
/// ```
///
/// @param next address to go to when it was done, null otherwise
/// @param errors what the rules refuse; none when it was done or overtaken
/// @param conflict sentence when a colleague saved first, null otherwise
public record FormOutcome(
        @Nullable String next, HttpStatus status, FormErrors errors, @Nullable String conflict) {

    /// A page nobody sent yet.
    public static FormOutcome fresh() {
        return new FormOutcome(null, HttpStatus.OK, new FormErrors(), null);
    }

    /// Refused by rules that were asked before any transaction.
    public static FormOutcome refused(FormErrors errors) {
        return new FormOutcome(null, HttpStatus.UNPROCESSABLE_CONTENT, errors, null);
    }

    /// Somebody saved first.
    public static FormOutcome overtaken() {
        return new FormOutcome(null, HttpStatus.CONFLICT, new FormErrors(), WebText.CONFLICT);
    }

    /// Runs `act` once for this `token` and says what became of it. The act refuses by
    /// [FormRefused], and tells that somebody saved first by `OptimisticLockingFailureException`;
    /// anything else it throws is not an outcome and goes through.
    ///
    /// @param act answers the address to go to
    public static FormOutcome of(SentForms forms, @Nullable String token, Supplier<String> act) {
        try {
            return new FormOutcome(
                    forms.once(token, act), HttpStatus.SEE_OTHER, new FormErrors(), null);
        } catch (FormRefused refused) {
            return refused(refused.errors());
        } catch (OptimisticLockingFailureException _) {
            return overtaken();
        }
    }

    /// As above, for an act that always leads to `next`.
    public static FormOutcome of(
            SentForms forms, @Nullable String token, String next, Runnable act) {
        return of(
                forms,
                token,
                () -> {
                    act.run();
                    return next;
                });
    }

    /// The same, told otherwise to who was overtaken: of a button nothing was typed beside.
    public FormOutcome overtakenBy(String sentence) {
        return conflict == null ? this : new FormOutcome(next, status, errors, sentence);
    }

    /// Whether it was done.
    public boolean done() {
        return next != null;
    }

    /// Why it was not done, in one sentence, for a page that has no form to show it beside; null
    /// when it was done.
    public @Nullable String why() {
        return errors.none() ? conflict : errors.all().getFirst().getValue();
    }

    /// Ends the request: the redirect, with `toast` said once on the next page; or the status and
    /// the view that `again` prepares.
    public String end(
            HttpServletResponse response,
            RedirectAttributes after,
            String toast,
            Supplier<String> again) {
        if (next != null) {
            after.addFlashAttribute("toast", toast);
            return "redirect:" + next;
        }
        response.setStatus(status.value());
        return again.get();
    }
}
