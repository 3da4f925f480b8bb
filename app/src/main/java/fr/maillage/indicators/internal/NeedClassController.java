package fr.maillage.indicators.internal;

import fr.maillage.access.Allowed;
import fr.maillage.casefile.LevelAdvice.NeedClass;
import fr.maillage.indicators.internal.NeedClassPage.Line;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Persons over sixty followed now, as the evaluation of their needs classes them: primary care,
/// coordination or case management, beside the illustration of the guide. Counts alone. Source:
/// guide DGOS 2012, fiche O1 §2.
@Controller
@Transactional(readOnly = true)
@PreAuthorize(Allowed.STEERING)
class NeedClassController {

    private static final int AGE = 60;

    private final JdbcClient sql;
    private final Clock clock;

    NeedClassController(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @GetMapping("/pilotage/besoins")
    @PreAuthorize(Allowed.STEERING)
    public String page(Model model) {
        var counts = counts();
        var classed =
                Arrays.stream(NeedClass.values())
                        .mapToInt(c -> counts.getOrDefault(c.name(), 0))
                        .sum();
        model.addAttribute(
                "page",
                new NeedClassPage(
                        classed,
                        counts.getOrDefault("SANS", 0),
                        Arrays.stream(NeedClass.values())
                                .map(c -> {
                                    int persons = counts.getOrDefault(c.name(), 0);
                                    return new Line(
                                            c.label(),
                                            persons,
                                            new Share(persons, classed).formatted(),
                                            c.reference() + Typography.NBSP + "%");
                                })
                                .toList()));
        return "indicators/need-classes";
    }

    /// The latest advice of each open accompaniment; `SANS` where there is none.
    private Map<String, Integer> counts() {
        return sql
                .sql(
                        """
                        select coalesce(n.class, 'SANS') as class, count(*)::int as persons
                          from casefile.open_support s
                          join patient.identity i on i.network_id = s.network_id and i.id = s.patient_id and i.birth_date <= :born
                          left join lateral (select c.class from casefile.need_class c where c.network_id = s.network_id and c.support_id = s.id
                                              order by c.since desc, c.id desc limit 1) n on true
                         group by 1
                        """)
                .param("born", LocalDate.now(clock).minusYears(AGE))
                .query((row, _) -> Map.entry(row.getString("class"), row.getInt("persons")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
