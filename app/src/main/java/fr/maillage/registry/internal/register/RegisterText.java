package fr.maillage.registry.internal.register;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.registry.internal.sheet.SheetText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The French words of the list, of the financed networks and of the exports.
final class RegisterText {

    static final String OUTSIDE = "Hors périmètre du guide";
    static final String OF_A_DOCUMENT = "D’après un document de 2011-2012";
    static final String SUPPORTS = "sans inclusion directe";
    static final String ENTRANCE = "Répond au guichet";
    static final List<String> HEADS =
            List.of(
                    "nom",
                    "type",
                    "niveau",
                    "forme juridique",
                    "thèmes",
                    "territoire déclaré",
                    "commune",
                    "téléphone",
                    "ouverte le",
                    "fermée le",
                    "répond au guichet",
                    "inclut directement",
                    "type du guide",
                    "provenance",
                    "source");
    static final String SHEET = "Registre";

    private RegisterText() {}

    /// Above the list of what is expected.
    ///
    /// @param subject words of the only one listed; null for all
    static String expected(@Nullable String subject) {
        return subject == null ? "Toutes les attentes" : subject;
    }

    /// « en réunion, le 12 mars 2026, par 14 personnes ».
    static String heard(String how, LocalDate day, @Nullable Integer people) {
        return how
                + ", le "
                + FrenchDates.date(day)
                + (people == null
                        ? ""
                        : ", par " + people + (people > 1 ? " personnes" : " personne"));
    }

    static String found(int count) {
        return count == 0
                ? "Aucune structure"
                : Typography.number(count) + (count == 1 ? " structure" : " structures");
    }

    static String family(String code) {
        return switch (code) {
            case "COORDINATION" -> "Coordination";
            case "SOINS" -> "Exercice regroupé";
            case "PARTENAIRE" -> "Partenaires";
            case "EXPERTISE" -> "Expertise";
            default -> "Fédérations";
        };
    }

    static String level(@Nullable String code) {
        return code == null
                ? ""
                : switch (code) {
                    case "REGIONAL" -> "régional";
                    case "TERRITORIAL" -> "territorial";
                    default -> "infra-territorial";
                };
    }

    static String guide(@Nullable String code) {
        return code == null ? "" : SheetText.GUIDE_TYPES.getOrDefault(code, code);
    }

    static String fund(String code) {
        return SheetText.FUNDS.getOrDefault(code, code);
    }

    static String provenance(String code) {
        return switch (code) {
            case "DECLAREE" -> "déclarée par la structure";
            case "DOCUMENT" -> "lue dans un document public";
            default -> "fictive, pour la démonstration";
        };
    }
}
