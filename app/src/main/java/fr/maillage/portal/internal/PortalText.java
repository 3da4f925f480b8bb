package fr.maillage.portal.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// French sentences of the pages of those outside the team: plain words, no acronym.
final class PortalText {

    static final Said WISH = new Said("Ce que vous voulez", "Ce qu’elle veut", "Ce qu’il veut");
    static final Said CIRCLE =
            new Said(
                    "Qui vous accompagne",
                    "Qui l’accompagne, et vous avec elle",
                    "Qui l’accompagne, et vous avec lui");
    static final Said RELATIVES = new Said("Vos proches", "Ses proches");
    static final Said REFERENT = new Said("Votre référent", "Son référent");
    static final Said OPENED = new Said("Qui a ouvert votre dossier", "Qui a ouvert son dossier");
    static final Said DOCTOR = new Said("Votre médecin", "Son médecin");
    static final Said EVERYTHING = new Said("Lire tout votre plan", "Lire tout le plan");
    static final Said WRITTEN_WITH =
            new Said(
                    "L’équipe l’écrira avec vous.",
                    "L’équipe l’écrira avec elle, et avec vous si elle le souhaite.",
                    "L’équipe l’écrira avec lui, et avec vous s’il le souhaite.");
    static final Said MAY_OPPOSE =
            new Said(
                    "Vous pouvez vous opposer à tout moment à ce que l’un d’eux lise votre dossier",
                    "Elle peut s’opposer à tout moment à ce que l’un d’eux lise son dossier",
                    "Il peut s’opposer à tout moment à ce que l’un d’eux lise son dossier");

    private static final Said PLAN = new Said("votre plan", "son plan");
    private static final Said BESIDE =
            new Said(
                    "Intervient auprès de vous",
                    "Intervient auprès d’elle",
                    "Intervient auprès de lui");
    private static final Map<String, Said> TO_CARE =
            Map.of(
                    "SOINS",
                    new Said("Pour vous soigner", "Pour la soigner", "Pour le soigner"),
                    "EDUCATION",
                    new Said("Pour mieux comprendre votre santé", "Pour mieux comprendre sa santé"),
                    "AIDE",
                    new Said(
                            "Pour vous aider au quotidien",
                            "Pour l’aider, elle, au quotidien",
                            "Pour l’aider, lui, au quotidien"));
    private static final Said PLANNED = new Said("Ce qui est prévu");

    /// What the person is to somebody who is their… : a woman, a man.
    private static final Map<String, List<String>> KIN =
            Map.ofEntries(
                    Map.entry("fille", List.of("votre mère", "votre père")),
                    Map.entry("fils", List.of("votre mère", "votre père")),
                    Map.entry("mère", List.of("votre fille", "votre fils")),
                    Map.entry("père", List.of("votre fille", "votre fils")),
                    Map.entry("sœur", List.of("votre sœur", "votre frère")),
                    Map.entry("frère", List.of("votre sœur", "votre frère")),
                    Map.entry("mari", List.of("votre épouse", "votre époux")),
                    Map.entry("époux", List.of("votre épouse", "votre époux")),
                    Map.entry("femme", List.of("votre épouse", "votre époux")),
                    Map.entry("épouse", List.of("votre épouse", "votre époux")),
                    Map.entry("nièce", List.of("votre tante", "votre oncle")),
                    Map.entry("neveu", List.of("votre tante", "votre oncle")),
                    Map.entry("petite-fille", List.of("votre grand-mère", "votre grand-père")),
                    Map.entry("petit-fils", List.of("votre grand-mère", "votre grand-père")));

