package fr.maillage.casefile.internal.succession;

import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;

/// Noting who replaces a professional.
///
/// @param line a line of a circle that bears them
/// @param persons whose circles change, by name
/// @param total how many they are
/// @param known professionals of the directory near what was typed
public record SuccessionPage(
        String line,
        String name,
        String profession,
        List<Person> persons,
        int total,
        String typed,
        List<SuccessionsPage.Candidate> known,
        Sent form,
        FormErrors errors) {

    /// Somebody whose circle changes.
    public record Person(String href, String name) {}
}
