package fr.maillage.access.internal;

/// The page where a password is chosen.
///
/// @param must nothing else opens before
public record PasswordPage(boolean must, String login, ChosenPassword.Refused refused) {}
