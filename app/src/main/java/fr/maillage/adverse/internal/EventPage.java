package fr.maillage.adverse.internal;

import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One event, what became of it, and what may be done now.
///
/// @param person name and address of whom it is about; words alone when the file does not open
/// @param eigs what the law asks; null when it is none
/// @param missing why it cannot be closed yet
/// @param edit these forms are null for who does not keep the register, and once closed
public record EventPage(
        String href,
        String number,
        String type,
        String icon,
        String when,
        @Nullable String gravity,
        String gravityTone,
        @Nullable String consequence,
        @Nullable String person,
        @Nullable String personHref,
        @Nullable String professional,
        List<String> circumstances,
        List<String> immediate,
        String declared,
        @Nullable String eigs,
        String eigsSource,
        @Nullable String ars,
        @Nullable String part2,
        @Nullable String analysis,
        List<String> families,
        List<String> causes,
        List<Action> actions,
        @Nullable String closed,
        List<String> conclusion,
        List<String> missing,
        @Nullable FormView edit,
        @Nullable FormView analyse,
        @Nullable FormView arsForm,
        @Nullable FormView act,
        @Nullable FormView readers,
        @Nullable FormView close,
        @Nullable String why) {

    /// @param end how it ended, to be said; null once said or for who may not
    /// @param evaluate whether it helped, to be said
    public record Action(
            String title,
            String owner,
            String due,
            String state,
            String icon,
            String tone,
            @Nullable String ended,
            @Nullable String effect,
            String effectTone,
            String effectIcon,
            List<String> evaluation,
            @Nullable FormView end,
            @Nullable FormView evaluate) {}
}
