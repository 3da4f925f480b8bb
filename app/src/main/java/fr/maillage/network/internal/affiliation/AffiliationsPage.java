package fr.maillage.network.internal.affiliation;

import fr.maillage.network.internal.TypedForm;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Professionals of the network, outside it, and gone.
public record AffiliationsPage(
        TypedForm form,
        TypedForm exit,
        Map<String, String> statuses,
        Map<String, String> exits,
        List<Line> members,
        List<Line> outside,
        List<Line> left,
        int voluntary) {

    /// @param exit « sortie volontaire le 2 juin 2026 : trop de réunions »
    public record Line(
            String id,
            String name,
            String profession,
            String status,
            String joined,
            @Nullable String exit) {}
}
