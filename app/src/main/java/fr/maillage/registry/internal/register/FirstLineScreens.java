package fr.maillage.registry.internal.register;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.registry.internal.register.FirstLinePage.Expectation;
import fr.maillage.registry.internal.register.FirstLinePage.Relation;
import fr.maillage.registry.internal.register.FirstLinePage.Subject;
import fr.maillage.registry.internal.sheet.SheetText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What professionals of the first line expect of the structures of the register that are open, and
/// the relations agreed with them, for the agency and whoever works here. Source: SROS NPdC, annexe
/// réseaux, §4.5.2 (action 13).
@Component
@Transactional(readOnly = true)
class FirstLineScreens {

    static final String HERE = "/registre/premier-recours";

    private static final int SHOWN = 200;

    private final JdbcClient sql;
    private final Clock clock;

    FirstLineScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param subject code of the only subject listed; "" or unknown for all
    FirstLinePage page(String subject) {
        var chosen = SheetText.EXPECTATIONS.containsKey(subject) ? subject : "";
        return new FirstLinePage(
                List.copyOf(SheetText.ANSWERS.values()),
                subjects(),
                chosen,
                RegisterText.expected(SheetText.EXPECTATIONS.get(chosen)),
                expectations(chosen),
                relations());
    }

    private List<Subject> subjects() {
        var counts = new HashMap<String, Map<String, Integer>>();
        var heard = new HashMap<String, Integer>();
        sql.sql(
                        """
                        with heard as (select e.* from registry.expectation e join registry.structure s on s.id = e.structure_id
                                        where s.closed_on is null or s.closed_on >= :today)
                        select e.subject, e.answer, count(*) as many, (select count(distinct o.structure_id) from heard o where o.subject = e.subject) as structures
                          from heard e group by e.subject, e.answer
                        """)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var subject = row.getString("subject");
                    heard.put(subject, row.getInt("structures"));
                    counts.computeIfAbsent(subject, _ -> new HashMap<>())
                            .put(row.getString("answer"), row.getInt("many"));
                });
        return SheetText.EXPECTATIONS.entrySet().stream()
                .filter(s -> counts.containsKey(s.getKey()))
                .map(s -> {
                    var answers = new LinkedHashMap<String, Integer>();
                    var found = counts.getOrDefault(s.getKey(), Map.of());
                    SheetText.ANSWERS.forEach(
                            (code, words) -> answers.put(words, found.getOrDefault(code, 0)));
                    return new Subject(
                            s.getKey(),
                            s.getValue(),
                            HERE + "?attente=" + s.getKey(),
                            answers.values().stream().mapToInt(Integer::intValue).sum(),
                            heard.getOrDefault(s.getKey(), 0),
                            answers);
                })
                .toList();
    }

    private List<Expectation> expectations(String subject) {
        return sql.sql(
                        """
                        select e.*, s.name from registry.expectation e join registry.structure s on s.id = e.structure_id
                         where (:subject = '' or e.subject = :subject) and (s.closed_on is null or s.closed_on >= :today)
                         order by e.answer <> 'A_ETUDIER', e.heard_on desc, s.name, e.id limit :most
                        """)
                .param("subject", subject)
                .param("today", LocalDate.now(clock))
                .param("most", SHOWN)
                .query((row, _) -> expectation(row))
                .list();
    }

    private static Expectation expectation(ResultSet row) throws SQLException {
        var answer = row.getString("answer");
        var answered = row.getObject("answered_on", LocalDate.class);
        return new Expectation(
                "/registre/" + row.getString("structure_id") + "?partie=conventions#attentes",
                row.getString("name"),
                SheetText.FIRST_LINE_GROUPS.getOrDefault(row.getString("who"), ""),
                SheetText.EXPECTATIONS.getOrDefault(row.getString("subject"), ""),
                row.getString("words"),
                RegisterText.heard(
                        SheetText.HEARD.getOrDefault(row.getString("how"), ""),
                        row.getObject("heard_on", LocalDate.class),
                        row.getObject("people", Integer.class)),
                SheetText.ANSWERS.getOrDefault(answer, ""),
                answer.equals("EN_PLACE") ? "is-done" : answer.equals("A_ETUDIER") ? "is-due" : "",
                answered == null
                        ? null
                        : row.getString("answered") + ", le " + FrenchDates.date(answered));
    }

    /// Those in force today.
    private List<Relation> relations() {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        select a.structure_id, s.name, coalesce(p.name, a.partner_name) as partner, a.title, a.we_do, a.they_do, a.expected, a.signed_on, a.until
                          from registry.agreement a join registry.structure s on s.id = a.structure_id left join registry.structure p on p.id = a.partner_id
                         where a.kind = 'PREMIER_RECOURS' and a.signed_on <= :today and (a.until is null or a.until >= :today) and (s.closed_on is null or s.closed_on >= :today)
                         order by s.name, a.signed_on desc, a.id limit :most
                        """)
                .param("today", today)
                .param("most", SHOWN)
                .query((row, _) ->
                        new Relation(
                                "/registre/"
                                        + row.getString("structure_id")
                                        + "?partie=conventions#conventions",
                                row.getString("name"),
                                row.getString("partner"),
                                row.getString("title"),
                                row.getString("we_do"),
                                row.getString("they_do"),
                                row.getString("expected"),
                                FrenchDates.period(
                                        new Period(
                                                row.getObject("signed_on", LocalDate.class),
                                                row.getObject("until", LocalDate.class)),
                                        today)))
                .list();
    }
}
