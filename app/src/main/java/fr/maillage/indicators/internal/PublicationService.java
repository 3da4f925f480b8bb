package fr.maillage.indicators.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.indicators.Publications;
import fr.maillage.indicators.internal.Disclosure.Place;
import fr.maillage.indicators.internal.Disclosure.Said;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A publication lives so: prepared (the counts of the day, masked before they are stored), read
/// again by the head, then signed, or discarded. Signed, it never changes: the database refuses
/// too. One signed publication a day.
@Service
@Transactional
class PublicationService implements Publications {

    /// Line of the communes too small to be named alone.
    static final String OTHERS = "AUTRES";

    private final JdbcClient sql;
    private final Figures figures;
    private final PilotageLabels labels;
    private final Networks networks;
    private final Clock clock;

    PublicationService(
            JdbcClient sql,
            Figures figures,
            PilotageLabels labels,
            Networks networks,
            Clock clock) {
        this.sql = sql;
        this.figures = figures;
        this.labels = labels;
        this.networks = networks;
        this.clock = clock;
    }

    sealed interface Prepared {
        record Draft(UUID id) implements Prepared {}

        record AlreadySigned(LocalDate day) implements Prepared {}
    }

    sealed interface Signing {
        record Done() implements Signing {}

        record WasSigned() implements Signing {}

        record AnotherOfTheDay(LocalDate day) implements Signing {}
    }

    @Override
    public Optional<UUID> publishToday(String head) {
        var network = Objects.requireNonNull(Tenancy.current().acting(), "no structure is acting");
        return switch (prepare(network, head)) {
            case Prepared.AlreadySigned _ -> Optional.empty();
            case Prepared.Draft(var id) -> {
                sign(id, head);
                yield Optional.of(id);
            }
        };
    }

    /// Counts the day, masks, and stores what would leave; takes the place of any draft not signed.
    Prepared prepare() {
        var by = SignedIn.current();
        return prepare(by.network(), by.displayName());
    }

