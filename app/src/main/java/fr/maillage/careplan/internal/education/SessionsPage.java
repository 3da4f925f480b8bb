package fr.maillage.careplan.internal.education;

import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sessions of the structure, and the programmes it offers.
///
/// @param counted persons and sessions of a year, in and out of the structure
public record SessionsPage(
        String counted,
        List<Line> coming,
        List<Line> past,
        List<Model> models,
        FormView plan,
        FormView offer) {

    /// @param places « 6 sur 8 »
    public record Line(
            String href,
            String title,
            String facts,
            String when,
            String places,
            boolean full,
            @Nullable String calledOff) {}

    /// @param facts level, diseases, who designed and runs it
    public record Model(
            String id, String title, String facts, boolean transversal, boolean retired) {}
}
