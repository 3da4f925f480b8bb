package fr.maillage.planning.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;

import java.util.List;

/// The form of a visit asked for by hand.
///
/// @param known visits already asked for or in the agenda, in words, so that none is asked twice
public record AskPage(Banner banner, Sent form, FormErrors errors, List<String> known) {}
