package fr.maillage.rcp.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// The letters of the module, which leave through the outgoing messages.
final class RcpLetters {

    private RcpLetters() {}

    static String accepted(Meeting meeting, String author) {
        return "Madame, Monsieur,\n\nVotre proposition de RCP est retenue"
                + NBSP
                + ": la question que vous posez est inscrite à "
                + RcpText.inSentence(meeting)
                + ", à "
                + FrenchDates.time(meeting.at())
                + ", "
                + RcpText.place(meeting)
                + ".\n\n"
                + author;
    }

    static String refused(Wish wish, String why, String author) {
        return "Madame, Monsieur,\n\nVous avez proposé une RCP le "
                + FrenchDates.date(LocalDate.ofInstant(wish.wishedAt(), FrenchDates.PARIS))
                + ". Elle n’est pas retenue pour cette raison"
                + NBSP
                + ": "
                + why
                + "\n\n"
                + author;
    }

    static String calledOffSubject(Meeting meeting) {
        return RcpText.inSentence(meeting) + " est annulée";
    }

    static String movedSubject(Meeting meeting) {
        return meeting.kind().label + " déplacée au " + FrenchDates.date(meeting.day());
    }

    /// For whoever was invited: neither who nor why.
    static String calledOff(Meeting meeting, String author) {
        return "Madame, Monsieur,\n\n"
                + Typography.capital(RcpText.inSentence(meeting))
                + ", à laquelle vous étiez invité, n’aura pas lieu. Si elle est reportée, vous recevrez une"
                + " nouvelle invitation.\n\n"
                + author;
    }

    /// The same.
    static String moved(Meeting meeting, String author) {
        return "Madame, Monsieur,\n\nLa réunion à laquelle vous étiez invité change. Elle aura lieu le "
                + FrenchDates.exact(meeting.starts())
                + " ("
                + RcpText.length(meeting.minutes())
                + "), "
                + RcpText.place(meeting)
                + ".\n\nMerci de nous dire à nouveau si vous y serez.\n\n"
                + author;
    }

    static String invitationSubject(Meeting meeting) {
        return "invitation à " + RcpText.inSentence(meeting);
    }

    /// For somebody of outside: neither who nor why.
    static String invitation(Meeting meeting, int persons, String author) {
        return "Madame, Monsieur,\n\nNous vous invitons à "
                + RcpText.inSentence(meeting)
                + ", à "
                + FrenchDates.time(meeting.at())
                + " ("
                + RcpText.length(meeting.minutes())
                + ")"
                + NBSP
                + ": "
                + RcpText.place(meeting)
                + ".\n\n"
                + (persons > 1
                        ? persons + " situations y seront examinées."
                        : "Une situation y sera examinée.")
                + " Les personnes concernées en sont informées.\n\n"
                + "Merci de nous dire si vous y participerez, sur place ou à distance.\n\n"
                + author;
    }

    /// The minutes as a letter.
    ///
    /// @param whole what was asked and said as well as what was decided
    static String minutesBody(
            Meeting meeting,
            Item item,
            List<Participant> there,
            List<Decision> decisions,
            boolean whole,
            String author) {
        var body = new StringBuilder("Madame, Monsieur,\n\nLa situation de ");
        body.append(item.person()).append(" a été examinée à ").append(RcpText.inSentence(meeting));
        body.append(".\n\nPrésents").append(NBSP).append(": ");
        body.append(
                there.stream()
                        .filter(p -> Boolean.TRUE.equals(p.present()))
                        .map(p -> p.name() + ", " + Typography.inSentence(p.profession()))
                        .collect(Collectors.joining(NBSP + "; ")));
        body.append('.');
        if (whole) {
            body.append("\n\nQuestion posée").append(NBSP).append(": ").append(item.question());
            if (!item.notes().isBlank())
                body.append("\n\nCe qui a été dit")
                        .append(NBSP)
                        .append(":\n\n")
                        .append(item.notes());
        }
        body.append("\n\n");
        if (decisions.isEmpty()) body.append("Aucune décision n’a été prise.");
        else {
            body.append(whole ? "Décisions" : "Décisions qui concernent votre part du plan");
            body.append(NBSP).append(":\n");
            for (var decision : decisions)
                body.append("\n- ")
                        .append(decision.text())
                        .append(RcpText.when(decision))
                        .append('.');
        }
        return body.append("\n\n").append(author).toString();
    }

    static String expertiseBody(
            @Nullable String person, String question, LocalDate due, String author) {
        return "Madame, Monsieur,\n\nNous demandons votre avis au sujet "
                + (person == null
                        ? "d’une personne que nous accompagnons, sans la nommer"
                        : "de " + person)
                + ".\n\n"
                + question
                + "\n\nNous souhaitons votre réponse avant le "
                + FrenchDates.date(due)
                + ".\n\n"
                + author;
    }
}
