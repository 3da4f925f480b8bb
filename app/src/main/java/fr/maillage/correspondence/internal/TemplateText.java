package fr.maillage.correspondence.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.correspondence.internal.text.Template.Flaw;
import fr.maillage.correspondence.internal.text.WordReader.Left;
import fr.maillage.kernel.Typography;
import java.util.List;
import java.util.stream.Collectors;

/// Every French sentence about templates.
final class TemplateText {

    static final String PUBLISHED =
            "Nouvelle version publiée" + NBSP + ": les lettres déjà écrites gardent la leur.";
    static final String ADOPTED =
            "Version Maillage adoptée" + NBSP + "; la vôtre reste dans l’historique.";
    static final String KEPT = "Votre version est gardée.";
    static final String MADE = "Modèle créé" + NBSP + ": il est proposé là où l’on écrit.";
    static final String RETIRED =
            "Modèle retiré" + NBSP + ": il n’est plus proposé. Ses lettres ne changent pas.";
    static final String RESTORED = "Modèle de nouveau proposé.";
    static final String NO_LONGER_OFFERED =
            "Ce modèle vient d’être retiré" + NBSP + ": choisissez-en un autre.";
    static final String TITLE_TAKEN = "Un autre modèle porte déjà ce titre.";
    static final String USAGE_NEEDED = "Dites quand l’employer.";
    static final String TITLE_NEEDED = "Donnez un titre au modèle.";
    static final String FILE_NEEDED = "Choisissez un fichier DOCX.";
    static final String UNREADABLE =
            "Ce fichier DOCX est abîmé" + NBSP + ": il ne se lit pas. Le modèle n’a pas changé.";

    private TemplateText() {}

    /// What is wrong in a template, and where.
    static String of(Flaw flaw) {
        var place =
                flaw.near().isEmpty()
                        ? ""
                        : "Ligne"
                                + NBSP
                                + flaw.line()
                                + " («"
                                + NBSP
                                + flaw.near()
                                + NBSP
                                + "»)"
                                + NBSP
                                + ": ";
        return place
                + switch (flaw) {
                    case Flaw.UnknownField(_, _, var name, var nearest) ->
                            "le champ «"
                                    + NBSP
                                    + name
                                    + NBSP
                                    + "» n’existe pas"
                                    + nearest.map(n ->
                                                    NBSP
                                                            + "; vouliez-vous dire «"
                                                            + NBSP
                                                            + n
                                                            + NBSP
                                                            + "»"
                                                            + NBSP
                                                            + "?")
                                            .orElse(".");
                    case Flaw.Unclosed _ ->
                            "des accolades sont ouvertes sans être fermées, ou l’inverse.";
                    case Flaw.Nameless _ -> "un champ n’a pas de nom entre ses accolades.";
                    case Flaw.OutsideARow(_, _, var name) ->
                            "le champ «"
                                    + NBSP
                                    + name
                                    + NBSP
                                    + "» se répète"
                                    + NBSP
                                    + ": il va dans une ligne de tableau ou de liste.";
                    case Flaw.TwoInARow(_, _, var one, var other) ->
                            "une même ligne ne peut pas répéter à la fois «"
                                    + NBSP
                                    + one
                                    + NBSP
                                    + "» et «"
                                    + NBSP
                                    + other
                                    + NBSP
                                    + "».";
                    case Flaw.HealthContent(_, _, var name) ->
                            "le champ «"
                                    + NBSP
                                    + name
                                    + NBSP
                                    + "» contient des informations de santé"
                                    + NBSP
                                    + ": cochez-le plus haut, ou retirez ce champ.";
                    case Flaw.NobodyTypes(_, _, var name) ->
                            "«"
                                    + NBSP
                                    + name
                                    + NBSP
                                    + "» serait à rédiger, mais cette lettre part d’elle-même"
                                    + NBSP
                                    + ": personne n’est là pour l’écrire.";
                    case Flaw.Nothing _ -> "Le texte est vide.";
                    case Flaw.TooLong(_, _, var most) ->
                            "Le texte dépasse " + Typography.number(most) + " caractères.";
                };
    }

    /// What a template of one's own begins with.
    static final String START =
            "{{destinataire.appel}}\n\n{{libre: Ce que vous voulez dire}}\n\nVotre interlocuteur à {{structure.nom}}"
                    + NBSP
                    + ": {{auteur.nom}}, {{structure.telephone}}.\n\nBien cordialement,";

    /// Of what another template becomes a copy of.
    static String copyOf(String title) {
        return title + " (copie)";
    }

    /// « Après une visite. À : médecin traitant, intervenant. »; without the last when nobody is
    /// named.
    static String purpose(String usage, List<RecipientKind> recipients) {
        if (recipients.isEmpty()) return usage;
        return usage
                + (usage.endsWith(".") ? " À" : ". À")
                + NBSP
                + ": "
                + recipients.stream().map(RecipientKind::label).collect(Collectors.joining(", "))
                + ".";
    }

    /// The subject a field is offered under.
    static String group(String code) {
        return switch (code) {
            case "date", "destinataire" -> "La lettre";
            case "personne" -> "La personne";
            case "structure" -> "La structure";
            case "auteur" -> "Qui écrit";
            case "dossier", "demande", "medecin", "representant" -> "Le dossier";
            case "cercle" -> "Le cercle (une ligne par membre)";
            case "droits" -> "Les droits (une ligne par droit)";
            case "visite", "rcp" -> "Visites et réunions";
            case "scores" -> "Les évaluations (une ligne par score)";
            case "pps" -> "Le plan";
            case "changements" -> "Ce qui change dans le plan (une ligne par changement)";
            case "objectifs" -> "Les objectifs (une ligne par objectif)";
            case "interventions" -> "Les interventions (une ligne par intervention)";
            default -> "Autres";
        };
    }

    static String published(String on, String by, String how) {
        return "publiée le " + on + " par " + by + ", " + how;
    }

    static String read(String file) {
        return "Lu dans «"
                + NBSP
                + file
                + NBSP
                + "»"
                + NBSP
                + ": relisez, regardez l’aperçu, puis publiez. Rien n’a encore changé.";
    }

    static String overflow(long limit) {
        return "Ce fichier est trop lourd"
                + NBSP
                + ": "
                + limit / (1024 * 1024)
                + NBSP
                + "Mo au plus.";
    }

    /// What of a file is not taken over.
    static String left(Left left) {
        return switch (left) {
            case IMAGE ->
                    "Une image n’est pas reprise"
                            + NBSP
                            + ": l’en-tête est imprimé par l’application.";
            case HEADER -> "L’en-tête et le pied de page du fichier ne sont pas repris.";
            case FOOTNOTE -> "Les notes de bas de page ne sont pas reprises.";
            case COMMENT -> "Les commentaires ne sont pas repris.";
            case DELETED ->
                    "Le suivi des modifications est accepté"
                            + NBSP
                            + ": ce qui était barré a disparu.";
            case MERGEFIELD ->
                    "Un champ de fusion de Word n’est pas reconnu"
                            + NBSP
                            + ": écrivez le champ entre accolades.";
            case TABLE_IN_TABLE -> "Un tableau dans un tableau n’est pas repris.";
        };
    }
}
