package fr.maillage.portability.internal;

import java.util.List;

/// The words of the workbook to fill.
final class ModelText {

    static final String READ_ME = "Lisez-moi";
    static final String VALUES = "Valeurs";
    static final String TITLE = "Modèle pour la reprise de l’existant";

    static final List<String> LINES =
            List.of(
                    "Une ligne par personne sur la feuille «\u00A0Personnes\u00A0». Le cercle, les interventions et les droits ont leur feuille, reliée par le «\u00A0N° de dossier\u00A0» de l’ancien outil.",
                    "On peut aussi tout mettre sur une seule feuille, avec des colonnes répétées\u00A0: «\u00A0Intervenant 1\u00A0», «\u00A0Intervenant 1 profession\u00A0», «\u00A0Intervention 1\u00A0», «\u00A0Intervention 1 date\u00A0», «\u00A0Droit 1\u00A0», «\u00A0Droit 1 fin\u00A0»… jusqu’à 9.",
                    "Seuls les noms sont indispensables. Les intitulés peuvent changer, les colonnes être dans un autre ordre, ou manquer\u00A0: chaque colonne est précisée à l’écran.",
                    "Dates\u00A0: jj/mm/aaaa. Une année de naissance à deux chiffres n’est lue que si le siècle ne fait aucun doute.",
                    "Formules\u00A0: c’est leur dernier résultat qui est lu. Évitez les cellules fusionnées.",
                    "Accord de la personne\u00A0: ce qui est écrit, avec sa date et sa forme. Rien n’est supposé\u00A0: sans date, l’accord est à recueillir.",
                    "Matricule INS\u00A0: repris tel quel si sa clé est juste, sur une identité provisoire. Il n’est qualifié qu’après contrôle d’un document et appel du téléservice.",
                    "Rythme d’une intervention\u00A0: «\u00A0tous les jours\u00A0», «\u00A02 fois par semaine\u00A0», «\u00A0tous les 15 jours\u00A0», «\u00A0tous les mois\u00A0», «\u00A0tous les 3 mois\u00A0», «\u00A0tous les ans\u00A0»\u202F; vide pour une seule fois.",
                    "Parties du plan partagées avec un intervenant\u00A0: «\u00A0Soins\u00A0», «\u00A0Médical\u00A0», «\u00A0Psychologique\u00A0», «\u00A0Social\u00A0», «\u00A0Éducation thérapeutique\u00A0», «\u00A0Plan d’aide\u00A0», «\u00A0Ses tâches\u00A0», séparées par des virgules\u202F; vide, il ne voit que ses tâches.",
                    "Une situation close ou une personne décédée n’est pas reprise.",
                    "L’essai à blanc n’écrit rien\u00A0: il dit ligne par ligne ce qui sera créé, et ce qui manque.",
                    "Effacez la ligne d’exemple avant de donner le fichier.");

    private ModelText() {}
}
