package fr.maillage.directory.internal.load;

import fr.maillage.web.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One edition: what became of it, its lines left out or remarked upon, who came, left or moved.
///
/// @param progress where it stands; null when it is over
/// @param why of a refusal, with what to do; null otherwise
/// @param stopped whether something else than the file stopped it
/// @param confirmable whether « Confirmer » is offered
/// @param shown which list is shown: `lignes` or `mouvements`
/// @param more said when not every line of a reason is kept; null when all are
public record EditionPage(
        String id,
        String source,
        String file,
        String given,
        Mark state,
        String outcome,
        @Nullable Progress progress,
        @Nullable String why,
        boolean stopped,
        boolean confirmable,
        @Nullable String error,
        String shown,
        List<Tile> tiles,
        List<Counted> reasons,
        List<Fault> faults,
        List<Movement> movements,
        @Nullable String more,
        @Nullable String previous,
        @Nullable String next) {

    /// @param percent −1 when the step reads nothing
    public record Progress(String words, int percent) {}

    public record Tile(String href, String count, String label, String icon, String tone) {}

    /// @param refused whether the lines were left out
    public record Counted(String reason, String lines, boolean refused) {}

    /// @param line number in the file, "" when it concerns several
    public record Fault(String line, String reason, String detail, boolean refused) {}

    /// @param name "" when the file did not say
    public record Movement(String number, String name, String kind) {}
}
