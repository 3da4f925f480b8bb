package fr.maillage.demo.internal;

/// The sentences of a first start.
final class DemoText {

    static final String FIRST_ACCOUNT =
            "Personne ne peut encore entrer. Pour créer la structure et son premier compte, relancez avec :\n"
                    + "  --maillage.first-account=identifiant --maillage.first-structure=\"Nom de la structure\"";

    private DemoText() {}

    static String firstAccount(String login, String password) {
        return "Premier compte : identifiant « "
                + login
                + " », mot de passe « "
                + password
                + " ». Notez-le : il ne sera plus affiché.";
    }
}
