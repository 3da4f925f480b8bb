package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.steering.internal.survey.Addressees.Addressee;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// French sentences of surveys.
public final class SurveyText {

    static final String REQUIRED = "Cette question attend une réponse.";
    static final String ADDED = "Question nouvelle\u00A0: elle n’était pas posée.";
    static final String GONE = "Question qui n’est plus posée.";
    static final String OTHER_KIND = "La forme de la réponse a changé\u00A0: rien à comparer.";
    static final String OTHER_CHOICES =
            "Les réponses proposées ont changé\u00A0: seules les mêmes se comparent.";
    static final String MEDIAN = "Médiane";
    static final String FROZEN =
            "Cette enquête a été ouverte\u00A0: ses questions et son annonce ne changent plus. Reprenez-la dans une nouvelle vague.";
    static final String LEADER = "Choisissez au nom de qui l’enquête est menée.";
    static final String ENDS_BEFORE = "Elle se clorait avant d’ouvrir.";
    static final String NO_QUESTION = "Écrivez au moins une question avant d’ouvrir.";
    static final String NOBODY = "Dites à qui l’enquête s’adresse avant d’ouvrir.";
    static final String OVER_BEFORE =
            "Sa date de clôture est passée\u00A0: choisissez-en une autre.";
    static final String PAST = "Ce jour est passé.";
    static final String NOT_OPEN = "L’enquête n’est pas ouverte aux réponses.";
    static final String NOT_OPENED_YET = "Cette vague n’a pas encore été ouverte.";
    static final String TWO_CHOICES = "Écrivez au moins deux réponses, une par ligne.";
    static final String TOO_MANY_CHOICES = "Trente réponses au plus, de 200 caractères au plus.";
    static final String SAME_CHOICE = "Deux réponses sont les mêmes.";
    static final String SCALE = "La dernière marque doit dépasser la première.";
    static final String SCALE_TOO_LONG = "Vingt et une marques au plus.";
    static final String CONDITION =
            "Choisissez une réponse d’une question qui vient avant celle-ci.";
    static final String ASKED_BY_OTHERS =
            "Une autre question n’est posée que selon la réponse à celle-ci\u00A0: changez d’abord sa condition.";
    static final String FUNCTIONS = "Cochez au moins une fonction.";
    static final String NO_PARTNER = "Écrivez un partenaire par ligne.";
    static final String TOO_MANY_PARTNERS = "Cinq cents partenaires au plus à la fois.";
    static final String ANSWERED_ALREADY =
            "Ce destinataire a répondu, ou n’est plus dans la liste.";
    static final String NO_MAIL =
            "Aucun serveur de courrier n’est réglé\u00A0: donnez les liens vous-même.";
    static final String NOBODY_TO_WRITE =
            "Personne à qui écrire aujourd’hui\u00A0: chacun a répondu, a été joint aujourd’hui, ou n’a pas d’adresse.";
    static final String RECEIVED =
            "La réponse est reçue, merci. Une seule est prise, et elle ne se reprend plus.";
    static final String SECOND = "Une réponse a déjà été envoyée\u00A0: une seule est prise.";
    static final String EMPTY = "Répondez à une question au moins.";
    static final String CODING_AFTER =
            "Les textes se lisent et se codent une fois l’enquête close.";
    static final String CODE_THERE = "Ce thème est déjà dans la liste.";

    static final String READ_AT_THE_CLOSE =
            "Les réponses anonymes ne se lisent qu’une fois l’enquête close.";
    static final String NO_ANSWER = "Aucune réponse n’est encore arrivée.";
    static final String TOO_FEW = "Moins de 11 réponses anonymes\u00A0: rien n’en est montré.";
    static final String HIDDEN =
            "moins de 11 réponses, ou posée selon une réponse masquée\u00A0: rien n’en est montré";
    static final String HALF = "La moitié entre";
    static final String MEAN = "Moyenne";
    static final String RANGE = "De… à";

