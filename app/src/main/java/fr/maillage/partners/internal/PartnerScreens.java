package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.partners.internal.PartnersPage.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// With whom the structure works: establishments by sector (source: FIQCS 2008, which counts them
/// as health, medico-social and social), and everybody by the fifteen categories of ARESPA (source:
/// guide DGOS 2012, fiche D1), those who joined or are partners, and those of the circles of today.
@Component
@Transactional(readOnly = true)
class PartnerScreens {

    /// Members of the network and partner structures, each with its category.
    private static final String FORMAL =
            """
            with formal as (
              select 'PROFESSIONNEL' as nature, f.rpps as ref, f.name, f.profession as words, f.joined_on as since, cast(null as date) as until, f.agreement_on,
                     cast(null as text) as sector, 'PROFESSION' as sort,
                     coalesce((select a.profession from directory.activity a where a.pp_id = f.rpps order by a.profession in ('MEDECIN', 'AUTRE'), a.profession limit 1), p.code) as code
                from network.affiliation f
                left join lateral (select p.code from directory.profession p where f.profession = p.label or f.profession like p.label || ' (%'
                                    order by length(p.label) desc limit 1) p on true
               where f.joined_on <= :today and f.left_on is null
              union all
              select 'STRUCTURE', k.ref, coalesce(o.name, l.name, 'FINESS ' || k.ref), coalesce(o.kind_label, c.label, 'absent de l’annuaire national'), k.partner_since, k.partner_until,
                     k.agreement_on, k.sector, 'KIND', coalesce(o.kind, l.kind)
                from partners.knowledge k
                left join directory.organization o on o.finess = k.ref
                left join partners.structure l on l.id::text = k.ref
                left join partners.category_code c on c.sort = 'KIND' and c.code = l.kind
               where k.kind = 'STRUCTURE' and k.partner_since is not null),
            placed as (
              select f.*, coalesce(c.category, 'AUTRE') as category, f.since <= :today and coalesce(f.until, 'infinity') >= :today as present
                from formal f left join partners.category_code c on c.sort = f.sort and c.code = f.code)
            """;

    /// Professionals and structures of the circles of today, each once, with its category.
    private static final String AROUND =
            """
            with each as (
              select a.kind, coalesce(a.rpps, a.finess, platform.search_key(a.name)) as who, min(a.name) as name, min(a.profession) as words, min(a.rpps) as rpps,
                     min(a.finess) as finess, min(a.actor_group) as actor_group, count(distinct a.patient_id) as persons
                from casefile.around a
               where a.since <= :today and coalesce(a.until, 'infinity') >= :today
                 and exists (select 1 from casefile.open_support s where s.network_id = a.network_id and s.patient_id = a.patient_id)
               group by 1, 2),
            placed as (
              select e.*, coalesce(c.category, case e.actor_group when 'ETABLISSEMENT' then 'ETABLISSEMENT' when 'RESEAU' then 'RESEAU' end, 'AUTRE') as category
                from each e
                left join lateral (
                  select 'PROFESSION' as sort, coalesce((select v.profession from directory.activity v where v.pp_id = e.rpps order by v.profession in ('MEDECIN', 'AUTRE'), v.profession limit 1),
                         (select p.code from directory.profession p where e.words = p.label or e.words like p.label || ' (%' order by length(p.label) desc limit 1)) as code
                   where e.kind = 'PROFESSIONNEL'
                  union all
                  select 'KIND', coalesce((select o.kind from directory.organization o where o.finess = e.finess),
                         (select l.kind from (select k.kind, k.label from directory.kind_word k union all select f.kind, f.label from directory.finess_category f
                                              union all select m.code, m.label from partners.category_code m where m.sort = 'KIND') l where l.label = e.words limit 1))
                   where e.kind = 'STRUCTURE') k on true
                left join partners.category_code c on c.sort = k.sort and c.code = k.code)
            """;

    private final JdbcClient sql;
    private final Clock clock;

    PartnerScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A category, in the order of the source.
    ///
    /// @param source what the source counts for ARESPA; null for the others
    record Category(String code, String label, @Nullable String source) {}

    /// Where those of a category are listed.
    static String address(String category) {
        return SearchController.HERE + "/partenaires?categorie=" + category;
    }

