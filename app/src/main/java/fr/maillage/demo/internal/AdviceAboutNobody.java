package fr.maillage.demo.internal;

import fr.maillage.kernel.Ids;
import java.util.List;

/// A GP asks for advice about nobody in particular.
final class AdviceAboutNobody extends Story {

    AdviceAboutNobody(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var at = Life.at(day(-6), 12, 10);
        var doctor = near("MEDECIN_GENERALISTE", "62193");
        var coordinator = dac.coordinators().getLast();
        copy.add(
                Into.REFERRAL,
                dac.id(),
                Ids.at(at, random),
                at,
                "TELEPHONE",
                null,
                "MEDECIN",
                doctor.name(),
                "Médecin généraliste",
                doctor.rpps(),
                doctor.phone(),
                null,
                List.of("CONSEIL"),
                null,
                null,
                "Demande comment obtenir une place en accueil de jour.",
                "NORMALE",
                null,
                null,
                "SANS_OBJET",
                null,
                "62193",
                "CONSEIL",
                null,
                null,
                "Coordonnées de l’accueil de jour et du CLIC données.",
                null,
                null,
                null,
                null,
                coordinator.id(),
                at.plusSeconds(600),
                null,
                at.plusSeconds(900),
                coordinator.account(),
                at.plusSeconds(900),
                dac.only("SECRETARY").account(),
                dac.only("SECRETARY").name());
    }
}
