package fr.maillage.space.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The French words of spaces.
public final class SpaceText {

    /// On every page where one writes.
    public static final String NOBODY_NAMED =
            "Lu par plusieurs structures"
                    + NBSP
                    + ": on n’y nomme et n’y décrit jamais une personne accompagnée. Une situation se partage par la demande d’appui ou le passage de relais.";

    static final Map<String, String> KINDS = kinds();

    static final String OPENED =
            "L’espace est ouvert" + NBSP + ": invitez maintenant ceux qui y travailleront.";
    static final String CHANGED = "Enregistré.";
    static final String CLOSED = "L’espace est clos" + NBSP + ": il se lit encore.";
    static final String REOPENED = "L’espace est rouvert.";
    static final String ALL_READ = "Tout est marqué comme lu.";
    static final String INVITED = "L’invitation est faite" + NBSP + ": elle attend sa réponse.";
    static final String JOINED = "Vous avez rejoint l’espace. Choisissez qui de l’équipe y entre.";
    static final String LEFT = "C’est noté" + NBSP + ": l’espace n’est plus dans votre liste.";
    static final String CHOSEN = "L’équipe de cet espace est enregistrée.";
    static final String TAKEN_OUT = "Ce membre n’y entre plus.";
    static final String SAID = "Message envoyé.";
    static final String EDITED =
            "Message modifié" + NBSP + ": ce qui était écrit avant reste lisible.";
    static final String WITHDRAWN = "Message retiré.";
    static final String DISCUSSION_OPENED = "Discussion ouverte.";
    static final String CONCLUDED = "Discussion conclue.";
    static final String OPEN_AGAIN = "Discussion rouverte.";
    static final String NEW_AGAIN = "Elle est de nouveau marquée comme non lue.";
    static final String DECIDED = "Décision notée.";
    static final String DONE = "C’est fait.";
    static final String PUBLISHED = "L’information est publiée à tous les membres.";
    static final String INFORMATION_WITHDRAWN = "L’information est retirée.";
    static final String TEXT_ADDED = "Le texte est devant le groupe.";
    static final String TEXT_REMOVED =
            "Le texte n’est plus dans l’espace" + NBSP + ": le registre le garde.";
    static final String DECISIONS = "Décisions";

    /// Group of those that may be invited.
    public static final String IN_REGION = "Dans la région";

    static final String ELSEWHERE = "Ailleurs";
    static final String OFFICERS = "ses agents";
    static final String JOINING =
            "En le rejoignant, vous choisissez qui de l’équipe y entre"
                    + NBSP
                    + ": leurs noms et leurs messages sont lus des autres membres, rien d’autre de votre structure ne l’est.";
    static final String AGENCY_JOINING =
            "En le rejoignant, les agents de l’agence lisent ce qui s’y dit et peuvent y écrire.";
    static final String REGIONAL = "réseau régional ou fédération";

    static final String OVER = "Cet espace est clos" + NBSP + ": on n’y écrit plus.";
    static final String CONCLUDED_ALREADY =
            "Cette discussion est conclue" + NBSP + ": rouvrez-la, ou ouvrez-en une autre.";
    static final String NOBODY_INVITED =
            "Cochez au moins une structure qui n’est pas encore invitée.";
    static final String HOST_STAYS =
            "Qui a ouvert l’espace ne le quitte pas" + NBSP + ": il peut le clore.";
    static final String NOT_TEAM =
            "Seules les personnes de votre équipe qui ont un compte peuvent entrer.";
    static final String NOBODY_CHOSEN =
            "Gardez au moins une personne, ou quittez l’espace pour toute la structure.";
    static final String ANSWERED = "Cette invitation a déjà reçu sa réponse.";
    static final String OVERTAKEN =
            "Entre-temps, cela a changé. Votre saisie est gardée ci-dessous" + NBSP + ": comparez.";
    static final String PAST_DAY = "Ce jour est déjà passé.";
    static final String FAR_DAY = "Donnez une échéance dans les deux ans.";
    static final String A_YEAR = "Une information s’affiche un an au plus.";
    static final String LINK = "Une adresse commence par https://.";
    static final String CHOOSE_TEXT = "Choisissez un texte du registre.";
    static final String TEXT_THERE = "Ce texte est déjà dans l’espace.";
    static final String TEXT_AUDIENCE =
            "Tous les membres ne lisent pas ce texte"
                    + NBSP
                    + ": élargissez d’abord son audience sur la fiche du registre.";

    private SpaceText() {}

    private static Map<String, String> kinds() {
        var map = new LinkedHashMap<String, String>();
        map.put("GROUPE", "Groupe de travail");
        map.put("THEME", "Thème");
        map.put("TERRITOIRE", "Territoire");
        map.put("REGIONAL", "Espace régional\u00A0: réseaux régionaux et territoriaux");
        return Collections.unmodifiableMap(map);
    }

