package fr.maillage.demo.internal;

import org.jspecify.annotations.Nullable;

/// The sentences of a first start, and the words of the demonstration's exits.
final class DemoText {

    static final String NOT_A_REGION =
            "--maillage.first-region est le code INSEE d’une région : 32 pour les Hauts-de-France, 76 pour l’Occitanie.";
    static final String FIRST_ACCOUNT =
            "Personne ne peut encore entrer. Pour créer la structure et son premier compte, relancez avec :\n"
                    + "  --maillage.first-account=identifiant --maillage.first-structure=\"Nom de la structure\"";

    static final String NO_FIRST_ACCOUNT =
            "Il manque l’identifiant du premier compte\u00a0: ajoutez --maillage.first-account=identifiant.";
    static final String NOT_A_LOGIN =
            "Cet identifiant ne convient pas\u00a0: de 3 à 40 lettres, chiffres, points ou traits d’union, par exemple "
                    + "--maillage.first-account=claire.dumont.";
    static final String NO_FIRST_STRUCTURE =
            "Il manque le nom de la structure, de 3 à 120 caractères\u00a0: ajoutez "
                    + "--maillage.first-structure=\"Nom de la structure\".";
    static final String SOMEBODY_ALREADY =
            "Des comptes existent déjà\u00a0: --maillage.first-account n’a rien créé. Les accès suivants se donnent dans "
                    + "Réglages, Équipe.";

    static final String NO_STRUCTURE_YET =
            "--maillage.operator-account\u00a0: aucune structure n’existe encore. Créez-la avec --maillage.first-account.";

    static final String OPERATOR_ALREADY =
            "Un exploitant existe déjà\u00a0: --maillage.operator-account n’a rien créé.";

    private DemoText() {}

    /// The words of an exit.
    static String exit(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "DECES" -> "décès";
            case "RELAIS" -> "relais";
            case "OBJECTIFS_ATTEINTS" -> "objectifs atteints";
            case "ENTREE_ETABLISSEMENT" -> "entrée en établissement";
            case "SOUHAIT" -> "souhait de la personne";
            case "DEMENAGEMENT" -> "déménagement";
            case "PERDUE_DE_VUE" -> "perdue de vue";
            default -> "décision du professionnel";
        };
    }

    static String operator(String login, String password) {
        return "Exploitant : identifiant « "
                + login
                + " », mot de passe « "
                + password
                + " ». Notez-le\u00a0: il ne sera plus affiché. Un autre sera choisi à la première connexion.";
    }

    static final String PHONE_TO_SAY = "à préciser";

    static String firstAccount(String login, String password) {
        return "Premier compte : identifiant « "
                + login
                + " », mot de passe « "
                + password
                + " ». Notez-le\u00a0: il ne sera plus affiché. Un autre sera choisi à la première connexion.";
    }
}