    static final String CREATED = "Enquête commencée. Écrivez ses questions.";
    static final String SAVED = "Enquête enregistrée.";
    static final String REMOVED = "Enquête retirée.";
    static final String OPENED = "Enquête ouverte\u00A0: ses questions sont figées.";
    static final String EXTENDED = "Date de clôture changée.";
    static final String CLOSED = "Enquête close.";
    static final String NEXT_WAVE =
            "Nouvelle vague préparée\u00A0: mêmes questions, mêmes destinataires.";
    static final String QUESTION_SAVED = "Question enregistrée.";
    static final String QUESTION_REMOVED = "Question retirée.";
    static final String TAKEN_OFF = "Destinataire retiré.";
    static final String LINK_MADE = "Lien fait\u00A0: il n’est montré qu’une fois.";
    static final String KEPT = "Brouillon gardé\u00A0: il n’est lu que de vous.";
    static final String SENT = "Réponse envoyée. Merci.";
    static final String CODE_ADDED = "Thème ajouté.";
    static final String CODE_REMOVED = "Thème retiré.";
    static final String MARKED = "Texte codé.";

    /// Functions of a team, by code.
    static final Map<String, String> FUNCTIONS_OF_A_TEAM = new LinkedHashMap<>();

    static {
        FUNCTIONS_OF_A_TEAM.put("COORDINATOR", "Coordonnateurs d’appui");
        FUNCTIONS_OF_A_TEAM.put("INSTITUTIONAL_COORDINATOR", "Coordonnateurs institutionnels");
        FUNCTIONS_OF_A_TEAM.put("DOCTOR", "Médecins");
        FUNCTIONS_OF_A_TEAM.put("PROXIMITY_NURSE", "Infirmiers de proximité");
        FUNCTIONS_OF_A_TEAM.put("PSYCHOLOGIST", "Psychologues");
        FUNCTIONS_OF_A_TEAM.put("SOCIAL_WORKER", "Travailleurs sociaux");
        FUNCTIONS_OF_A_TEAM.put("SECRETARY", "Secrétaires");
        FUNCTIONS_OF_A_TEAM.put("HEAD", "Responsables");
    }

    private SurveyText() {}

    static String otherWords(String then) {
        return "La question était\u00A0: «\u00A0" + then + "\u00A0».";
    }

    /// « 12 sur 20, soit 60 % ».
    static String share(Share share) {
        return Typography.number(share.numerator())
                + " sur "
                + Typography.number(share.denominator())
                + ", soit "
                + share.formatted();
    }

    /// « 18 réponses sur 20 personnes interrogées ».
    static String answered(Share share) {
        return Typography.number(share.numerator())
                + (share.numerator() < 2 ? " réponse" : " réponses")
                + (share.numerator() == share.denominator()
                        ? ""
                        : ", posée à " + Typography.number(share.denominator()));
    }

    /// « mars 2026 », of « 2026-03 ».
    static String month(String yearAndMonth) {
        var words = FrenchDates.date(LocalDate.parse(yearAndMonth + "-02"));
        return words.substring(words.indexOf(Typography.NBSP) + 1);
    }

    static String closed(Survey survey) {
        return "Cette enquête ne prend pas de réponse\u00A0: elle est ouverte du "
                + FrenchDates.date(survey.opensOn())
                + " au "
                + FrenchDates.date(
                        survey.closedOn() == null ? survey.closesOn() : survey.closedOn())
                + ".";
    }

    static String partner(int line) {
        return "Partenaire " + line + "\u00A0: écrivez un nom de 200 caractères au plus.";
    }

    static String address(int line) {
        return "Partenaire " + line + "\u00A0: son adresse électronique est incomplète.";
    }

    static String added(int count) {
        return switch (count) {
            case 0 -> "Personne à ajouter\u00A0: ils sont déjà dans la liste.";
            case 1 -> "1 destinataire ajouté.";
            default -> count + " destinataires ajoutés.";
        };
    }

