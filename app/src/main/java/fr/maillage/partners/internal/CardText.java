package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Offers.Offer;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.partners.internal.CardPage.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every French sentence about where a card comes from, and about an offer on its card.
final class CardText {

    private CardText() {}

    /// Who says it.
    static String source(Partner partner) {
        if (partner.local()) return "Carnet de la structure";
        return partner.nature() == Nature.OFFRE
                ? "Répertoire de l’offre (ROR)"
                : "Annuaire national";
    }

    /// What the ROR says of an offer beside where it is.
    static List<Line> said(Offer offer, LocalDate today) {
        var said = new ArrayList<Line>();
        add(said, "Activité", offer.kind());
        add(said, "Places", places(offer, today));
        add(
                said,
                "Où",
                switch (offer.mode()) {
                    case null -> null;
                    case "DOMICILE" -> "Au domicile de la personne";
                    case "A_DISTANCE" -> "À distance";
                    default -> "Sur place";
                });
        add(said, "Âges", ages(offer.ageFrom(), offer.ageTo()));
        add(said, "Horaires", offer.hours());
        add(said, "Mis à jour", FrenchDates.relative(offer.updatedAt(), today));
        return List.copyOf(said);
    }

    private static void add(List<Line> said, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) said.add(new Line(label, words));
    }

    /// « 5 libres sur 60, dit il y a 3 j »; null when nobody said.
    private static @Nullable String places(Offer offer, LocalDate today) {
        var free = offer.placesFree();
        var total = offer.placesTotal();
        var at = offer.availableAt();
        if (free == null) return total == null ? null : total + " en tout, libres non renseignées";
        return PartnersText.places(free)
                + (total == null ? "" : " sur " + total)
                + (at == null ? "" : ", dit " + FrenchDates.relative(at, today));
    }

    private static @Nullable String ages(@Nullable Integer from, @Nullable Integer to) {
        if (from == null && to == null) return null;
        if (to == null) return "À partir de " + from + " ans";
        return from == null ? "Jusqu’à " + to + " ans" : "De " + from + " à " + to + " ans";
    }
}