    /// Why a text is refused; it never repeats what was typed.
    static String of(NoPerson.Found found) {
        return switch (found) {
            case MATRICULE ->
                    "Un numéro de sécurité sociale ou un matricule INS semble écrit ici. Aucune donnée d’une personne accompagnée n’entre dans un espace"
                            + NBSP
                            + ": retirez-le.";
            case PHONE ->
                    "Un numéro de téléphone, qui n’est celui d’aucune structure connue, semble écrit ici. Retirez-le"
                            + NBSP
                            + ": seuls passent ceux des structures du registre, de l’annuaire et de vos partenaires.";
            case BIRTH ->
                    "Une date de naissance semble écrite ici. Aucune donnée d’une personne accompagnée n’entre dans un espace"
                            + NBSP
                            + ": retirez-la.";
            case OLD_DAY ->
                    "Cette date en chiffres ressemble à une date de naissance. Si c’est celle d’un texte ou d’un événement, écrivez le mois en lettres.";
        };
    }

    static String agency(String region) {
        return "ARS " + region;
    }

    static String function(String code) {
        return switch (code) {
            case "COORDINATOR" -> "coordination";
            case "INSTITUTIONAL_COORDINATOR" -> "coordination institutionnelle";
            case "DOCTOR" -> "médecin de l’équipe";
            case "SECRETARY" -> "secrétariat";
            case "HEAD" -> "direction";
            case "PROXIMITY_NURSE" -> "infirmière de proximité";
            case "PSYCHOLOGIST" -> "psychologue";
            case "SOCIAL_WORKER" -> "service social";
            default -> "équipe";
        };
    }

    static String mode(String code) {
        return switch (code) {
            case "DISTANCE" -> "à distance";
            case "MIXTE" -> "sur place et à distance";
            case "ECRIT" -> "par écrit";
            default -> "sur place";
        };
    }

    static String joined(LocalDate on) {
        return "membre depuis le " + FrenchDates.date(on);
    }

    static String invited(LocalDate on) {
        return "invité le " + FrenchDates.date(on) + ", sans réponse";
    }

    static String ended(boolean joined, LocalDate on, @Nullable String why) {
        return (joined ? "jusqu’au " : "invitation sans suite, le ")
                + FrenchDates.date(on)
                + (why == null ? "" : NBSP + ": " + why);
    }

    static String openedBy(String author, LocalDate on) {
        return "Ouverte par " + author + ", le " + FrenchDates.date(on);
    }

    static String concludedBy(String author, LocalDate on) {
        return "Conclue par " + author + ", le " + FrenchDates.date(on);
    }

    static String edited(String exact) {
        return "modifié le " + exact;
    }

    static String withdrawn(String by, LocalDate on, String why, boolean names) {
        return (names ? "Message effacé par " : "Message retiré par ")
                + by
                + ", le "
                + FrenchDates.date(on)
                + NBSP
                + ": "
                + why;
    }

    static String exportedOn(LocalDate on) {
        return "Tel que lu le " + FrenchDates.date(on);
    }

    static String answering(String author) {
        return "en réponse à " + author;
    }

    static String due(LocalDate on, boolean late) {
        return (late ? "en retard, pour le " : "pour le ") + FrenchDates.date(on);
    }

    static String done(LocalDate on, String by, @Nullable String words) {
        return "fait le "
                + FrenchDates.date(on)
                + ", "
                + by
                + (words == null ? "" : NBSP + ": " + words);
    }

    static String closed(LocalDate on, String why) {
        return "Clos le " + FrenchDates.date(on) + NBSP + ": " + why;
    }

    static String until(LocalDate on, boolean over) {
        return (over ? "terminée le " : "jusqu’au ") + FrenchDates.date(on);
    }

    static String readBy(int persons, int places) {
        return persons == 0
                ? "pas encore lue"
                : "lue par "
                        + many(persons, "personne")
                        + (persons == 1 ? "" : " de " + many(places, "membre"));
    }

    static String messages(int count) {
        return many(count, "message");
    }

    static String people(int count) {
        return many(count, "personne");
    }

    static String members(int count) {
        return many(count, "membre");
    }

    static String news(int count) {
        return count == 0 ? "" : many(count, "nouveauté");
    }

    static String lastSaid(String relative) {
        return "dernier message " + relative;
    }

    static String next(LocalDate on, LocalDate today) {
        return "prochaine réunion " + FrenchDates.shortDay(on, today);
    }

    static String asSuch(String party) {
        return party + " (sans nommer quelqu’un)";
    }

    static String hit(String kind) {
        return switch (kind) {
            case "INFORMATION" -> "Information";
            case "DECISION" -> "Décision";
            case "TEXTE" -> "Texte";
            default -> "Message";
        };
    }

    static String found(int count, int most) {
        if (count == 0) return "Rien dans cet espace ne contient tous ces mots.";
        return count == most ? "Les " + most + " plus récents" : many(count, "résultat");
    }

    private static String many(int count, String word) {
        return count + NBSP + word + (count > 1 ? "s" : "");
    }
}
