package fr.maillage.demo.internal;

import fr.maillage.kernel.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// What the head of a structure made of the templates of letters: a version of her own of a shipped
/// one, and one beside them.
final class TemplatePart {

    private final Copy copy;
    private final Structure structure;
    private final LocalDate today;

    TemplatePart(Copy copy, Structure structure, LocalDate today) {
        this.copy = copy;
        this.structure = structure;
        this.today = today;
    }

    /// @param shipped the latest shipped version then known; 0 for one of the structure's own
    private record Text(
            String code,
            int daysAgo,
            String title,
            String usage,
            String subject,
            String body,
            boolean clinical,
            List<String> recipients,
            int shipped) {}

    void write() {
        write(
                new Text(
                        "visite",
                        40,
                        "Compte rendu de visite à domicile",
                        "Après une visite, pour le médecin traitant et les intervenants que cela concerne.",
                        "visite à domicile du {{visite.date}}, {{personne.nom}}",
                        "{{destinataire.appel}}\n\nNous avons rencontré **{{personne.nom}}**, {{personne.ne}}, à son domicile le {{visite.date}}.\nPersonnes présentes\u00A0: {{?libre: Qui était présent}}\n\n## Ce que nous avons constaté\n\n{{libre: Ce que nous avons constaté}}\n\n## Derniers repères\n\n| Évaluation | Résultat | Date\n| {{scores.evaluation}} | {{scores.resultat}} | {{scores.date}}\n\n## Ce que nous proposons\n\n{{libre: Ce que nous proposons}}\n\nVotre interlocuteur au Douaisis\u00A0: {{auteur.nom}}, {{structure.telephone}}.\n\nBien cordialement,",
                        true,
                        List.of("MEDECIN_TRAITANT", "INTERVENANT", "STRUCTURE"),
                        1));
        write(
                new Text(
                        Ids.at(Life.at(today.minusDays(30), 10, 0), new SplittableRandom(22))
                                .toString(),
                        30,
                        "Demande de téléassistance",
                        "Pour une personne seule qui craint de tomber, à l’association qui équipe.",
                        "téléassistance pour {{personne.nom}}",
                        "{{destinataire.appel}}\n\n**{{personne.nom}}**, {{personne.ne}}, souhaite être équipée à son domicile.\nAdresse\u00A0: {{?personne.adresse}}\nTéléphone\u00A0: {{?personne.telephone}}\n\n## À qui confier les clés\n\n{{libre: Qui a les clés, qui appeler}}\n\nNotre interlocuteur\u00A0: {{auteur.nom}}, {{structure.telephone}}.\n\nBien cordialement,",
                        false,
                        List.of("STRUCTURE"),
                        0));
    }

    private void write(Text text) {
        var at = Life.at(today.minusDays(text.daysAgo()), 10, 0);
        copy.add(
                Into.TEMPLATE_VERSION,
                structure.id(),
                Ids.at(at, new SplittableRandom(21)),
                text.code(),
                1,
                text.title(),
                text.usage(),
                text.subject(),
                text.body(),
                text.clinical(),
                text.recipients(),
                text.shipped(),
                "APPLICATION",
                at,
                structure.only("HEAD").name());
    }
}
