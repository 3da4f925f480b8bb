package fr.maillage.territory.internal.redraw;

import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// Takes in the populations of a year: code;population, with the year and the source said once. A
/// figure of the same year and source takes the place of the former; others stay beside it.
@Service
class PopulationService {

    private static final int TOLD = 20;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    PopulationService(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /// How many communes have one from this file. Throws `FormRefused` for a file with wrong lines,
    /// unless they are to be left out.
    @Transactional
    int load(@Nullable MultipartFile file, Sent form) {
        var year = form.requiredNumber("year", 1850, 2200);
        var source = form.required("source", 200);
        if (file == null || file.isEmpty()) form.errors().add("file", RedrawText.NO_POPULATIONS);
        FormRefused.unless(form.errors());
        var wrong = new ArrayList<String>();
        var people = new HashMap<String, Integer>();
        for (var row : Lines.rows(text(file), List.of("code", "population"))) {
            var code = row.field("code");
            var count = row.field("population").replaceAll("[\\s\\u00A0\\u202F]", "");
            if (!count.matches("\\d{1,8}"))
                wrong.add(RedrawText.line(row.number(), RedrawText.NOT_A_COUNT));
            else if (people.putIfAbsent(code, Integer.parseInt(count)) != null)
                wrong.add(RedrawText.line(row.number(), RedrawText.twiceHere(code)));
        }
        var known = known(people.keySet().toArray(String[]::new));
        people.keySet().stream()
                .filter(code -> !known.containsKey(code))
                .sorted()
                .forEach(code -> wrong.add(RedrawText.commune(code)));
        if (!wrong.isEmpty() && !form.checked("partial"))
            throw FormRefused.because(
                    "file",
                    RedrawText.wrongPopulations(wrong.size(), wrong.stream().limit(TOLD).toList()));
        // communes that were merged give theirs to the one of today
        var today = new HashMap<String, Integer>();
        people.forEach((code, count) -> {
            var now = known.get(code);
            if (now != null) today.merge(now, count, Integer::sum);
        });
        jdbc.batchUpdate(
                """
                insert into territory.population (commune_code, year, source, people) values (?, ?, ?, ?)
                on conflict (commune_code, year, source) do update set people = excluded.people
                """,
                today.entrySet().stream()
                        .map(e -> new Object[] {e.getKey(), year, source, e.getValue()})
                        .toList());
        return today.size();
    }

    private static String text(@Nullable MultipartFile file) {
        try {
            return file == null ? "" : Lines.text(file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HashMap<String, String> known(String[] codes) {
        var known = new HashMap<String, String>();
        sql.sql(
                        """
                        select c.code as told, c.code from territory.commune c where c.code = any (:codes)
                        union all
                        select f.old_code, f.code from territory.commune_former f where f.old_code = any (:codes)
                           and not exists (select 1 from territory.commune o where o.code = f.old_code)
                        """)
                .param("codes", codes)
                .query((row, _) -> known.put(row.getString("told"), row.getString("code")))
                .list();
        return known;
    }
}
