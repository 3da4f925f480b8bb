package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a page that writes several lines at once saw of them when it was printed: the second of two
/// such writings is told. A piece written by itself is compared field by field ([DraftService]).
final class Tags {

    private Tags() {}

    /// Records compare and print by their fields.
    private static String of(Content.Goal g) {
        return digest(g.toString());
    }

    static String of(List<Content.Goal> goals) {
        return digest(goals.toString());
    }

    /// Every goal and intervention, and something else seen with them.
    static String of(Content content, int besides) {
        var seen = new StringBuilder();
        content.goals().forEach(g -> seen.append(of(g)));
        content.interventions().forEach(i -> seen.append(of(i)));
        return digest(seen.append(besides).toString());
    }

    private static String of(Content.Intervention i) {
        return digest(
                new Object[] {
                    i.id(),
                    i.goalId(),
                    i.type(),
                    i.title(),
                    i.actorId(),
                    i.actorName(),
                    i.mainActor(),
                    i.place(),
                    i.recurrence().startsOn(),
                    i.recurrence().endsOn(),
                    i.recurrence().everyN(),
                    i.recurrence().unit(),
                    i.recurrence().times(),
                    i.recurrence().weekdays().stream().sorted().toList(),
                    after(i.recurrence().after()),
                    i.windowDays(),
                    i.toleranceDays(),
                    i.note()
                });
    }

    private static String after(Recurrence.@Nullable After after) {
        return after == null
                ? ""
                : after.n() + after.unit() + after.what() + Objects.toString(after.act(), "");
    }

    private static String digest(Object[] values) {
        return digest(Arrays.toString(values));
    }

    private static String digest(String seen) {
        return HexFormat.of().formatHex(Sha256.of(seen), 0, 12);
    }
}
