package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WebText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who reports cases, how many they say they have each year, and how many of those the register
/// knows: its exhaustiveness.
@Service
@Transactional
class SourceService {

    static final Map<String, String> KINDS =
            CaseForms.ordered(
                    "CENTRE", "Centre spécialisé",
                    "ETABLISSEMENT", "Établissement de santé",
                    "LABORATOIRE", "Laboratoire",
                    "LIBERAL", "Professionnel libéral",
                    "ASSURANCE_MALADIE", "Assurance maladie",
                    "AUTRE", "Autre source");

    private final JdbcClient sql;
    private final RegisterStore registers;
    private final Clock clock;

    SourceService(JdbcClient sql, RegisterStore registers, Clock clock) {
        this.sql = sql;
        this.registers = registers;
        this.clock = clock;
    }

    record Source(UUID id, String name, String kind) {}

    /// Sources of a register, by name.
    @Transactional(readOnly = true)
    public List<Source> of(UUID register) {
        return byRegister().getOrDefault(register, List.of());
    }

    /// Sources of every register of the structure.
    @Transactional(readOnly = true)
    public Map<UUID, List<Source>> byRegister() {
        var sources = new HashMap<UUID, List<Source>>();
        sql.sql(
                        """
                        select register_id, id, name, kind from diseaseregister.source order by name collate "fr-x-icu", id limit 2000
                        """)
                .query(row -> {
                    sources.computeIfAbsent(
                                    row.getObject("register_id", UUID.class),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Source(
                                            row.getObject("id", UUID.class),
                                            row.getString("name"),
                                            row.getString("kind")));
                });
        return sources;
    }

    /// @param expected what the source says; null when it did not
    /// @param known cases of the year that it reported
    record Line(UUID source, int year, @Nullable Integer expected, int known) {}

    /// Expected and known, by source and year, for years something is known of.
    @Transactional(readOnly = true)
    public List<Line> lines(UUID register, int first, int last) {
        return sql.sql(
                        """
                        select s.id, y.year, e.cases as expected,
                               (select count(*) from diseaseregister.report p
                                  join diseaseregister.case_record c on c.network_id = p.network_id and c.id = p.case_id
                                 where p.network_id = s.network_id and p.source_id = s.id and date_part('year', c.incident_on) = y.year)::int as known
                          from diseaseregister.source s cross join generate_series(:first, :last) as y (year)
                          left join diseaseregister.expected e on e.network_id = s.network_id and e.source_id = s.id and e.year = y.year
                         where s.register_id = :register order by s.name collate "fr-x-icu", s.id, y.year
                        """)
                .param("register", register)
                .param("first", first)
                .param("last", last)
                .query((row, _) ->
                        new Line(
                                row.getObject("id", UUID.class),
                                row.getInt("year"),
                                row.getObject("expected", Integer.class),
                                row.getInt("known")))
                .list();
    }

    /// A new source; throws `FormRefused`.
    void add(UUID register, Typed typed) {
        registers.lock(register);
        var name = typed.text("name");
        var errors = new FormErrors();
        if (name.isEmpty()) errors.add("name", RegisterText.SOURCE_NAME);
        if (name.length() > FormFields.LINE) errors.add("name", WebText.LINE_TOO_LONG);
        if (of(register).stream().anyMatch(s -> s.name().equalsIgnoreCase(name)))
            errors.add("name", RegisterText.SOURCE_THERE);
        if (!KINDS.containsKey(typed.text("kind"))) errors.add("kind", WebText.CHOOSE);
        FormRefused.unless(errors);
        sql.sql(
                        "insert into diseaseregister.source (id, register_id, name, kind) values (:id, :register, :name, :kind)")
                .param("id", Ids.next())
                .param("register", register)
                .param("name", name)
                .param("kind", typed.text("kind"))
                .update();
    }

    /// How many new cases a source says it has in a year; said again, the last counts.
    void expect(UUID register, Typed typed) {
        var source =
                Ids.parse(typed.text("source"))
                        .filter(id -> of(register).stream().anyMatch(s -> s.id().equals(id)));
        var errors = new FormErrors();
        var now = LocalDate.now(clock).getYear();
        if (source.isEmpty()) errors.add("source", WebText.CHOOSE);
        var year = FormFields.number(typed, "year", 0, 1990, now, errors);
        if (typed.text("year").isEmpty()) errors.add("year", WebText.REQUIRED);
        var cases = FormFields.number(typed, "cases", 0, 0, 99_999, errors);
        if (typed.text("cases").isEmpty()) errors.add("cases", WebText.REQUIRED);
        FormRefused.unless(errors);
        sql.sql(
                        """
                        insert into diseaseregister.expected (source_id, year, cases, noted_by, noted_at) values (:source, :year, :cases, :by, :now)
                        on conflict (network_id, source_id, year) do update set cases = excluded.cases, noted_by = excluded.noted_by, noted_at = excluded.noted_at
                        """)
                .param("source", source.orElseThrow(() -> new NotFound("source", register)))
                .param("year", year)
                .param("cases", cases)
                .param("by", DefinitionService.who())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
