package fr.maillage.access.internal;

/// What may happen to an account, in the words of its history.
enum AccountDeed {
    OPENED("Compte ouvert par invitation"),
    CODES_ENROLLED("Code à usage unique activé"),
    CODES_REMOVED("Code à usage unique retiré"),
    PASSKEY_ADDED("Clé d’accès ajoutée"),
    PASSKEY_REMOVED("Clé d’accès retirée"),
    RECOVERY_MADE("Codes de secours renouvelés"),
    RECOVERY_USED("Connexion par un code de secours"),
    FACTORS_RESET("Second facteur réinitialisé"),
    SESSIONS_ENDED("Sessions fermées"),
    PASSWORD_GIVEN("Nouveau mot de passe remis");

    private final String label;

    AccountDeed(String label) {
        this.label = label;
    }

    /// The words on screen.
    String label() {
        return label;
    }
}
