package fr.maillage.partners.internal;

import fr.maillage.web.Sent;
import java.util.Map;

/// A structure no national file knows.
///
/// @param kinds words by code
public record NewStructurePage(Sent form, Map<String, String> kinds) {}
