package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One session: who is enrolled, who came.
///
/// @param places « 6 inscrits pour 8 places »
/// @param held its day has come
/// @param enrol null once it is full or called off
public record SessionPage(
        String href,
        String title,
        String when,
        List<String> facts,
        String places,
        boolean held,
        @Nullable String calledOff,
        List<Person> persons,
        @Nullable FormView enrol,
        FormView callOff,
        FormErrors errors) {

    /// @param states what became of the enrolment, the current one chosen
    public record Person(
            String programme,
            String href,
            String family,
            String given,
            String title,
            String state,
            String tone,
            List<FormView.Option> states) {}
}
