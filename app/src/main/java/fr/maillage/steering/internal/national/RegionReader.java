package fr.maillage.steering.internal.national;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Counts a region as its agency sees it that day: what it may publish.
@Component
@Transactional(readOnly = true)
class RegionReader {

    private final JdbcClient sql;

    RegionReader(JdbcClient sql) {
        this.sql = sql;
    }

    /// An open network of the region, documents of another time left out.
    private record Network(
            boolean worksHere,
            @Nullable String type,
            @Nullable String review,
            @Nullable String outcome,
            boolean bearsSupport,
            @Nullable String contract,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate endsOn,
            Set<String> texts) {

        /// Regional networks of cancer and perinatality are out of the guide's perimeter.
        boolean inside() {
            return !"REGIONAL_CANCER_PERINATALITE".equals(type);
        }

        boolean reviewed() {
            return "FAIT".equals(review);
        }
    }

    Map<Figure, Value> read(String region, LocalDate day) {
        var figures = new EnumMap<Figure, Value>(Figure.class);
        for (var figure : Figure.values()) figures.put(figure, Value.UNKNOWN);
        var networks = networks(region, day);
        types(figures, networks);
        reform(figures, networks.stream().filter(Network::inside).toList(), day);
        texts(figures, networks);
        consultations(figures, region, day);
        surveys(figures, region, day);
        tools(figures, networks, region, day);
        return figures;
    }

