package fr.maillage.directory.internal;

import fr.maillage.kernel.Rpps;
import fr.maillage.kernel.Typography;

/// Every French sentence of the directory.
final class DirectoryText {

    private DirectoryText() {}

    static String nobody(String typed) {
        return Rpps.parse(typed).isPresent()
                ? "Ce numéro RPPS n’est pas dans l’annuaire"
                        + Typography.NBSP
                        + ": vérifiez-le, ou écrivez le nom."
                : "Personne de ce nom dans l’annuaire. Le nom saisi sera gardé tel quel.";
    }

    static String noStructure() {
        return "Aucune structure de ce nom dans l’annuaire. Le nom saisi sera gardé tel quel.";
    }
}
