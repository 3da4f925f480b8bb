package fr.maillage.demo.internal;

import java.util.List;
import java.util.SplittableRandom;

/// Three papers that reached the platform without a name one can be sure of.
final class PapersInTheTray extends Story {

    PapersInTheTray(Stage stage) {
        super(stage);
    }

    @Override
    void write() {
        var admission =
                List.of(
                        "Madame L., 84 ans, a été adressée aux urgences le matin pour une chute sans perte de connaissance. Radiographies sans fracture. Retour à domicile accompagnée par sa fille.",
                        "Surveillance à domicile conseillée, contact à prendre avec la coordination du territoire.");
        DocumentPart.waiting(
                copy,
                platform,
                Life.at(day(-9), 9, 40),
                "Télécopie des urgences",
                "Service des urgences (établissement fictif)",
                Paper.letter(
                        "Service des urgences (établissement fictif)",
                        "Passage aux urgences",
                        admission),
                String.join("\n", admission));
        var notice =
                List.of(
                        "Votre demande de prestation a bien été reçue et sera étudiée dans un délai de deux mois.",
                        "Pièces manquantes : justificatif de domicile de moins de trois mois, avis d’imposition.");
        DocumentPart.waiting(
                copy,
                platform,
                Life.at(day(-2), 14, 5),
                "Accusé de réception du département",
                "Département (courrier fictif)",
                Paper.letter("Département (courrier fictif)", "Accusé de réception", notice),
                String.join("\n", notice));
        DocumentPart.waiting(
                copy,
                platform,
                Life.at(today, 8, 10),
                "Numérisation du matin",
                null,
                Paper.scan(new SplittableRandom(12)),
                null);
    }
}