    private List<Network> networks(String region, LocalDate day) {
        return sql.sql(
                        """
                        select works_here, guide_type, review, outcome, coalesce(bears_support, false) as bears_support, contract, signed_on, ends_on, texts from registry.guide_state
                         where region_code = :region and provenance <> 'DOCUMENT' and coalesce(opened_on <= :day, true) and coalesce(closed_on >= :day, true)
                        """)
                .param("region", region)
                .param("day", day)
                .query((row, _) ->
                        new Network(
                                row.getBoolean("works_here"),
                                row.getString("guide_type"),
                                row.getString("review"),
                                row.getString("outcome"),
                                row.getBoolean("bears_support"),
                                row.getString("contract"),
                                row.getObject("signed_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                Set.of((String[]) row.getArray("texts").getArray())))
                .list();
    }

    private static Value part(List<Network> of, Predicate<Network> those) {
        return Value.of(of.stream().filter(those).count(), of.size());
    }

    private static void types(Map<Figure, Value> figures, List<Network> networks) {
        if (networks.isEmpty()) return;
        figures.put(Figure.RESEAUX, Value.of(networks.size()));
        figures.put(Figure.NON_CLASSE, part(networks, n -> n.type() == null));
        if (networks.stream().allMatch(n -> n.type() == null)) return;
        figures.put(Figure.PROXIMITE, part(networks, n -> "PROXIMITE".equals(n.type())));
        figures.put(Figure.REGIONAL, part(networks, n -> !n.inside()));
        figures.put(
                Figure.TRES_SPECIALISE, part(networks, n -> "TRES_SPECIALISE".equals(n.type())));
        figures.put(Figure.AUTRE, part(networks, n -> "AUTRE".equals(n.type())));
    }

    private static void reform(Map<Figure, Value> figures, List<Network> inside, LocalDate day) {
        if (inside.stream().allMatch(n -> n.review() == null)) return;
        figures.put(Figure.ETATS_DES_LIEUX, part(inside, Network::reviewed));
        figures.put(Figure.EN_COURS, part(inside, n -> "EN_COURS".equals(n.review())));
        var reviewed = inside.stream().filter(Network::reviewed).toList();
        for (var outcome :
                List.of(Figure.POURSUITE, Figure.REGROUPEMENT, Figure.TRANSFORMATION, Figure.ARRET))
            figures.put(outcome, part(reviewed, n -> outcome.name().equals(n.outcome())));
        figures.put(Figure.PORTEURS, part(reviewed, Network::bearsSupport));
        var bearers = reviewed.stream().filter(Network::bearsSupport).toList();
        figures.put(Figure.SIGNES, part(bearers, n -> runs(n, day)));
        figures.put(Figure.NEGOCIES, part(bearers, n -> "EN_NEGOCIATION".equals(n.contract())));
    }

    private static boolean runs(Network n, LocalDate day) {
        return "SIGNE".equals(n.contract())
                && n.signedOn() != null
                && !n.signedOn().isAfter(day)
                && (n.endsOn() == null || !n.endsOn().isBefore(day));
    }

    private static void texts(Map<Figure, Value> figures, List<Network> networks) {
        if (networks.stream().allMatch(n -> n.texts().isEmpty())) return;
        figures.put(Figure.CONVENTIONS, having(networks, "CONVENTION_CONSTITUTIVE"));
        figures.put(Figure.STATUTS, having(networks, "STATUTS"));
        figures.put(Figure.PROJETS_DE_SANTE, having(networks, "PROJET_SANTE"));
        figures.put(Figure.CPOM, having(networks, "CPOM"));
        figures.put(
                Figure.EVALUATIONS,
                part(
                        networks,
                        n ->
                                n.texts().contains("EVALUATION")
                                        || n.texts().contains("RAPPORT_ACTIVITE")));
    }

    private static Value having(List<Network> networks, String text) {
        return part(networks, n -> n.texts().contains(text));
    }

    private void consultations(Map<Figure, Value> figures, String region, LocalDate day) {
        sql.sql(
                        """
                        select count(*) as bodies, coalesce(sum(meetings), 0) as meetings from registry.consulted where region_code = :region and coalesce(since <= :day, true)
                        """)
                .param("region", region)
                .param("day", day)
                .query((row, _) -> {
                    if (row.getLong("bodies") > 0) {
                        figures.put(Figure.CONCERTATIONS, Value.of(row.getLong("bodies")));
                        figures.put(Figure.REUNIONS, Value.of(row.getLong("meetings")));
                    }
                    return 0;
                })
                .single();
    }

    // surveys that anybody of the region led; those asked are counted on the list of the agency's
    // own
    private void surveys(Map<Figure, Value> figures, String region, LocalDate day) {
        sql.sql(
                        """
                        select count(distinct s.id) as surveys, count(a.id) as asked, count(a.id) filter (where a.answered) as answered
                          from steering.survey s join registry.listed l on l.id = s.structure_id left join steering.addressee a on a.survey_id = s.id
                         where l.region_code = :region and s.of_service and s.status = 'CLOSE' and s.closed_on > cast(:day as date) - interval '1 year' and s.closed_on <= :day
                        """)
                .param("region", region)
                .param("day", day)
                .query((row, _) -> {
                    if (row.getLong("surveys") > 0)
                        figures.put(Figure.ENQUETES, Value.of(row.getLong("surveys")));
                    if (row.getLong("asked") > 0)
                        figures.put(
                                Figure.REPONSES,
                                Value.of(row.getLong("answered"), row.getLong("asked")));
                    return 0;
                })
                .single();
        var projects =
                sql.sql(
                                """
                                select count(*) from steering.project p join registry.listed l on l.id = p.structure_id
                                 where l.region_code = :region and p.closed_on is null and exists (select 1 from steering.plan n where n.project_id = p.id and n.adopted_on <= :day)
                                """)
                        .param("region", region)
                        .param("day", day)
                        .query(Long.class)
                        .single();
        if (projects > 0) figures.put(Figure.PROJETS, Value.of(projects));
    }

    private void tools(
            Map<Figure, Value> figures, List<Network> networks, String region, LocalDate day) {
        if (networks.isEmpty()) return;
        var here = networks.stream().filter(Network::worksHere).count();
        figures.put(Figure.OUTIL, Value.of(here, networks.size()));
        if (here == 0) return;
        var publishing =
                sql.sql(
                                "select count(distinct network_id) from indicators.published_year where region_code = :region and year >= :year and as_of <= :day")
                        .param("region", region)
                        .param("year", day.getYear() - 1)
                        .param("day", day)
                        .query(Long.class)
                        .single();
        figures.put(Figure.PUBLIENT, Value.of(publishing, Math.max(here, publishing)));
    }
}
