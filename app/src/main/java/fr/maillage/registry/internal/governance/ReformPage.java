package fr.maillage.registry.internal.governance;

import fr.maillage.registry.internal.Check;
import java.util.List;

/// The reform in two steps, for the agency.
///
/// @param state kept; "" for all
/// @param states each with its count
/// @param outside networks the guide leaves out (regional ones of cancer and perinatality)
/// @param consultations those that were led with it
/// @param said « 3 territoires sur 15 ont un signataire pluri-thématique »
public record ReformPage(
        String state,
        List<State> states,
        List<Line> lines,
        int outside,
        List<Consultation> consultations,
        List<Territory> territories,
        String said) {

    public record State(String code, String label, int count, boolean current) {}

    /// @param criteria of the state: efficiency, bearing the support
    /// @param css of the state
    public record Line(
            String href,
            String name,
            String type,
            String state,
            String css,
            String reviewed,
            String criteria,
            String outcome,
            String contract) {}

    public record Consultation(String href, String name, String of, List<Check> checks) {}

    /// A proximity zone, and who signed for it.
    public record Territory(
            String zone, String above, String state, String css, List<Signatory> signatories) {}

    /// @param words « 4 thèmes, jusqu’au 31 décembre 2028 »
    public record Signatory(String href, String name, String words) {}
}
