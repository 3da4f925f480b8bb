package fr.maillage.network.internal.signin;

import java.util.Map;
import fr.maillage.web.Sent;

/// What the structure asks at sign-in.
///
/// @param without how many accounts have no second factor today
public record SignInPolicyPage(Sent form, Map<String, String> choices, String without) {}
