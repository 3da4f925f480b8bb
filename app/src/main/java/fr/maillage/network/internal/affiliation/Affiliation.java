package fr.maillage.network.internal.affiliation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Words of a professional's place in the network.
final class Affiliation {

    /// How they work (REQ-DIRECTORY-08).
    enum Status {
        LIBERAL("Libéral"),
        SALARIE("Salarié"),
        HOSPITALIER("Hospitalier");

        final String label;

        Status(String label) {
            this.label = label;
        }
    }

    /// How they left; a voluntary exit has its reason.
    enum Left {
        VOLONTAIRE("Sortie volontaire"),
        RETRAITE("Retraite"),
        DEMENAGEMENT("Déménagement"),
        DECES("Décès"),
        AUTRE("Autre");

        final String label;

        Left(String label) {
            this.label = label;
        }
    }

    static final String SAVED = "Enregistré.";
    static final String ALREADY = "Ce numéro RPPS est déjà celui d’un professionnel de la liste.";
    static final String RPPS =
            "Ce n’est pas un numéro RPPS : onze chiffres, le dernier est une clé.";
    static final String LEFT_EARLY = "La sortie précède l’adhésion, ou la personne n’a pas adhéré.";
    static final String WHY = "Une sortie volontaire se note avec sa raison.";

    private Affiliation() {}

    static Map<String, String> statuses() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Status.values()).forEach(s -> words.put(s.name(), s.label));
        return words;
    }

    static Map<String, String> exits() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Left.values()).forEach(l -> words.put(l.name(), l.label));
        return words;
    }
}
