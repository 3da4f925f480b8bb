package fr.maillage.access;

/// Whether the structures of a person want a second factor at sign-in. Answered by the module that
/// keeps the settings.
public interface FactorPolicy {

    /// Whether this person must have a second factor.
    boolean compels(SignedIn who);
}
