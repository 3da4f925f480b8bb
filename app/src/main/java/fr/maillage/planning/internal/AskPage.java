package fr.maillage.planning.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;

/// The form of a visit asked for by hand.
public record AskPage(Banner banner, Sent form, FormErrors errors) {}
