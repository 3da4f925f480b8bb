package fr.maillage.intake.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The board of requests.
///
/// @param doors by which door they came, each with its count
public record BoardPage(
        List<Tile> tiles,
        List<Tile> doors,
        List<Column> columns,
        boolean mayAct,
        boolean mayCreate,
        List<Choice> team) {

    /// A filter; its count is the length of the list it opens.
    public record Tile(
            String href, String label, int count, String css, String icon, boolean current) {}

    /// @param css `is-urgent` or nothing
    public record Column(String label, String css, List<Card> cards) {}

    /// @param title family name, or « Sans usager désigné »
    /// @param why coded motives
    /// @param because why this level; empty for those who may not read it
    /// @param elsewhere the entrance that declares it, when ours does not
    /// @param mark what is late or due, with its class and icon
    public record Card(
            String id,
            @Nullable String family,
            String title,
            @Nullable String detail,
            String why,
            String asker,
            String since,
            String sinceExact,
            @Nullable String level,
            @Nullable String because,
            String mark,
            String markCss,
            String markIcon,
            @Nullable String owner,
            boolean takeable,
            @Nullable String footnote,
            @Nullable String elsewhere,
            @Nullable String elsewhereHref) {}
}