    private static final Map<String, String> PARTS =
            Map.of(
                    "SOINS", "les soins",
                    "MEDICAL", "le médical",
                    "PSYCHOLOGIQUE", "le psychologique",
                    "SOCIAL", "le social",
                    "EDUCATION", "l’éducation",
                    "AIDE", "les aides");
    private static final List<String> PARTS_IN_ORDER =
            List.of("SOINS", "MEDICAL", "PSYCHOLOGIQUE", "SOCIAL", "EDUCATION", "AIDE");
    private static final Map<String, String> ROLES =
            Map.of(
                    "MEDECIN_TRAITANT", "Médecin traitant",
                    "COORDONNATEUR_DE_CAS", "Coordonnateur de cas",
                    "INTERVENANT", "Intervient auprès de la personne",
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
    private static final Map<String, Said> ACTIONS =
            Map.of(
                    "READ", new Said("a ouvert"),
                    "LIST", new Said("a vu votre nom dans", "a vu son nom dans"),
                    "CREATE", new Said("a ajouté à"),
                    "UPDATE", new Said("a modifié"),
                    "PRINT", new Said("a imprimé"),
                    "EXPORT", new Said("a copié"),
                    "SIGN", new Said("a validé"),
                    "SEARCH", new Said("a cherché"));
    private static final Said CONSULTED = new Said("a consulté");
    private static final Map<String, Said> THINGS =
            Map.ofEntries(
                    Map.entry(
                            "SYNTHESE",
                            new Said(
                                    "la page d’accueil de votre dossier",
                                    "la page d’accueil de son dossier")),
                    Map.entry("IDENTITE", new Said("votre identité", "son identité")),
                    Map.entry(
                            "DEMANDES",
                            new Said(
                                    "les demandes vous concernant",
                                    "les demandes la concernant",
                                    "les demandes le concernant")),
                    Map.entry("DROITS", new Said("vos droits et accords", "ses droits et accords")),
                    Map.entry(
                            "CERCLE",
                            new Said(
                                    "la liste de ceux qui vous accompagnent",
                                    "la liste de ceux qui l’accompagnent")),
                    Map.entry("CONTACTS", new Said("les appels et contacts")),
                    Map.entry("CONTACT", new Said("les appels et contacts")),
                    Map.entry("COURRIERS", new Said("les courriers")),
                    Map.entry("COURRIER", new Said("les courriers")),
                    Map.entry(
                            "DOCUMENTS",
                            new Said("la liste de vos documents", "la liste de ses documents")),
                    Map.entry("DOCUMENT", new Said("un de vos documents", "un de ses documents")),
                    Map.entry("RECHERCHE DE DOCUMENTS", new Said("une recherche de documents")),
                    Map.entry(
                            "LIGNE_DE_VIE",
                            new Said(
                                    "l’historique de votre accompagnement",
                                    "l’historique de son accompagnement")),
                    Map.entry("EVALUATIONS", new Said("vos évaluations", "ses évaluations")),
                    Map.entry("PPS", PLAN),
                    Map.entry("SUIVI", new Said("le suivi de votre plan", "le suivi de son plan")),
                    Map.entry(
                            "EVENEMENT INDESIRABLE", new Said("un événement indésirable déclaré")),
                    Map.entry("PREOCCUPATION", new Said("une préoccupation écrite par l’équipe")),
                    Map.entry("REGISTRE", new Said("un registre de pathologie")),
                    Map.entry(
                            "REGISTRE OPPOSITION",
                            new Said(
                                    "votre opposition à un registre de pathologie",
                                    "son opposition à un registre de pathologie")),
                    Map.entry(
                            "EXTRAIT DE REGISTRE",
                            new Said(
                                    "une ligne sans votre nom, dans un extrait de registre",
                                    "une ligne sans son nom, dans un extrait de registre")),
                    Map.entry(
                            "TACHE",
                            new Said(
                                    "une tâche vous concernant",
                                    "une tâche la concernant",
                                    "une tâche le concernant")),
                    Map.entry("TACHES", new Said("une liste de tâches")),
                    // of who opened it, whoever reads
                    Map.entry("MES PATIENTS", new Said("la liste de ses patients")),
                    Map.entry("PERSONNES PROCHES", new Said("une recherche par nom")),
                    Map.entry("PILOTAGE", new Said("une liste de la structure")));
    private static final Said A_LIST = new Said("une liste");
    private static final Said A_PART =
            new Said("une partie de votre dossier", "une partie de son dossier");

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

    /// A day or two of leave is how a regular visit is organised, not news.
    private static final int SHORT_WINDOW = 2;

    private PortalText() {}

    /// What somebody of the circle is, to another of its professionals.
    static String role(String role) {
        return ROLES.getOrDefault(role, "");
    }

    /// What somebody of the circle is, to the person or a relative.
    static String quality(Actor actor, Reader reader) {
        var profession = actor.profession();
        var beside = actor.role().equals("INTERVENANT");
        if (profession != null) return beside ? profession : role(actor.role()) + ", " + profession;
        return beside ? reader.tell(BESIDE) : role(actor.role());
    }

    static final String THE_PERSON = "La personne";
    static final String SEES_ALL = "Tout son plan.";
    static final String SEES_WITH = "Ce que voit la personne, si elle lui ouvre son accès.";
    static final String SEES_NOTHING =
            "Rien"
                    + NBSP
                    + ": rien ne lui est donné, ou la personne s’oppose au partage avec elle ou lui.";

    /// What somebody was given, as the team says it: « les soins, le social ».
    static String given(java.util.Set<String> parts) {
        if (parts.isEmpty()) return SEES_NOTHING;
        var words =
                PARTS_IN_ORDER.stream()
                        .filter(parts::contains)
                        .map(PARTS::get)
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Ses tâches et les consignes de crise." : words;
    }

    /// What somebody of the circle may read: « Peut lire de votre plan : les soins, le social. »;
    /// empty when they are given nothing.
    static String sees(Actor actor, Reader reader) {
        if (actor.kind().equals("PROCHE") || actor.parts().isEmpty()) return "";
        var given = PARTS_IN_ORDER.stream().filter(actor.parts()::contains).toList();
        if (given.isEmpty()) return "Voit seulement ses tâches.";
        if (given.size() == PARTS.size()) return "Peut lire tout " + reader.tell(PLAN) + ".";
        return "Peut lire de "
                + reader.tell(PLAN)
                + NBSP
                + ": "
                + given.stream().map(PARTS::get).collect(Collectors.joining(", "))
                + ".";
    }

    /// « votre mère » to a daughter; « votre proche » when the relation says no more.
    static String kin(@Nullable String relation, boolean feminine) {
        var kin = KIN.get(relation == null ? "" : relation.strip().toLowerCase(Locale.FRENCH));
        return kin == null ? "votre proche" : feminine ? kin.getFirst() : kin.getLast();
    }

    /// « Le plan d’Odette LEROY », « Le plan de votre mère ».
    static String planOf(String whose) {
        var vowel = whose.matches("(?i)([aeiouhâéèêëîïô]|y[^aeiou]).*");
        return (vowel ? "Le plan d’" : "Le plan de ") + whose;
    }

    /// « Pour vous soigner », « Pour la soigner ».
    static String toCare(String volet, Reader reader) {
        return reader.tell(TO_CARE.getOrDefault(volet, PLANNED));
    }

    /// « Pansement, avec Lucie PETIT », « Radiographie, d’ici le sam. 20 juin ».
    static String toCome(
            String title, @Nullable String actor, AwaitedActs.Act act, LocalDate today) {
        return title
                + (actor == null ? "" : ", avec " + actor)
                + (act.until().isAfter(act.on().plusDays(SHORT_WINDOW))
                        ? ", d’ici le " + FrenchDates.shortDay(act.until(), today)
                        : "");
    }

    /// « lundi 15 juin 2026 : Pansement ».
    static String later(LocalDate day, String what) {
        return FrenchDates.longDay(day) + NBSP + ": " + what;
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
                        .takeWhile(word -> !word.equals(word.toUpperCase(Locale.FRENCH)))
                        .collect(Collectors.joining(" "));
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

    /// « a ouvert votre plan », « a vu son nom dans une liste ».
    static String access(String action, String what, Reader reader) {
        return reader.tell(ACTIONS.getOrDefault(action, CONSULTED))
                + " "
                + reader.tell(THINGS.getOrDefault(what, action.equals("LIST") ? A_LIST : A_PART));
    }

    /// « jeudi 4 juin 2026 (dans 2 j) »; « d’ici le lundi 15 juin 2026 (dans 13 j) » when it may be
    /// done any day until then.
    static String next(AwaitedActs.Act act, LocalDate today) {
        var day = act.open(today) ? act.until() : act.on();
        return (act.open(today) ? "d’ici le " : "")
                + FrenchDates.longDay(day)
                + " ("
                + FrenchDates.relative(day, today)
                + ")";
    }

    static String due(LocalDate from, LocalDate until, LocalDate today) {
        var first = FrenchDates.shortDay(from, today);
        return from.equals(until)
                ? "le " + first
                : "du " + first + " au " + FrenchDates.shortDay(until, today);
    }
}