    /// How many of today in each category, in order; none is left out.
    Map<Category, Integer> counts() {
        return counts(
                FORMAL
                        + "select c.code, c.label, c.source, (select count(*) from placed p where p.category = c.code and p.present) as people from partners.category c order by c.rank");
    }

    private Map<Category, Integer> counts(String query) {
        var counts = new LinkedHashMap<Category, Integer>();
        sql.sql(query)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    counts.put(
                            new Category(
                                    row.getString("code"),
                                    row.getString("label"),
                                    row.getString("source")),
                            row.getInt("people"));
                });
        return counts;
    }

    /// @param category code whose members are listed; "" for the partner structures of any
    /// @param circles whether those of the circles are, instead of members and partners
    PartnersPage page(String category, boolean circles) {
        var formal = counts();
        var around =
                counts(
                        AROUND
                                + "select c.code, c.label, c.source, (select count(*) from placed p where p.category = c.code) as people from partners.category c order by c.rank");
        var chosen =
                formal.keySet().stream()
                        .filter(c -> c.code().equals(category))
                        .findFirst()
                        .orElse(null);
        var structures = formal("where p.nature = 'STRUCTURE' and :category = ''", "");
        var sectors = new LinkedHashMap<String, Integer>();
        PartnersText.SECTORS.values().forEach(sector -> sectors.put(sector, 0));
        structures.stream()
                .filter(Line::present)
                .forEach(l -> sectors.merge(Objects.requireNonNull(l.sector()), 1, Integer::sum));
        return new PartnersPage(
                sectors.values().stream().mapToInt(Integer::intValue).sum(),
                sectors,
                formal.entrySet().stream()
                        .map(c -> category(c, around.getOrDefault(c.getKey(), 0)))
                        .toList(),
                chosen == null ? "" : chosen.code(),
                chosen == null ? HomeText.STRUCTURES : chosen.label(),
                chosen != null && circles,
                chosen == null
                        ? structures
                        : circles
                                ? around(chosen.code())
                                : formal("where p.category = :category", chosen.code()));
    }

    private static PartnersPage.Category category(Map.Entry<Category, Integer> formal, int around) {
        var c = formal.getKey();
        return new PartnersPage.Category(
                c.code(),
                c.label(),
                formal.getValue(),
                address(c.code()),
                around,
                address(c.code()) + "&vue=cercles",
                c.source());
    }

    private List<Line> formal(String which, String category) {
        return sql.sql(
                        FORMAL
                                + "select p.* from placed p "
                                + which
                                + " order by p.present desc, p.name collate \"fr-x-icu\", p.ref")
                .param("today", LocalDate.now(clock))
                .param("category", category)
                .query((row, _) -> formal(row))
                .list();
    }

    private static Line formal(ResultSet row) throws SQLException {
        var agreement = row.getObject("agreement_on", LocalDate.class);
        var sector = row.getString("sector");
        return new Line(
                card(row.getString("nature"), row.getString("ref")),
                row.getString("name"),
                row.getString("words"),
                sector == null ? null : Objects.requireNonNull(PartnersText.SECTORS.get(sector)),
                PartnersText.days(
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)),
                agreement == null ? null : FrenchDates.date(agreement),
                row.getBoolean("present"));
    }

    private List<Line> around(String category) {
        return sql.sql(
                        AROUND
                                + "select p.* from placed p where p.category = :category order by p.persons desc, p.name collate \"fr-x-icu\", p.who")
                .param("today", LocalDate.now(clock))
                .param("category", category)
                .query((row, _) ->
                        new Line(
                                card(
                                        row.getString("kind"),
                                        row.getString("kind").equals("STRUCTURE")
                                                ? row.getString("finess")
                                                : row.getString("rpps")),
                                row.getString("name"),
                                Objects.requireNonNullElse(row.getString("words"), ""),
                                null,
                                HomeText.persons(row.getInt("persons")),
                                null,
                                true))
                .list();
    }

    private static @Nullable String card(String nature, @Nullable String ref) {
        return ref == null || ref.isEmpty()
                ? null
                : new Partner(Nature.valueOf(nature), ref).address();
    }
}
