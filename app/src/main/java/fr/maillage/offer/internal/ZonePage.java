package fr.maillage.offer.internal;

import fr.maillage.web.FormView.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What answers the needs in a zone: need by need, or commune by commune for one of them.
///
/// @param profession whether a profession answers the need shown too
/// @param need words of the need shown commune by commune; null when every need is
public record ZonePage(
        List<Group> zones,
        List<Group> needs,
        List<Group> distances,
        String zone,
        @Nullable String need,
        boolean profession,
        List<NeedRow> rows,
        List<CommuneRow> communes,
        int km,
        String speed) {

    /// @param professionals « – » where no profession answers alone
    /// @param without communes of the zone nobody reaches
    /// @param inhabitants theirs
    public record NeedRow(
            String need,
            String href,
            int offers,
            String free,
            String professionals,
            int without,
            String inhabitants,
            int waiting,
            boolean gap) {}

    /// @param nearest name and way of the nearest offer; null when none reaches
    public record CommuneRow(
            String commune,
            String href,
            String population,
            @Nullable String nearest,
            @Nullable String way,
            int offers,
            String free,
            int professionals,
            int waiting,
            boolean gap) {}
}
