package fr.maillage.assessment.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Submission;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said of a filled paper sheet before it is typed, as typed.
public record SheetForm(String questionnaire, String onDate, String setting, String filledBy) {

    static final int LONGEST = 200;

    static SheetForm of(Submission sent) {
        return new SheetForm(
                sent.text("questionnaire"),
                sent.text("onDate"),
                sent.text("setting"),
                sent.text("filledBy").replace("\0", ""));
    }

    /// What was said, when every rule holds; else empty and `errors` says why.
    Optional<Sheet> read(FormErrors errors, LocalDate today, @Nullable LocalDate born) {
        if (questionnaire.isEmpty()) errors.add("questionnaire", AssessmentText.SHEET_WHICH);
        var day = day();
        if (day == null) errors.add("onDate", AssessmentText.DATE_MISSING);
        else if (day.isAfter(today)) errors.add("onDate", AssessmentText.DATE_FUTURE);
        else if (born != null && day.isBefore(born))
            errors.add("onDate", AssessmentText.DATE_BEFORE_BIRTH);
        if (!AssessmentText.SETTINGS.containsKey(setting))
            errors.add("setting", AssessmentText.SETTING_MISSING);
        if (filledBy.isEmpty()) errors.add("filledBy", AssessmentText.SHEET_BY_WHOM);
        else if (filledBy.length() > LONGEST) errors.add("filledBy", AssessmentText.LABEL_LONG);
        return !errors.none() || day == null
                ? Optional.empty()
                : Optional.of(new Sheet(questionnaire, day, setting, filledBy));
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(onDate);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// A sheet ready to be typed.
    ///
    /// @param code of the questionnaire
    record Sheet(String code, LocalDate onDate, String setting, String filledBy) {
        @Override
        public String toString() {
            return "Sheet[" + code + "]";
        }
    }
}
