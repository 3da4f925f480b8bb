package fr.maillage.web;

import fr.maillage.web.FormFields.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A form that was sent and the way to answer it, as one parameter of a handler. What every form
/// does (once, refused, overtaken, led on) is said here and not in each handler.
///
/// ```java
/// @PostMapping
/// String change(@PathVariable UUID id, Submission sent) {
///     var form = sent.form();
///     return sent.end(
///             Act.to(page(id), LevelText.CHANGED, () -> levels.change(id, form)),
///             outcome -> sent.show("casefile/level", screens.level(id, form, outcome)));
/// }
/// ```
public final class Submission {

    /// The view of a form that was saved without leaving its page.
    public static final String SAID = "web/said";

    private final Sent form;
    private final SentForms forms;
    private final ModelMap model;
    private final HttpServletResponse response;
    private final RedirectAttributes after;
    private final boolean inPlace;
    private @Nullable String said;

    /// @param inPlace sent from a dialog: nothing follows it
    public Submission(
            MultiValueMap<String, String> values,
            SentForms forms,
            ModelMap model,
            HttpServletResponse response,
            RedirectAttributes after,
            boolean inPlace) {
        this.form = new Sent(values);
        this.forms = forms;
        this.model = model;
        this.response = response;
        this.after = after;
        this.inPlace = inPlace;
    }

    /// What was typed.
    public Sent form() {
        return form;
    }

    /// Everything typed, by name of field.
    public MultiValueMap<String, String> values() {
        return form.values();
    }

    /// What was typed, for a page that holds several forms.
    public Typed typed() {
        return Typed.of(values());
    }

    /// The first value of a field without the spaces around it; "" when absent.
    public String text(String field) {
        return form.text(field);
    }

    /// Kept for the page it leads to, besides the toast: an act that can be undone, a word told
    /// once. A handler that asks for its own `RedirectAttributes` beside this would lose the toast.
    public void keep(String name, Object value) {
        after.addFlashAttribute(name, value);
    }

    /// What was done, in place of the words of the [Act], when only doing it tells.
    public void say(String sentence) {
        said = sentence;
    }

    /// Does `act` once for this form and ends the request, as [FormOutcome] says. A form sent from
    /// a dialog over another page is answered by its sentence alone, so that this page stays.
    ///
    /// @param again shows the form again; answers the view
    public String end(Act act, Function<FormOutcome, String> again) {
        var outcome = FormOutcome.of(forms, form.value("_once"), act.work());
        var toast = said == null ? act.toast() : said;
        if (inPlace && outcome.done()) {
            model.addAttribute("said", toast);
            return SAID;
        }
        return outcome.end(response, after, toast, () -> again.apply(outcome));
    }

    /// As [#end(Act, Function)], for one form of a page that may hold several: refused or
    /// overtaken, the page is shown again with what was typed in that form.
    ///
    /// ```java
    /// return sent.end(
    ///         Act.to(HOME, HelpText.NOTED, () -> given.note(patient, sent.typed())),
    ///         "aide",
    ///         "help/person",
    ///         shown -> screens.page(file, shown));
    /// ```
    ///
    /// @param form its key in the page
    /// @param page the page, told which of its forms is shown again
    public String end(Act act, String form, String view, Function<Shown, ?> page) {
        return end(act, outcome -> show(view, page.apply(shown(form, outcome))));
    }

    /// This form, for the page it is shown on again.
    public Shown shown(String form, FormOutcome outcome) {
        return new Shown(form, typed(), outcome);
    }

    /// The view, with its page.
    public String show(String view, Object page) {
        model.addAttribute("page", page);
        return view;
    }

    /// What a form does.
    ///
    /// @param toast said once on the next page
    /// @param work answers the address to go to; refuses by [FormRefused]
    public record Act(String toast, Supplier<String> work) {

        /// An act that always leads to `next`.
        public static Act to(String next, String toast, Runnable work) {
            return new Act(
                    toast,
                    () -> {
                        work.run();
                        return next;
                    });
        }
    }
}