    static String written(int count) {
        return count < 2 ? count + " message parti." : count + " messages partis.";
    }

    static String subject(Survey survey, boolean again) {
        return (again ? "Rappel\u00A0: " : "") + "enquête «\u00A0" + survey.title() + "\u00A0»";
    }

    /// @param own whether the address is a link of their own; else one signs in there
    static String mail(Survey survey, String where, boolean own) {
        return """
        Bonjour,

        %s vous interroge\u00A0: «\u00A0%s\u00A0».

        %s

        %s Répondez jusqu’au %s\u00A0:
        %s

        %s
        """
                .formatted(
                        survey.leader(),
                        survey.title(),
                        survey.purpose(),
                        announcement(survey.anonymous()),
                        FrenchDates.date(survey.closesOn()),
                        where,
                        own
                                ? "Ce lien est le vôtre et ne sert qu’une fois."
                                : "Connectez-vous avec votre compte\u00A0: une réponse par structure.");
    }

    /// What is said to who answers, before they do.
    static String announcement(boolean anonymous) {
        return anonymous
                ? "Réponses anonymes\u00A0: il est noté que vous avez répondu, mais rien ne relie votre réponse à vous, ni nom, ni jour. Elles ne sont lues qu’à la clôture, et aucun nombre sous 11 n’est montré. Vos textes libres sont lus tels quels\u00A0: n’y nommez personne."
                : "Réponses nommées\u00A0: qui mène l’enquête voit que cette réponse est la vôtre. Une réponse par structure. Ne nommez aucune personne accompagnée.";
    }

    static String status(Survey survey, LocalDate today) {
        return switch (survey.status()) {
            case "PREPARATION" -> "en préparation";
            case "CLOSE" -> "close";
            default ->
                    today.isBefore(survey.opensOn())
                            ? "ouvre le " + FrenchDates.shortDay(survey.opensOn(), today)
                            : today.isAfter(survey.closesOn()) ? "à clore" : "ouverte";
        };
    }

    static String statusCss(Survey survey, LocalDate today) {
        return switch (survey.status()) {
            case "PREPARATION" -> "";
            case "CLOSE" -> "is-done";
            default -> today.isAfter(survey.closesOn()) ? "is-due" : "is-info";
        };
    }

    static String title(Survey survey) {
        return survey.title() + (survey.wave() > 1 ? ", vague " + survey.wave() : "");
    }

    /// « vague 2 ».
    static String wave(int number) {
        return "vague " + number;
    }

    static String names(boolean anonymous) {
        return anonymous ? "anonyme" : "nommée";
    }

    static String dates(LocalDate from, LocalDate to) {
        return "du " + FrenchDates.numeric(from) + " au " + FrenchDates.numeric(to);
    }

    static String condition(String choice, String question) {
        return "Si vous avez répondu «\u00A0" + choice + "\u00A0» à «\u00A0" + question + "\u00A0»";
    }

    static String how(Addressee a) {
        if (a.signsIn()) return "par son compte";
        return a.linked() ? "par un lien, fait" : "par un lien";
    }

    static String state(Addressee a, boolean closed, LocalDate today) {
        if (a.answered())
            return "a répondu"
                    + (a.answeredOn() == null
                            ? ""
                            : " " + FrenchDates.relative(a.answeredOn(), today));
        return closed ? "sans réponse" : "attendu";
    }

    /// « écrit il y a 9 j, relancé hier ».
    static String written(Addressee a, LocalDate today) {
        if (a.askedOn() == null) return a.email() == null ? "sans adresse" : "";
        return "écrit "
                + FrenchDates.relative(a.askedOn(), today)
                + (a.remindedOn() == null
                        ? ""
                        : ", relancé "
                                + (a.reminders() == 1 ? "" : a.reminders() + " fois, ")
                                + FrenchDates.relative(a.remindedOn(), today));
    }
}
