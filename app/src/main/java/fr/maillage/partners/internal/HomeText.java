package fr.maillage.partners.internal;

import fr.maillage.directory.NationalEditions.InUse;
import fr.maillage.directory.Source;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the first page of the directory, of the list of partners and of the
/// choice of a person.
final class HomeText {

    static final String STRUCTURES = "Établissements et services partenaires";
    static final String STRUCTURE_ADDED = "Structure ajoutée au carnet.";

    /// Examples about a person: the place is hers.
    static final Map<String, String> EXAMPLES_NEAR_A_PERSON =
            PartnersText.words(
                    "infirmier", "infirmier à moins de 10 km",
                    "kine", "kiné à domicile",
                    "medecin", "médecin généraliste",
                    "ssiad", "SSIAD avec une place libre",
                    "aide", "aide à domicile",
                    "reseau", "psychologue dans notre réseau");

    private HomeText() {}

    /// Examples anywhere, by code.
    ///
    /// @param commune of the structure; null when it gives none
    static Map<String, String> examples(@Nullable String commune) {
        var examples = new LinkedHashMap<String, String>();
        examples.put("infirmier", "infirmier libre" + place(" à moins de 15 km de ", commune));
        examples.put("kine", "kiné à domicile" + place(" à ", commune));
        examples.put("specialiste", "cardiologue" + place(" près de ", commune));
        examples.put("ehpad", "EHPAD" + place(" à moins de 10 km de ", commune));
        examples.put("ssiad", "SSIAD avec une place libre");
        examples.put("reseau", "psychologue dans notre réseau");
        return examples;
    }

    private static String place(String before, @Nullable String commune) {
        return commune == null ? "" : before + commune;
    }

    /// What a source brings.
    static String held(Source source) {
        return switch (source) {
            case PERSONNES -> "Activités de professionnels";
            case ANNUAIRE_FHIR -> "Activités, relues la nuit";
            case SAVOIR_FAIRE -> "Savoir-faire";
            case DIPLOMES -> "Diplômes et autorisations";
            case MSSANTE -> "Messageries sécurisées";
            case FINESS -> "Établissements et services";
            case ROR -> "Offres";
            case ROR_FHIR -> "Offres, relues la nuit";
            case COMMUNES, FUSIONS, POPULATIONS -> "Communes";
        };
    }

    /// « extraction du 31 mai 2026 », « chargé le 2 juin 2026 ».
    static String edition(InUse edition) {
        return (edition.extracted() ? "extraction du " : "chargé le ")
                + FrenchDates.date(edition.day());
    }

    /// « Douai, depuis le 13 mai 2026 », « Douai, 3 fois, la dernière le 13 mai 2026 ».
    static String missed(String commune, LocalDate since, int times) {
        return times == 1
                ? commune + ", depuis le " + FrenchDates.date(since)
                : commune + ", " + times + " fois, la dernière le " + FrenchDates.date(since);
    }

    /// « Savoir-faire : extraction du 31 mai 2026. Diplômes : chargé le 2 juin 2026. »
    static String qualified(@Nullable InUse skills, @Nullable InUse diplomas) {
        return "Annuaire Santé. "
                + String.join(
                        ". ",
                        Stream.of(told("Savoir-faire", skills), told("Diplômes", diplomas))
                                .filter(words -> !words.isEmpty())
                                .toList())
                + ".";
    }

    private static String told(String what, @Nullable InUse edition) {
        return what
                + Typography.NBSP
                + ": "
                + (edition == null ? "fichier jamais chargé" : edition(edition));
    }

    /// Which persons are shown to choose from.
    static String chosenAmong(String typed, int shown) {
        if (typed.isEmpty())
            return shown == 0
                    ? "Vous n’avez ouvert aucun dossier récemment\u00A0: cherchez la personne."
                    : "Les derniers dossiers que vous avez ouverts.";
        return shown == 0
                ? "Personne de ce nom parmi les dossiers qui vous sont ouverts."
                : shown == 1
                        ? "1 personne proche de ce nom."
                        : shown + " personnes proches de ce nom.";
    }

    /// « dans 3 cercles ».
    static String persons(int persons) {
        return "dans " + persons + (persons > 1 ? " cercles" : " cercle");
    }
}
