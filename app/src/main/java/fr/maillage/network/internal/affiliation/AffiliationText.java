package fr.maillage.network.internal.affiliation;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.internal.affiliation.Affiliation.Left;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sentences of the pages about the professionals of the network.
final class AffiliationText {

    static final String SAVED = "Enregistré.";
    static final String ALREADY = "Ce numéro RPPS est déjà celui d’un professionnel de la liste.";
    static final String RPPS =
            "Ce n’est pas un numéro RPPS\u00A0: onze chiffres, le dernier est une clé.";
    static final String LEFT_EARLY = "La sortie précède l’adhésion, ou la personne n’a pas adhéré.";
    static final String WHY = "Une sortie volontaire se note avec sa raison.";
    static final String NOT_OUTSIDE = "Cette personne a déjà adhéré.";

    private AffiliationText() {}

    static Map<String, String> statuses() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Affiliation.Status.values()).forEach(s -> words.put(s.name(), s.label()));
        return words;
    }

    static Map<String, String> exits() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Left.values()).forEach(l -> words.put(l.name(), l.label()));
        return words;
    }

    /// « Sortie volontaire le 2 juin 2026 : trop de réunions ».
    static String left(Left how, LocalDate day, @Nullable String why) {
        return how.label() + " le " + FrenchDates.date(day) + (why == null ? "" : "\u00A0: " + why);
    }

    /// « dont 3 de leur fait », "" for none.
    static String voluntary(int people) {
        return people == 0 ? "" : "dont " + people + " de leur fait";
    }
}
