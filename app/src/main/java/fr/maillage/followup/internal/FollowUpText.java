package fr.maillage.followup.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.intake.Motive;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The French of the module.
final class FollowUpText {
    private static final String S = Typography.NBSP;

    static final String WHO_MISSING =
            "Écrivez avec qui l’échange a eu lieu"
                    + S
                    + ": un nom, un lien de parenté ou un service suffit.";
    static final String WHO_TOO_LONG =
            "200 caractères au plus" + S + ": mettez la suite dans la note.";
    static final String TOO_LONG =
            "2 000 caractères au plus" + S + ": mettez la suite dans la note.";
    static final String NOTE_TOO_LONG =
            "Cette note dépasse 20 000 caractères"
                    + S
                    + ": raccourcissez-la, rien n’est perdu tant que la page reste ouverte.";
    static final String NOT_A_DAY =
            "Cette date n’existe pas" + S + ": écrivez le jour, le mois et l’année.";
    static final String NOT_A_TIME =
            "Cette heure n’existe pas" + S + ": écrivez par exemple 14:05.";
    static final String CONTACT_IN_FUTURE =
            "Cet échange n’a pas encore eu lieu"
                    + S
                    + ": vérifiez la date et l’heure, ou créez un rappel.";
    static final String MINUTES = "Une durée va de 0 à 1440 minutes.";
    static final String CALL_BACK_PAST =
            "La date de rappel est passée" + S + ": choisissez aujourd’hui ou plus tard.";
    static final String CHOOSE = "Choisissez l’une des propositions.";
    static final String TITLE_MISSING = "Écrivez ce qu’il y a à faire.";
    static final String OUTCOME_MISSING = "Dites en quelques mots ce qui s’est passé.";
    static final String POSTPONE_PAST = "Choisissez un jour à partir de demain.";
    static final String WHO_IS_IT = "De qui s’agit-il" + S + "?";

    static final String CONTACT_LOGGED = "Appel enregistré.";
    static final String SAME_HOUSEHOLD = "même foyer";
    static final String TASK_CREATED = "Tâche créée.";
    static final String TASK_DONE = "C’est noté.";

    /// Of the plan; whoever sees the task may not read the line.
    static final String READ_COMMENTS = "Lire les commentaires sur le plan";

    /// As above.
    static final String DECIDE_SUGGESTIONS = "Répondre aux propositions sur le plan";

    static final String TASK_OVER = "Fait";

    /// The task that a returned letter makes.
    static final String LETTER_RETURNED = "Courrier revenu" + S + ": retrouver la bonne adresse";

    /// The task that somebody who left the directory makes, before their names and after.
    static final String LEFT_DIRECTORY = "N’est plus à l’annuaire national" + S + ": ";

    static final String LEFT_DIRECTORY_DO = ". Vérifier le cercle et qui prend la suite";

    static final String BACK_IN_DIRECTORY = "De retour à l’annuaire national";

    private FollowUpText() {}

    static String postponed(LocalDate to, LocalDate today) {
        return "Reporté au " + FrenchDates.shortDay(to, today) + ".";
    }

    static String nobody(String typed) {
        return "Personne ne porte un nom proche de «\u00A0"
                + typed
                + "\u00A0» ici"
                + S
                + ": corrigez-le, ou enregistrez sans personne.";
    }

    static String logged(NewContact contact, int told, int opposed, int withoutDoctor) {
        var words =
                new StringBuilder(
                        contact.channel() == Channel.TELEPHONE
                                ? CONTACT_LOGGED
                                : "Échange enregistré.");
        var callBack = contact.callBack();
        if (callBack != null)
            words.append(" Rappel noté pour le ")
                    .append(FrenchDates.shortDay(callBack.day()))
                    .append('.');
        words.append(told(told, opposed, withoutDoctor));
        return words.toString();
    }

