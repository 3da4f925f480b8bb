package fr.maillage.agenda.internal;

import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The form of a new appointment.
///
/// @param back where « Abandonner » leads
/// @param candidates persons near the typed name, to choose from
/// @param chosen the person the appointment is for, in words
/// @param household the family of the person chosen, for whom the visit may be too
/// @param conflict whether the refusal is something that may be overridden
public record NewAppointmentPage(
        AppointmentForm form,
        FormErrors errors,
        String back,
        List<AgendaPage.Choice> kinds,
        List<AgendaPage.Choice> members,
        List<AgendaPage.Choice> others,
        List<AgendaPage.Choice> resources,
        List<AgendaPage.Choice> repeats,
        List<AgendaPage.Choice> weekdays,
        List<AgendaPage.Choice> candidates,
        @Nullable String chosen,
        List<AgendaPage.Choice> household,
        boolean conflict) {}
