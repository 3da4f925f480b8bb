package fr.maillage.network.internal.affiliation;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Professionals of the network by where they stand, fifty at a time.
///
/// @param standings members, those outside, those gone, each with how many
/// @param total how many stand where the reader looks
/// @param voluntary « dont 3 de leur fait », "" elsewhere than among those gone
/// @param previous address of the page before, null on the first
public record AffiliationsPage(
        Sent form,
        Map<String, String> statuses,
        List<Choice> standings,
        List<Line> lines,
        int total,
        String voluntary,
        @Nullable String previous,
        @Nullable String next) {

    /// Where one may stand.
    public record Choice(String href, String label, int people, boolean chosen) {}

    /// @param joined « 1er mars 2024 », "" for somebody outside
    /// @param agreement day the convention was signed; null when none was
    /// @param exit « Sortie volontaire le 2 juin 2026 : trop de réunions », null for somebody there
    public record Line(
            String id,
            String name,
            String profession,
            String status,
            String joined,
            @Nullable String agreement,
            @Nullable String exit) {}
}