    /// What became of letters to attending doctors; begins with a space, empty when there is none.
    static String told(int told, int opposed, int withoutDoctor) {
        var words = new StringBuilder();
        if (told > 0) words.append(" Un courrier au médecin traitant attend dans Courriers.");
        if (opposed > 0)
            words.append(
                    " La personne s’oppose à ce que son médecin traitant soit prévenu"
                            + S
                            + ": rien ne part.");
        if (withoutDoctor > 0)
            words.append(" Pas de médecin traitant déclaré" + S + ": rien ne part.");
        return words.toString();
    }

    /// « Noter un appel pour LEROY Odette ».
    static String noteFor(List<String> names) {
        return names.isEmpty()
                ? "Noter un échange"
                : "Noter un échange pour " + String.join(" et ", names);
    }

    /// How people spoke, and who began: « Appel passé », « Lettre reçue », « Visite ».
    static String how(Channel channel, Direction direction) {
        var received = direction == Direction.ENTRANT;
        return switch (channel) {
            case TELEPHONE -> received ? "Appel reçu" : "Appel passé";
            case COURRIEL -> received ? "Courriel reçu" : "Courriel envoyé";
            case TELECOPIE -> received ? "Télécopie reçue" : "Télécopie envoyée";
            case COURRIER -> received ? "Lettre reçue" : "Lettre envoyée";
            case MSSANTE -> received ? "MSSanté, reçu" : "MSSanté, envoyé";
            case VISITE -> received ? "Passage à la structure" : "Visite";
            case REUNION -> "Réunion, point d’équipe";
        };
    }

    /// Why, of the coded motive and the words; null when nothing was said of it.
    static @Nullable String why(@Nullable Motive motive, @Nullable String reason) {
        if (motive == null || motive == Motive.AUTRE) return reason;
        return reason == null ? motive.label() : motive.label() + ", " + reason;
    }

    static String timeline(NewContact contact) {
        return how(contact.channel(), contact.direction())
                + ", "
                + contact.reached().label.toLowerCase(java.util.Locale.FRENCH);
    }

    static String detail(NewContact contact) {
        var words = new StringBuilder("Avec ").append(contact.who());
        var why = contact.why();
        if (why != null) words.append(". Motif").append(S).append(": ").append(why);
        if (contact.note() != null) words.append(". ").append(contact.note());
        if (contact.decided() != null)
            words.append(". Décidé").append(S).append(": ").append(contact.decided());
        return words.toString();
    }

    static final String SIGNIFICANT_SUBJECT = "Fait significatif porté à votre connaissance";

    static String significant(NewContact contact) {
        var body =
                new StringBuilder("survenu lors d’un échange du ")
                        .append(
                                FrenchDates.date(
                                        LocalDate.ofInstant(contact.at(), FrenchDates.PARIS)))
                        .append(" avec ")
                        .append(contact.who())
                        .append('.');
        var why = contact.why();
        if (why != null) body.append("\n\nMotif").append(S).append(": ").append(why);
        if (contact.note() != null) body.append("\n\n").append(contact.note());
        if (contact.decided() != null)
            body.append("\n\nAction décidée").append(S).append(": ").append(contact.decided());
        return body.toString();
    }

    /// The letter that carries a fact to the attending doctor; `fact` goes on from « un fait
    /// concernant …, ».
    static String toDoctor(String person, String fact, String author) {
        return "Docteur,\n\nNous portons à votre connaissance un fait concernant "
                + person
                + ", "
                + fact
                + "\n\nNous restons à votre disposition.\n\n"
                + author;
    }

    static String callBack(String who) {
        return "Rappeler " + who;
    }

    static String tooMany(String title) {
        return "«\u00A0"
                + title
                + "\u00A0» demande plus de "
                + Recurrence.MOST
                + " dates ou n’a pas de fin"
                + S
                + ": à corriger dans une nouvelle version du plan";
    }

    static String doneBy(@Nullable String by) {
        return by == null ? "Fait" : "Fait, confirmé par " + by;
    }

    static String doneOn(LocalDate day, @Nullable String by) {
        return "Le " + FrenchDates.date(day) + (by == null ? "" : ", par " + by);
    }

    static String notDone(fr.maillage.followup.NotDone why) {
        return "Non fait" + S + ": " + why.label().toLowerCase(java.util.Locale.FRENCH);
    }

