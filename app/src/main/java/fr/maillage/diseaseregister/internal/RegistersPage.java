package fr.maillage.diseaseregister.internal;

import fr.maillage.web.FormView;
import java.util.List;

/// The registers of the structure.
public record RegistersPage(List<Row> rows, FormView create) {

    /// @param objections persons who object, to it or to all
    /// @param removed cases that came out
    public record Row(
            String href, String title, String state, int cases, int objections, int removed) {}
}
