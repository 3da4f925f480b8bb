package fr.maillage.space.internal;

import fr.maillage.web.Sent;

/// The form of a new discussion, or of an information.
///
/// @param information whether it is an information, with its last day
public record WritingPage(String space, String spaceTitle, boolean information, Sent form) {}