    /// What was said of an act; null while nobody said anything.
    static @Nullable String state(
            String status,
            @Nullable LocalDate on,
            @Nullable String by,
            fr.maillage.followup.@Nullable NotDone why) {
        if (why != null) return notDone(why);
        if (on != null)
            return "Fait le " + FrenchDates.date(on) + (by == null ? "" : ", par " + by);
        return status.equals("SUSPENDU") ? "Suspendu" : null;
    }

    /// The answer to a marking by hand.
    static String of(
            fr.maillage.followup.FollowUp.Marked answer, fr.maillage.followup.FollowUp.Mark mark) {
        return mark instanceof fr.maillage.followup.FollowUp.Mark.Unmark
                        && answer instanceof fr.maillage.followup.FollowUp.Marked.Recorded
                ? "Marque annulée" + S + ": cet acte attend de nouveau."
                : of(answer);
    }

    /// The answer to a marking, to be said once.
    static String of(fr.maillage.followup.FollowUp.Marked answer) {
        return switch (answer) {
            case fr.maillage.followup.FollowUp.Marked.Recorded(var late) ->
                    late ? "Noté, hors délai." : "Noté.";
            case fr.maillage.followup.FollowUp.Marked.InTheFuture _ ->
                    "Cet acte n’a pas encore eu lieu"
                            + S
                            + ": choisissez aujourd’hui ou un jour passé.";
            case fr.maillage.followup.FollowUp.Marked.ByWhom _ ->
                    "Le plan ne nomme personne pour cet acte"
                            + S
                            + ": dites qui l’a réalisé. L’équipe d’appui coordonne, elle ne soigne pas.";
            case fr.maillage.followup.FollowUp.Marked.Suspended _ ->
                    "L’accompagnement est terminé ou en pause" + S + ": cet acte est suspendu.";
        };
    }

    static final String SHOWN_NO_MORE = " · ce qui le montrait a été retiré depuis";
    static final String UNDONE = "C’est annulé" + S + ": l’alerte est de nouveau ouverte.";
    static final String NOT_CLOSED = "Cette alerte est déjà ouverte.";
    static final String RAISED_AGAIN = "Cette alerte est déjà revenue d’elle-même.";
    static final String TOO_LATE_TO_UNDO =
            "Trop tard pour annuler"
                    + S
                    + ": une clôture se reprend dans les dix secondes, par qui l’a faite. Corrigez la marque dans le suivi, ou notez un échange.";

    static String undone(fr.maillage.followup.AlertRule rule) {
        return rule.label() + S + ": clôture annulée";
    }

    static final String ALREADY_CLOSED = "Cette alerte était déjà close.";
    static final String EVALUATE_FIRST =
            "Une évaluation d’urgence ne se reporte pas"
                    + S
                    + ": notez-la dans la demande, l’alerte se fermera d’elle-même.";
    static final String REASSESS_FIRST =
            "Ce plan a plus de douze mois"
                    + S
                    + ": réévaluez-le par une nouvelle version. L’alerte ne se reporte que d’une semaine.";
    static final String REMINDED_URGENT =
            "Relance notée. L’alerte reste en haut de la liste jusqu’à l’évaluation.";
    static final String SUPPORT_OVER = "Accompagnement terminé";

    static String closed(
            fr.maillage.followup.AlertRule rule, AlertOutcome outcome, @Nullable LocalDate until) {
        return rule.label()
                + S
                + ": "
                + outcome.label.toLowerCase(java.util.Locale.FRENCH).replace("mt ", "MT ")
                + (until == null ? "" : ", à revoir le " + FrenchDates.date(until));
    }

    /// @param sentence what is said of one of them
    static String closedTogether(int alerts, String sentence) {
        return alerts + " alertes" + S + ": " + sentence;
    }

    static String closedToast(AlertOutcome outcome, @Nullable LocalDate until, LocalDate today) {
        return outcome.label
                + (until == null
                        ? "."
                        : ", l’alerte reviendra "
                                + FrenchDates.shortDay(until, today)
                                + " si rien n’a changé.");
    }
}
