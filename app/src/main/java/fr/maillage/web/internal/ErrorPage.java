package fr.maillage.web.internal;

/// @param reference to quote when calling for help; empty when there is nothing to quote
public record ErrorPage(
        int status, String title, String what, String safe, String todo, String reference) {}
