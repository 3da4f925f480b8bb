package fr.maillage.offer.internal;

import fr.maillage.directory.Offers;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.SpeedModel;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every French sentence of the module.
final class OfferText {

    static final String NO_COMMUNE = "Commune inconnue. Choisissez-la dans la liste proposée.";
    static final String NO_NEED = "Choisissez un besoin.";
    static final String NOTED = "Besoin noté. Il paraît dans la liste des besoins non couverts.";
    static final String ENDED = "C’est noté.";
    static final String TO_COME = "Ce jour n’est pas encore venu.";
    static final String BEFORE = "Ce jour précède celui où le besoin est apparu.";
    static final String LONG = "Ce texte dépasse 2 000 caractères.";
    static final String HOW = "Dites ce qui l’a couvert, ou pourquoi on y renonce.";
    static final String SOURCE =
            "guide DGOS 2012, fiche O1 §3 (manques dans l’offre existante, besoins non couverts)";

    private OfferText() {}

    static String family(String code) {
        return switch (code) {
            case "SOINS" -> "Soins";
            case "AIDE" -> "Aide";
            case "REPIT" -> "Répit";
            case "EXPERTISE" -> "Expertise";
            case "HEBERGEMENT" -> "Hébergement";
            default -> code;
        };
    }

    static String places(Offers.Offer offer) {
        var free = offer.placesFree();
        var total = offer.placesTotal();
        if (free == null) return "places non dites";
        if (free == 0) return total == null ? "complet" : "complet (" + total + ")";
        return count(free, "place") + (total == null ? "" : " sur " + total);
    }

    static String tone(Offers.Offer offer) {
        var free = offer.placesFree();
        return free == null ? "" : free == 0 ? "is-late" : "is-done";
    }

    static @Nullable String said(@Nullable Instant at, LocalDate today) {
        if (at == null) return null;
        return "dit le " + FrenchDates.shortDay(LocalDate.ofInstant(at, FrenchDates.PARIS), today);
    }

    static String detail(Offers.Offer offer) {
        var said = new java.util.ArrayList<String>();
        var mode = offer.mode();
        if (mode != null)
            said.add(
                    switch (mode) {
                        case "DOMICILE" -> "à domicile";
                        case "SUR_PLACE" -> "sur place";
                        default -> "à distance";
                    });
        var from = offer.ageFrom();
        var to = offer.ageTo();
        if (from != null && to != null && to < 110) said.add("de " + from + " à " + to + " ans");
        else if (from != null && from > 0) said.add("à partir de " + from + " ans");
        else if (to != null && to < 110) said.add("jusqu’à " + to + " ans");
        if (offer.hours() != null) said.add(offer.hours());
        return String.join(" · ", said);
    }

    /// How far, in words.
    static String way(int km, int minutes) {
        return km + Typography.NBSP + "km, " + minutes + Typography.NBSP + "min";
    }

    static String unknownWay() {
        return "se déplace ici";
    }

    static String summary(List<NearPage.Line> offers, long free, String commune, int km) {
        if (offers.isEmpty())
            return "Aucune offre connue à moins de " + km + " km de " + commune + ".";
        return count(offers.size(), "offre")
                + ", dont "
                + free
                + " avec de la place, à moins de "
                + km
                + " km de "
                + commune
                + " ou qui s’y déplace"
                + (offers.size() > 1 ? "nt" : "")
                + ".";
    }

    static String count(int n, String word) {
        return n + Typography.NBSP + word + (n > 1 ? "s" : "");
    }

    static String speed(SpeedModel model) {
        return "Distances à vol d’oiseau entre communes × "
                + model.detourPercent() / 100
                + ","
                + String.format("%02d", model.detourPercent() % 100)
                + ", à "
                + model.urbanKmh()
                + " km/h en ville et "
                + model.ruralKmh()
                + " km/h ailleurs\u00A0: les mêmes réglages que les tournées.";
    }

    static String state(String code) {
        return switch (code) {
            case "OUVERT" -> "Ouvert";
            case "COUVERT" -> "Couvert";
            case "ABANDONNE" -> "Abandonné";
            default -> code;
        };
    }

    static String tone(String state) {
        return switch (state) {
            case "OUVERT" -> "is-due";
            case "COUVERT" -> "is-done";
            default -> "";
        };
    }

    static String timeline(String need) {
        return "Besoin non couvert" + Typography.NBSP + ": " + need;
    }
}
