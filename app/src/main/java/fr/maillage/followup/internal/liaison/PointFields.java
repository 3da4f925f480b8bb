package fr.maillage.followup.internal.liaison;

import fr.maillage.followup.internal.Choice;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of a point de coordination, new or corrected.
///
/// @param action where it is sent
/// @param correcting a point already noted: it says why, and decisions are added to its own
/// @param conflict why nothing was saved: a colleague was first; null otherwise
/// @param circle who may be ticked
/// @param rows rows for decisions, counted from 1
public record PointFields(
        String action,
        boolean correcting,
        @Nullable String conflict,
        List<Choice> modes,
        List<Choice> circle,
        List<Choice> members,
        List<Integer> rows,
        Sent form,
        FormErrors errors) {

    /// Whether something is typed, or wrong, in a decision after the first.
    public boolean more() {
        return rows.stream()
                .skip(1)
                .anyMatch(n ->
                        Stream.of("decision", "due", "who")
                                .map(field -> field + n)
                                .anyMatch(field ->
                                        !form.text(field).isEmpty() || errors.of(field) != null));
    }
}
