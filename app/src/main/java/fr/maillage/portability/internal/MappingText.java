package fr.maillage.portability.internal;

import fr.maillage.kernel.Typography;
import fr.maillage.portability.internal.reading.CodeSet;

/// Sentences of the pages of columns and values.
final class MappingText {

    /// An empty cell, or no such column.
    static final String NOTHING = "(vide, ou pas de colonne)";

    private MappingText() {}

    static String known(String name) {
        return name.isEmpty()
                ? "Un fichier aux mêmes intitulés a déjà été repris\u00A0: ses correspondances sont proposées."
                : "Les correspondances «\u00A0"
                        + name
                        + "\u00A0» sont proposées\u00A0: le fichier a les mêmes intitulés.";
    }

    static String lines(int count) {
        return count == 1 ? "une ligne" : Typography.number(count) + " lignes";
    }

    static String times(int times) {
        return times == 0 ? "" : times == 1 ? "une fois" : Typography.number(times) + " fois";
    }

    /// What it means to choose nothing.
    static String leaveOut(CodeSet set) {
        return switch (set) {
            case PRACTITIONER -> "Garder comme professionnel extérieur";
            case MEMBER -> "Sans référent, à attribuer ensuite";
            default -> "Ne pas reprendre cette valeur";
        };
    }
}
