package fr.maillage.agenda.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who works when: a member's own hours, else the structure's, else [WorkingHours#BY_DEFAULT].
@Component
class HoursBook {

    private final JdbcClient sql;

    HoursBook(JdbcClient sql) {
        this.sql = sql;
    }

    private record Line(Optional<UUID> member, DayOfWeek day, WorkingHours.Slot slot) {}

    /// Hours of each of these members.
    Map<UUID, WorkingHours> of(Collection<UUID> members) {
        var lines =
                sql
                        .sql(
                                """
                                select member_id, weekday, opens, closes from agenda.hours
                                 where member_id is null or member_id = any (cast(:members as uuid[]))
                                 order by weekday, opens
                                """)
                        .param("members", SqlArrays.of(members))
                        .query((row, _) ->
                                new Line(
                                        Optional.ofNullable(row.getObject("member_id", UUID.class)),
                                        DayOfWeek.of(row.getInt("weekday")),
                                        new WorkingHours.Slot(
                                                row.getObject("opens", LocalTime.class),
                                                row.getObject("closes", LocalTime.class))))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Line::member));
        var structure = hours(lines.get(Optional.<UUID>empty()), WorkingHours.BY_DEFAULT);
        var all = new HashMap<UUID, WorkingHours>();
        for (var member : members)
            all.put(member, hours(lines.get(Optional.of(member)), structure));
        return all;
    }

    private static WorkingHours hours(
            @org.jspecify.annotations.Nullable List<Line> lines, WorkingHours otherwise) {
        if (lines == null) return otherwise;
        return new WorkingHours(
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::day,
                                        Collectors.mapping(Line::slot, Collectors.toList()))));
    }
}
