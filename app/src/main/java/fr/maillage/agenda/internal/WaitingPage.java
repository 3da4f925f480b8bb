package fr.maillage.agenda.internal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Past appointments without an outcome.
///
/// @param count all of them, whatever the page
/// @param here the address of this page
public record WaitingPage(
        int count,
        String query,
        String agenda,
        List<AgendaPage.Line> lines,
        List<AgendaPage.Choice> outcomes,
        String here,
        @Nullable String previous,
        @Nullable String next) {}
