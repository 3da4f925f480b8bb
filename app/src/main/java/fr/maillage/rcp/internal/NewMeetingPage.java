package fr.maillage.rcp.internal;

import fr.maillage.web.FormView;

/// The form of a new meeting.
public record NewMeetingPage(FormView form) {}
