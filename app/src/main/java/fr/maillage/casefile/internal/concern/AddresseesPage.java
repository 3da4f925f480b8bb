package fr.maillage.casefile.internal.concern;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structure's list of addressees.
///
/// @param why why a removal was refused; null otherwise
public record AddresseesPage(List<Line> lines, FormView add, @Nullable String why) {

    /// @param checked « vérifié le… » or « source à vérifier »
    /// @param remove address that takes it out
    public record Line(
            String kind,
            String name,
            String where,
            String ways,
            @Nullable String source,
            String checked,
            boolean toCheck,
            FormView edit,
            String remove) {}

    /// One of those proposed for a concern.
    ///
    /// @param phone as it is dialled; null when there is none
    public record Proposed(
            String kind,
            String name,
            @Nullable String phone,
            String ways,
            String checked,
            boolean toCheck) {}
}
