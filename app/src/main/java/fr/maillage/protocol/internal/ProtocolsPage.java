package fr.maillage.protocol.internal;

import fr.maillage.web.FormErrors;
import fr.maillage.web.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The protocols of the structure, and those it may take a copy of.
///
/// @param write whether who reads may take, begin and import
/// @param begin the form that begins one
public record ProtocolsPage(
        List<Line> own,
        List<Offer> shipped,
        List<Offer> shelf,
        boolean write,
        FormView begin,
        FormErrors errors) {

    /// @param state « Publié, v2 », « Brouillon »
    /// @param review when it is to be read again; late when that day is over
    public record Line(
            String href,
            String title,
            String nature,
            String theme,
            String state,
            String stateTone,
            String review,
            boolean late,
            int plans,
            @Nullable String from) {}

    /// A protocol to take.
    ///
    /// @param kind `livre` or `partage`
    public record Offer(
            String kind, String id, String title, String sub, String href, boolean own) {}
}
