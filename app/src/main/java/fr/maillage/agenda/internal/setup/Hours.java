package fr.maillage.agenda.internal.setup;

import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Working hours of the structure, and of members who have their own.
@Component
@Transactional
class Hours {

    private final JdbcClient sql;

    Hours(JdbcClient sql) {
        this.sql = sql;
    }

    private record Line(int weekday, WeekForm.Hours hours) {}

    /// Hours set for the structure (null) or a member, by ISO weekday; empty when none are.
    Map<Integer, List<WeekForm.Hours>> of(@Nullable UUID member) {
        return sql
                .sql(
                        """
                        select weekday, opens, closes from agenda.hours
                         where member_id is not distinct from cast(:member as uuid) order by weekday, opens
                        """)
                .param("member", member == null ? null : member.toString())
                .query((row, _) ->
                        new Line(
                                row.getInt("weekday"),
                                new WeekForm.Hours(
                                        row.getObject("opens", LocalTime.class),
                                        row.getObject("closes", LocalTime.class))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Line::weekday,
                                Collectors.mapping(Line::hours, Collectors.toList())));
    }

    /// Sets them, in place of what was; a week without an hour gives back those above. Refuses by
    /// [FormRefused].
    ///
    /// @param typed Monday to Sunday
    void set(@Nullable UUID member, List<String> typed) {
        var errors = new FormErrors();
        var ids = new ArrayList<UUID>();
        var days = new ArrayList<Integer>();
        var opens = new ArrayList<LocalTime>();
        var closes = new ArrayList<LocalTime>();
        for (int day = 1; day <= 7; day++) {
            var hours = WeekForm.read(typed.get(day - 1));
            if (hours.isEmpty()) errors.add("day" + day, SetupText.HOURS);
            for (var one : hours.orElse(List.of())) {
                ids.add(Ids.next());
                days.add(day);
                opens.add(one.opens());
                closes.add(one.closes());
            }
        }
        FormRefused.unless(errors);
        sql.sql(
                        "delete from agenda.hours where member_id is not distinct from cast(:member as uuid)")
                .param("member", member == null ? null : member.toString())
                .update();
        sql.sql(
                        """
                        insert into agenda.hours (id, member_id, weekday, opens, closes)
                        select h.id, cast(:member as uuid), h.d, h.o, h.c
                          from unnest(cast(:ids as uuid[]), cast(:days as int[]), cast(:opens as time[]), cast(:closes as time[])) h(id, d, o, c)
                        """)
                .param("member", member == null ? null : member.toString())
                .param("ids", array(ids))
                .param("days", array(days))
                .param("opens", array(opens))
                .param("closes", array(closes))
                .update();
    }

    private static String array(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
