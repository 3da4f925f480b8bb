package fr.maillage.portal.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// French sentences of the pages of those outside the team: plain words, no acronym.
final class PortalText {

    private static final Map<String, String> ROLES =
            Map.of(
                    "MEDECIN_TRAITANT", "Médecin traitant",
                    "COORDONNATEUR_DE_CAS", "Coordonnateur de cas",
                    "INTERVENANT", "Intervient auprès de vous",
                    "AIDANT_PRINCIPAL", "Aidant principal",
                    "PERSONNE_A_PREVENIR", "Personne à prévenir",
                    "PERSONNE_DE_CONFIANCE", "Personne de confiance",
                    "REPRESENTANT_LEGAL", "Représentant légal",
                    "PROCHE", "Proche");
    private static final Map<String, String> RESULTS =
            Map.of(
                    "EN_COURS", "En cours",
                    "ATTEINT", "Atteint",
                    "EN_PARTIE", "Atteint en partie",
                    "NON_ATTEINT", "Pas encore atteint",
                    "ABANDONNE", "Arrêté");
    private static final Map<String, String> VOLETS =
            Map.of(
                    "SOINS",
                    "Plan de soins",
                    "EDUCATION",
                    "Plan d’éducation",
                    "AIDE",
                    "Plan d’aide");
    private static final Map<String, String> ACTIONS =
            Map.of(
                    "READ", "a ouvert",
                    "LIST", "a vu votre nom dans",
                    "CREATE", "a ajouté à",
                    "UPDATE", "a modifié",
                    "PRINT", "a imprimé",
                    "EXPORT", "a copié",
                    "SIGN", "a validé",
                    "SEARCH", "a cherché");
    private static final Map<String, String> THINGS =
            Map.ofEntries(
                    Map.entry("SYNTHESE", "la page d’accueil de votre dossier"),
                    Map.entry("IDENTITE", "votre identité"),
                    Map.entry("DEMANDES", "les demandes vous concernant"),
                    Map.entry("DROITS", "vos droits et accords"),
                    Map.entry("CERCLE", "la liste de ceux qui vous accompagnent"),
                    Map.entry("CONTACTS", "les appels et contacts"),
                    Map.entry("CONTACT", "les appels et contacts"),
                    Map.entry("COURRIERS", "les courriers"),
                    Map.entry("COURRIER", "les courriers"),
                    Map.entry("LIGNE_DE_VIE", "l’historique de votre accompagnement"),
                    Map.entry("EVALUATIONS", "vos évaluations"),
                    Map.entry("PPS", "votre plan"),
                    Map.entry("SUIVI", "le suivi de votre plan"),
                    Map.entry("PREOCCUPATION", "une préoccupation écrite par l’équipe"),
                    Map.entry("TACHE", "une tâche vous concernant"),
                    Map.entry("TACHES", "une liste de tâches"),
                    Map.entry("MES PATIENTS", "la liste de ses patients"),
                    Map.entry("PERSONNES PROCHES", "une recherche par nom"),
                    Map.entry("PILOTAGE", "une liste de la structure"));

    static final String NOTED_DONE = "Noté" + NBSP + ": fait.";
    static final String NOTED_NOT_DONE = "Noté" + NBSP + ": pas fait.";
    static final String DAY_MISSING = "Entrez le jour où l’acte a été fait.";
    static final String DAY_FUTURE = "Ce jour n’est pas encore venu.";
    static final String WHY_MISSING = "Choisissez pourquoi l’acte n’a pas été fait.";
    static final String NOTE_LONG =
            "2"
                    + NBSP
                    + "000 caractères au plus"
                    + NBSP
                    + "; rien n’est perdu, raccourcissez le texte.";
    static final String BY_WHOM =
            "Le plan ne nomme personne pour cet acte"
                    + NBSP
                    + ": appelez l’équipe, elle le notera.";
    static final String SUSPENDED =
            "L’accompagnement est en pause ou terminé"
                    + NBSP
                    + ": il n’y a plus rien à noter pour cet acte.";

    private PortalText() {}

    static String role(String role) {
        return ROLES.getOrDefault(role, "");
    }

    static String result(String code) {
        return RESULTS.getOrDefault(code, "En cours");
    }

    static String volet(String code) {
        return VOLETS.getOrDefault(code, "");
    }

    /// « Isabelle » of « Isabelle LEROY »: how one is greeted.
    static String firstName(String displayName) {
        var first =
                java.util.Arrays.stream(displayName.split(" "))
                        .takeWhile(word -> !word.equals(word.toUpperCase(java.util.Locale.FRENCH)))
                        .collect(java.util.stream.Collectors.joining(" "));
        return first.isEmpty() ? displayName : first;
    }

    /// « Aujourd’hui », « Demain », « Jeudi 4 juin ».
    static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) return "Aujourd’hui";
        if (day.equals(today.plusDays(1))) return "Demain";
        var words = FrenchDates.longDay(day).replaceFirst("[ \u00A0]\\d{4}$", "");
        return Typography.capital(words);
    }

    static String appointment(String kind, String time, String member) {
        var what =
                switch (kind) {
                    case "VISITE" -> "visite à la maison";
                    case "TELEPHONE" -> "appel téléphonique";
                    case "BUREAU" -> "rendez-vous au bureau";
                    default -> "rendez-vous en visio";
                };
        return time + ", " + what + (member.isBlank() ? "" : " de " + member);
    }

    static String newVersion(int number, LocalDate since) {
        return "La version "
                + number
                + " du plan est en vigueur depuis le "
                + FrenchDates.date(since)
                + ".";
    }

    static String moved(String name, boolean joined) {
        return name + (joined ? " rejoint le cercle." : " quitte le cercle.");
    }

    /// « Pansement : fait 3 fois, non fait 1 fois. »
    static String happened(String title, int done, int missed) {
        return title
                + NBSP
                + ": "
                + (done == 0 ? "" : "fait " + done + NBSP + "fois")
                + (done > 0 && missed > 0 ? ", " : "")
                + (missed == 0 ? "" : "non fait " + missed + NBSP + "fois")
                + ".";
    }

    /// « a ouvert votre plan », « a vu votre nom dans une liste ».
    static String access(String action, String what) {
        var thing =
                THINGS.getOrDefault(
                        what, action.equals("LIST") ? "une liste" : "une partie de votre dossier");
        return ACTIONS.getOrDefault(action, "a consulté") + " " + thing;
    }

    /// « jeudi 4 juin 2026 (dans 2 j) », or null.
    static @Nullable String next(@Nullable LocalDate day, LocalDate today) {
        return day == null
                ? null
                : FrenchDates.longDay(day) + " (" + FrenchDates.relative(day, today) + ")";
    }

    static String due(LocalDate from, LocalDate until, LocalDate today) {
        var first = FrenchDates.shortDay(from, today);
        return from.equals(until)
                ? "le " + first
                : "du " + first + " au " + FrenchDates.shortDay(until, today);
    }
}
