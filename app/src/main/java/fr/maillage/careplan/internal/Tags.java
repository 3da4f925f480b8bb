package fr.maillage.careplan.internal;

import fr.maillage.careplan.Recurrence;
import fr.maillage.kernel.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a form saw when it was printed. Each section and each line of a draft has its own: two
/// people may write in two sections at once, and the second of two in the same section is told.
final class Tags {

    private Tags() {}

    static String of(Topic.Section section, Content content) {
        var seen = new StringBuilder(section.name());
        for (var topic : Topic.values())
            if (topic.section() == section) seen.append('\u0001').append(content.text(topic));
        if (section == Topic.Section.CONDUITE)
            seen.append('\u0001')
                    .append(content.reassessOn())
                    .append('\u0001')
                    .append(content.referentId());
        return digest(seen.toString());
    }

    /// Records compare and print by their fields.
    static String of(Content.Pathology p) {
        return digest(p.toString());
    }

    static String of(Content.Goal g) {
        return digest(g.toString());
    }

    static String of(List<Content.Goal> goals) {
        return digest(goals.toString());
    }

    static String of(Content.Aid a) {
        return digest(a.toString());
    }

    /// Every goal and intervention, and something else seen with them.
    static String of(Content content, int besides) {
        var seen = new StringBuilder();
        content.goals().forEach(g -> seen.append(of(g)));
        content.interventions().forEach(i -> seen.append(of(i)));
        return digest(seen.append(besides).toString());
    }

    static String of(Content.Intervention i) {
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
