package fr.maillage.web;

/// How a state is shown: a word, a colour and an icon, since colour never says it alone.
///
/// @param label the words on screen
/// @param tone class of the style sheet: is-late, is-due, is-info, is-done, or nothing
public record Mark(String label, String tone, String icon) {}
