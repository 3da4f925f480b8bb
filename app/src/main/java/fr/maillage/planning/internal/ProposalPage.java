package fr.maillage.planning.internal;

import fr.maillage.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A proposal: figures, map, days side by side, what finds no place.
public record ProposalPage(
        String id,
        String period,
        String sub,
        String state,
        String tone,
        String icon,
        boolean working,
        boolean open,
        int version,
        Progress progress,
        List<Figure> figures,
        List<Day> days,
        List<Unplaced> unplaced,
        @Nullable RoundMap map,
        List<Choice> shown,
        List<Legend> legend,
        String speed,
        FormErrors errors,
        @Nullable String conflict) {

    /// @param words « 31 visites placées sur 34, 12 km de moins »
    public record Progress(String id, String state, String words, boolean working) {}

    /// A figure against what one would do by hand.
    public record Figure(String label, String value, String hand, String gain, boolean better) {}

    /// @param day ISO
    public record Day(String day, String label, List<Cell> cells) {

        /// Whether nobody goes anywhere that day: a place to move a visit to.
        public boolean free() {
            return cells.stream().allMatch(c -> c.lines().isEmpty());
        }
    }

    /// The round of one member, that day.
    public record Cell(String member, String name, String tone, String summary, List<Line> lines) {}

    /// @param late « 3 jours de retard »; null when on time
    /// @param other said when somebody else than who follows the person goes; null else
    public record Line(
            String id,
            String href,
            String time,
            String name,
            String commune,
            String reasons,
            String way,
            boolean pinned,
            boolean accepted,
            @Nullable String late,
            @Nullable String other) {}

    /// A visit no day holds.
    public record Unplaced(
            String href, String name, String commune, String reasons, String due, String why) {}

    /// A way of showing the map.
    public record Choice(String href, String label, boolean current) {}

    /// Whose line is which.
    public record Legend(String tone, String name, String words) {}
}
