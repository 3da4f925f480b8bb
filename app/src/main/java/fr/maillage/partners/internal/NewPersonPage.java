package fr.maillage.partners.internal;

import fr.maillage.web.Sent;
import java.util.Map;

/// A professional no national file knows.
///
/// @param professions words by code
public record NewPersonPage(Sent form, Map<String, String> professions) {}
