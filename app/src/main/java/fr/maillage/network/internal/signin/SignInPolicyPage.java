package fr.maillage.network.internal.signin;

import fr.maillage.web.Sent;
import java.util.Map;

/// What the structure asks at sign-in.
///
/// @param without how many accounts have no second factor today
public record SignInPolicyPage(Sent form, Map<String, String> choices, String without) {}
