package fr.maillage.correspondence.internal;

import fr.maillage.web.FormRefused;
import fr.maillage.web.Submission;

import java.time.DateTimeException;
import java.time.LocalDate;

/// The day a letter left or came back, as typed in the field `le`.
final class PostingDay {

    private static final String FIELD = "le";

    private PostingDay() {}

    /// The day typed. Refuses none, one that is no date and one to come.
    static LocalDate of(Submission sent, LocalDate today) {
        try {
            var day = LocalDate.parse(sent.text(FIELD));
            if (day.isAfter(today))
                throw FormRefused.because(FIELD, CorrespondenceText.DATE_TO_COME);
            return day;
        } catch (DateTimeException _) {
            throw FormRefused.because(FIELD, CorrespondenceText.DATE_NEEDED);
        }
    }

    /// The same; today when nothing is typed.
    static LocalDate orToday(Submission sent, LocalDate today) {
        return sent.text(FIELD).isEmpty() ? today : of(sent, today);
    }
}
