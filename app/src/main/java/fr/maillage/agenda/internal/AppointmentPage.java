package fr.maillage.agenda.internal;

import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One appointment: what it is, what became of it, and the form to move or change it.
///
/// @param file address of the person’s file
/// @param series how it repeats, in words; null when it does not
/// @param conflict sentence when a colleague changed it first, null otherwise
/// @param meanwhile what they did, when there is a conflict
/// @param mine what was asked for and not done, when there is a conflict
/// @param warned whether the refusal is something that may be overridden
/// @param elsewhere the page that holds it, where it is moved; null when the agenda does
/// @param changes what was moved, the latest first
public record AppointmentPage(
        String id,
        String title,
        String when,
        String agenda,
        List<Fact> facts,
        @Nullable String person,
        @Nullable String file,
        @Nullable String outcome,
        boolean past,
        @Nullable String series,
        int following,
        int version,
        AppointmentForm form,
        FormErrors errors,
        @Nullable String conflict,
        List<String> meanwhile,
        @Nullable String mine,
        boolean warned,
        List<AgendaPage.Choice> members,
        List<AgendaPage.Choice> others,
        List<AgendaPage.Choice> resources,
        List<AgendaPage.Choice> outcomes,
        List<String> changes,
        @Nullable String elsewhere) {

    /// A word and what it says.
    public record Fact(String label, String value) {}
}
