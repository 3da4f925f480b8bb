package fr.maillage.demo.internal;

import java.util.List;

/// 67, Calais: the landlord reports squalor; he refuses; level 0, looked at again in three months.
final class MonsieurTM extends Story {

    MonsieurTM(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var life =
                life(
                        dac,
                        "TASSART",
                        20,
                        new Life.Who(
                                "M.",
                                null,
                                "T.",
                                "M",
                                today.minusYears(67).minusDays(10),
                                places.get("62193"),
                                true,
                                true,
                                null,
                                "A_DECLARER",
                                null,
                                true,
                                null,
                                null,
                                "Identité limitée à ses initiales : il n’a pas souhaité la donner."));
        var asked = life.at(day(-20), 9, 40);
        var request =
                life.intake.request(
                        asked,
                        "BAILLEUR",
                        "Bailleur social fictif de Calais",
                        "Gardien",
                        null,
                        List.of("ISOLEMENT_PRECARITE"),
                        "« Laissez-moi tranquille. »",
                        "NORMALE",
                        "REFUSE",
                        "SANS_MT",
                        "PRECARITE",
                        "CONSEIL",
                        0,
                        life.coordinator,
                        null,
                        null);
        life.intake.analysis(
                request, life.at(day(-18), 11, 0), found("S2"), 0, null, "SANS_MT", null);
        life.file.include(
                request, "PRECARITE", day(-17), 0, "VEILLE", null, null, null, null, null);
        life.file.level(day(-17), 0, "Refus de la personne : veille, revue dans trois mois");
        life.mail.message(
                life.at(day(-17), 15, 0),
                "ADRESSEUR",
                "Bailleur social fictif de Calais",
                null,
                "REPONSE_ADRESSEUR",
                "Accusé de réception de votre signalement",
                "Nous avons bien reçu votre signalement et vous en remercions.",
                request,
                true);
        life.followup.contact(
                life.at(day(-17), 10, 0),
                "VISITE",
                false,
                "M. T.",
                "Personne",
                "JOINT",
                "Passage à domicile",
                "N’ouvre pas la porte, remercie.",
                "Revenir dans trois mois",
                false);
    }
}
