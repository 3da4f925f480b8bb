package fr.maillage.network.internal.affiliation;

import fr.maillage.web.Sent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One professional of the network.
///
/// @param mayJoin works with the team without having joined
/// @param mayLeave joined, and there still
public record AffiliationPage(
        AffiliationsPage.Line line,
        @Nullable String rpps,
        String notedBy,
        boolean mayJoin,
        boolean mayLeave,
        Sent form,
        Map<String, String> exits) {}