    private Prepared prepare(NetworkId structure, String by) {
        var day = LocalDate.now(clock);
        if (signedOf(day)) return new Prepared.AlreadySigned(day);
        sql.sql(
                        "delete from indicators.published_count where publication_id in (select id from indicators.publication where signed_at is null)")
                .update();
        sql.sql(
                        "delete from indicators.published_sector where publication_id in (select id from indicators.publication where signed_at is null)")
                .update();
        sql.sql("delete from indicators.publication where signed_at is null").update();

        var network = networks.get(structure);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into indicators.publication (id, network_name, region_code, as_of, definitions, prepared_at, prepared_by)
                        values (:id, :name, :region, :day, :definitions, :now, :by)
                        """)
                .param("id", id)
                .param("name", network.name())
                .param("region", network.regionCode())
                .param("day", day)
                .param("definitions", Definitions1.VERSION)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        var counts = counts(day);
        var labels = labels(counts.keySet());
        var rank = 0;
        for (var said : Disclosure.of(counts).entrySet()) {
            store(
                    id,
                    said.getKey(),
                    said.getValue(),
                    Objects.requireNonNullElse(labels.get(said.getKey()), said.getKey().code()),
                    rank++);
        }
        sectors(id, day);
        return new Prepared.Draft(id);
    }

    // a coordinator of a commune counts on its zone; one of a territory on each zone of it
    private void sectors(UUID publication, LocalDate day) {
        sql.sql(
                        """
                        insert into indicators.published_sector (publication_id, zone_code, coordinators)
                        select :publication, z.code, count(distinct m.id) from network.team_member m cross join lateral unnest(m.sectors) s
                          left join territory.commune c on c.code = s
                          join territory.zone z on z.code = coalesce(c.zone_code, s) or z.parent_code = s
                         where m.function = 'COORDINATOR' and m.since <= :day and (m.until is null or m.until >= :day) and z.kind = 'ZONE'
                         group by z.code
                        """)
                .param("publication", publication)
                .param("day", day)
                .update();
    }

    private void store(UUID publication, Place place, Said said, String label, int rank) {
        sql.sql(
                        """
                        insert into indicators.published_count (publication_id, dimension, measure, code, label, value, masked, withheld, rank)
                        values (:publication, :dimension, :measure, :code, :label, :value, :masked, :withheld, :rank)
                        """)
                .param("publication", publication)
                .param("dimension", place.dimension().name())
                .param("measure", place.measure().name())
                .param("code", place.code())
                .param("label", label)
                .param(
                        "value",
                        said instanceof Said.Count(var value)
                                ? (Integer) Math.toIntExact(value)
                                : null,
                        java.sql.Types.INTEGER)
                .param("masked", !(said instanceof Said.Count))
                .param("withheld", said instanceof Said.Withheld)
                .param("rank", rank)
                .update();
    }

    /// Signs a draft: from now on the agency of the region reads it. Throws `NotFound`.
    Signing sign(UUID id) {
        return sign(id, SignedIn.current().displayName());
    }

    private Signing sign(UUID id, String by) {
        var draft =
                sql.sql(
                                "select as_of, signed_at is not null as signed from indicators.publication where id = :id")
                        .param("id", id)
                        .query((row, _) ->
                                Map.entry(
                                        row.getObject("as_of", LocalDate.class),
                                        row.getBoolean("signed")))
                        .optional()
                        .orElseThrow(() -> new NotFound("publication", id));
        if (draft.getValue()) return new Signing.WasSigned();
        if (signedOf(draft.getKey())) return new Signing.AnotherOfTheDay(draft.getKey());
        sql.sql(
                        "update indicators.publication set signed_at = :now, signed_by = :by where id = :id and signed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", id)
                .update();
        return new Signing.Done();
    }

    /// Removes a draft; a signed publication stays, and false is returned.
    boolean discard(UUID id) {
        sql.sql(
                        "delete from indicators.published_sector c where c.publication_id = :id"
                                + " and exists (select 1 from indicators.publication p where p.id = c.publication_id and p.signed_at is null)")
                .param("id", id)
                .update();
        sql.sql(
                        "delete from indicators.published_count c where c.publication_id = :id"
                                + " and exists (select 1 from indicators.publication p where p.id = c.publication_id and p.signed_at is null)")
                .param("id", id)
                .update();
        return sql.sql("delete from indicators.publication where id = :id and signed_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    private boolean signedOf(LocalDate day) {
        return sql.sql(
                        "select exists (select 1 from indicators.publication where as_of = :day and signed_at is not null)")
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// Every count of the publication before masking, in the order of the page.
    private Map<Place, Long> counts(LocalDate day) {
        var counts = new LinkedHashMap<Place, Long>();
        for (var measure : Measure.values()) {
            counts.put(
                    new Place(measure, Dimension.TOTAL, ""),
                    figures.count(measure.indicator(), day));
        }
        var themes =
                new java.util.TreeSet<String>(
                        figures.by(Definitions1.FILE_ACTIVE, Axis.THEME, day).keySet());
        networks.themes(day).forEach(theme -> themes.add(theme.code()));
        for (var measure : Measure.OF_PEOPLE) {
            var byTheme = figures.by(measure.indicator(), Axis.THEME, day);
            for (var theme : themes)
                counts.put(
                        new Place(measure, Dimension.THEME, theme),
                        byTheme.getOrDefault(theme, 0L));
            levels(measure, day, counts);
        }
        // a commune is named when at least eleven of its people were followed in the year: a name
        // alone says there is somebody
        var named =
                figures.by(Definitions1.FILE_ACTIVE, Axis.COMMUNE, day).entrySet().stream()
                        .filter(e ->
                                e.getValue() >= fr.maillage.kernel.Masked.THRESHOLD
                                        && !e.getKey().equals(Axis.NONE))
                        .map(Map.Entry::getKey)
                        .toList();
        for (var measure : Measure.OF_PEOPLE) communes(measure, day, named, counts);
        communesByTheme(day, named, themes, counts);
        needs(day, counts);
        return counts;
    }

    // where those followed in the year for a theme live: the real coverage
    private void communesByTheme(
            LocalDate day, List<String> named, Set<String> themes, Map<Place, Long> counts) {
        var byBoth = figures.by(Definitions1.FILE_ACTIVE, Axis.COMMUNE, Axis.THEME, day);
        var others = new HashMap<String, Long>();
        byBoth.forEach((code, count) -> {
            var cut = code.indexOf('/');
            if (!named.contains(code.substring(0, cut)))
                others.merge(code.substring(cut + 1), count, Long::sum);
        });
        for (var theme : themes) {
            for (var commune : named) {
                var code = commune + "/" + theme;
                counts.put(
                        new Place(Measure.FILE_ACTIVE, Dimension.COMMUNE_THEME, code),
                        byBoth.getOrDefault(code, 0L));
            }
            counts.put(
                    new Place(Measure.FILE_ACTIVE, Dimension.COMMUNE_THEME, OTHERS + "/" + theme),
                    others.getOrDefault(theme, 0L));
        }
    }

    // levels that the measure knows: a watched person may have been followed earlier in the year, a
    // PPS begins at level 2
    private void levels(Measure measure, LocalDate day, Map<Place, Long> counts) {
        var levels =
                switch (measure) {
                    case FILE_ACTIVE -> List.of("0", "1", "2", "3");
                    case SITUATIONS_EN_COURS -> List.of("1", "2", "3");
                    case NIVEAUX_2_ET_3 -> List.<String>of(); // the same lines as the situations
                    case AVEC_PPS -> List.of("2", "3");
                    case BESOINS_NON_COUVERTS -> List.<String>of();
                };
        if (levels.isEmpty()) return;
        var byLevel = figures.by(measure.indicator(), Axis.LEVEL, day);
        for (var level : levels)
            counts.put(
                    new Place(measure, Dimension.NIVEAU, level), byLevel.getOrDefault(level, 0L));
    }

    /// By need and by zone, every one of them: a name alone would say there is somebody. Under
    /// eleven needs there is nothing to break down.
    private void needs(LocalDate day, Map<Place, Long> counts) {
        var measure = Measure.BESOINS_NON_COUVERTS;
        if (figures.count(measure.indicator(), day) < fr.maillage.kernel.Masked.THRESHOLD) return;
        var byNeed = figures.by(Definitions1.UNMET_NEEDS, Axis.REASON, day);
        var needs = new java.util.LinkedHashSet<>(labels.needs().keySet());
        needs.addAll(byNeed.keySet());
        for (var need : needs)
            counts.put(new Place(measure, Dimension.BESOIN, need), byNeed.getOrDefault(need, 0L));
        var byZone = figures.by(Definitions1.UNMET_NEEDS_BY_ZONE, Axis.REASON, day);
        var zones = new java.util.LinkedHashSet<>(labels.zones().keySet());
        zones.add(Axis.NONE);
        zones.addAll(byZone.keySet());
        for (var zone : zones)
            counts.put(new Place(measure, Dimension.ZONE, zone), byZone.getOrDefault(zone, 0L));
    }

    private void communes(
            Measure measure, LocalDate day, List<String> named, Map<Place, Long> counts) {
        var byCommune = new HashMap<>(figures.by(measure.indicator(), Axis.COMMUNE, day));
        for (var commune : named) {
            var count = byCommune.remove(commune);
            counts.put(new Place(measure, Dimension.COMMUNE, commune), count == null ? 0L : count);
        }
        counts.put(
                new Place(measure, Dimension.COMMUNE, OTHERS),
                byCommune.values().stream().mapToLong(Long::longValue).sum());
    }

    private Map<Place, String> labels(Set<Place> places) {
        var themes =
                networks.allThemes().stream()
                        .collect(Collectors.toMap(Networks.Theme::code, Networks.Theme::label));
        var communes =
                labels.communes(
                        places.stream()
                                .filter(p -> p.dimension() == Dimension.COMMUNE)
                                .map(Place::code)
                                .collect(Collectors.toCollection(HashSet::new)));
        var needs = labels.needs();
        var zones = labels.zones();
        var said = new HashMap<Place, String>();
        for (var place : places) {
            said.put(
                    place,
                    switch (place.dimension()) {
                        case TOTAL -> place.measure().indicator().label();
                        case THEME ->
                                orElse(themes.get(place.code()), IndicatorsText.of(Axis.NONE));
                        case NIVEAU -> IndicatorsText.level(place.code());
                        case COMMUNE -> commune(place.code(), communes);
                        case COMMUNE_THEME -> {
                            var cut = place.code().indexOf('/');
                            yield commune(place.code().substring(0, cut), communes)
                                    + ", "
                                    + orElse(
                                            themes.get(place.code().substring(cut + 1)),
                                            IndicatorsText.of(Axis.NONE));
                        }
                        case BESOIN -> orElse(needs.get(place.code()), place.code());
                        case ZONE -> orElse(zones.get(place.code()), IndicatorsText.NO_ZONE);
                    });
        }
        return said;
    }

    private static String commune(String code, Map<String, String> communes) {
        return code.equals(OTHERS) ? "Autres communes" : orElse(communes.get(code), code);
    }

    private static String orElse(@Nullable String label, String otherwise) {
        return label == null ? otherwise : label;
    }
}
