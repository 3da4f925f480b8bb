package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The paper twin of a questionnaire: everything it may ask, hidden parts included.
///
/// @param banner whose sheet it is; null for a blank one
/// @param numbers rank of each question, by linkId
/// @param when when a conditional part is to be answered, in words, by linkId
/// @param asksContext whether day, place and participants are asked on top, the questionnaire not
///   asking them itself
public record PaperPage(
        @Nullable Banner banner,
        FormView form,
        String version,
        Map<String, Integer> numbers,
        Map<String, String> when,
        boolean asksContext,
        List<String> places,
        List<String> participants,
        String printedOn) {

    /// What is written before a question: its number.
    public String number(String linkId) {
        var number = numbers.get(linkId);
        return number == null ? "" : number + ".";
    }
}
