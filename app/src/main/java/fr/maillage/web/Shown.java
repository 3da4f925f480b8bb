package fr.maillage.web;

import fr.maillage.web.FormFields.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The one form of a page that was refused or overtaken, with what was typed in it.
///
/// @param key of the form; empty when the page was merely asked for
public record Shown(String key, Typed typed, FormOutcome outcome) {

    /// A page merely asked for.
    public static Shown none() {
        return new Shown("", new Typed(Map.of()), FormOutcome.fresh());
    }

    /// Whether this form is the one.
    public boolean is(String form) {
        return key.equals(form);
    }

    /// What stands in a form.
    public Typed in(String form, Typed otherwise) {
        return is(form) ? typed : otherwise;
    }

    /// A form of the page, with what was typed in it when it is the one refused.
    ///
    /// @param tag the version it was read at
    public FormView form(
            String form,
            String action,
            String title,
            Typed otherwise,
            Function<Typed, List<FormView.Field>> fields,
            int tag,
            String submit) {
        return new FormView(
                form,
                action,
                title,
                null,
                fields.apply(in(form, otherwise)),
                String.valueOf(tag),
                is(form) ? outcome.conflict() : null,
                is(form) ? outcome.errors() : new FormErrors(),
                submit,
                is(form),
                null);
    }

    /// Why a button that has no form was refused; null otherwise.
    public @Nullable String why(List<String> forms) {
        return forms.contains(key) ? null : outcome.why();
    }
}
