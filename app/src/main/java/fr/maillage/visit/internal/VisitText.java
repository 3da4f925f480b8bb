package fr.maillage.visit.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.agenda.Outcome;
import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// French sentences of the visits; those of a telephone without a network are in its page and in
/// `visit.js`.
final class VisitText {

    static final String PREPARED =
            "Visite préparée. Gardez-la maintenant sur votre téléphone, ou imprimez-la.";
    static final String DIRECTIONS_LONG = "500" + NBSP + "caractères au plus.";
    static final String UNKNOWN_QUESTIONNAIRE = "Choisissez parmi les questionnaires proposés.";
    static final String NOW = "Une visite de maintenant (notée dans votre agenda)";

    static final String UNREADABLE =
            "Cette saisie ne peut pas être lue. Elle reste sur ce téléphone"
                    + NBSP
                    + ": copiez-la ou imprimez-la.";
    static final String TOO_LONG =
            "20"
                    + NBSP
                    + "000 caractères au plus dans un champ"
                    + NBSP
                    + ": raccourcissez le texte, rien n’est perdu.";
    static final String GONE =
            "Vous n’avez plus accès à ce dossier, ou ce que vous avez saisi n’y est plus. Votre saisie reste sur ce téléphone"
                    + NBSP
                    + ": copiez-la ou imprimez-la, et remettez-la à la personne qui suit ce dossier.";
    static final String OVER =
            "Cette visite est déjà terminée. Votre saisie reste sur ce téléphone"
                    + NBSP
                    + ": copiez-la ou imprimez-la, puis notez-la dans le dossier.";
    static final String KEY_LOST =
            "La clé de cette visite ne s’ouvre plus" + NBSP + ": préparez la visite à nouveau.";
    static final String OUTCOME = "Issue de la visite";
    static final String NOTE = "Notes";
    static final String OUTCOME_MISSING = "Dites si la visite a eu lieu.";
    static final String WHY_MISSING = "Dites en quelques mots pourquoi la visite n’a pas eu lieu.";
    static final String OUTCOME_TAKEN =
            "Un collègue a déjà noté l’issue de ce rendez-vous. Rien n’a été remplacé.";
    static final String MARK_MISSING = "Dites si cet acte a été fait.";
    static final String REASON_MISSING = "Choisissez pourquoi cet acte n’a pas été fait.";
    static final String NOT_A_DAY = "Cette date n’existe pas.";
    static final String CONTACT_LOGGED = "Contact enregistré.";

    private VisitText() {}

    static String closed(Outcome outcome) {
        return "Ce rendez-vous a déjà une issue"
                + NBSP
                + ": "
                + Typography.inSentence(outcome.label())
                + ".";
    }

    static String about(String title) {
        return title + NBSP + ": ";
    }

    static String outcome(Outcome outcome) {
        return about("Visite") + Typography.inSentence(outcome.label()) + ".";
    }

    static String markTaken(@Nullable String by) {
        return (by == null ? "Un collègue" : by)
                + " a déjà dit ce qu’il en est de cet acte. Rien n’a été remplacé.";
    }

    static String mark(Mark mark) {
        return switch (mark) {
            case Mark.Done(var on, var by, _) ->
                    "Fait le " + FrenchDates.date(on) + (by == null ? "" : ", par " + by);
            case Mark.Missed(var why, _) -> about("Non fait") + Typography.inSentence(why.label());
            case Mark.Unmark _ -> "À faire";
        };
    }

    static String alreadyLogged(Instant at) {
        return "Ce contact a déjà été enregistré, "
                + FrenchDates.exact(at)
                + ", avec d’autres mots. Notez la suite comme un nouveau contact.";
    }

    /// The line of the trail, which the person may read.
    static String trail(Instant typed, Instant received) {
        return "VISITE, " + when(typed, received);
    }

    private static String when(Instant typed, Instant received) {
        return "saisi hors connexion le " + at(typed) + ", reçu le " + at(received);
    }

    /// « 2 juin 2026 à 14:12 »
    static String at(Instant instant) {
        var at = LocalDateTime.ofInstant(instant, FrenchDates.PARIS);
        return FrenchDates.date(at.toLocalDate()) + " à " + FrenchDates.time(at);
    }

    static String lineOfLife(int entries) {
        return entries == 1
                ? "Une saisie de visite hors connexion reçue"
                : entries + " saisies de visite hors connexion reçues";
    }

    /// What was received, an entry a sentence.
    static List<String> received(List<VisitRepository.Line> lines) {
        return lines.stream()
                .map(line -> kind(line.kind()) + ", " + when(line.typed(), line.received()) + ".")
                .toList();
    }

    private static String kind(String kind) {
        return switch (EntryService.Kind.valueOf(kind)) {
            case ISSUE -> OUTCOME;
            case ACTE -> "Acte du plan";
            case CONTACT -> "Contact";
            case EVALUATION -> "Évaluation";
        };
    }

    static String due(LocalDate from, LocalDate until, LocalDate today) {
        return from.equals(until)
                ? "le " + FrenchDates.shortDay(from, today)
                : "du "
                        + FrenchDates.shortDay(from, today)
                        + " au "
                        + FrenchDates.shortDay(until, today);
    }
}
