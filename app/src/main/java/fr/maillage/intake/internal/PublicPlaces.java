package fr.maillage.intake.internal;

import fr.maillage.intake.internal.PublicPage.Place;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.platform.Tenancy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which structure a visitor may ask, by the commune of the person: who the structures are is
/// public, what they hold is not.
@Component
class PublicPlaces {

    private final JdbcClient sql;
    private final Networks networks;

    PublicPlaces(JdbcClient sql, Networks networks) {
        this.sql = sql;
        this.networks = networks;
    }

    /// Whether the commune is one of the territory's; its code.
    @Transactional(readOnly = true)
    Optional<String> commune(String typed) {
        var name = typed.replaceAll("\\b\\d{5}\\b", "").replaceAll("[()]", "").strip();
        var postcode = typed.replaceAll("\\D", "");
        var found =
                sql.sql(
                                """
                                select code from territory.commune where zone_code is not null and search = platform.search_key(:name) and (:postcode = '' or :postcode = any (postcodes))
                                order by population desc nulls last limit 2
                                """)
                        .param("name", name)
                        .param("postcode", postcode)
                        .query((row, _) -> row.getString("code"))
                        .list();
        return found.size() == 1 || found.size() == 2 && !postcode.isEmpty()
                ? Optional.of(Objects.requireNonNull(found.getFirst()))
                : Optional.empty();
    }

    /// Twelve structures at most: of the commune’s own zone first, then of its département. Each
    /// says in its own context whether it takes requests here: no context reads the settings of
    /// another.
    List<Place> around(String commune) {
        return read(commune, null).stream()
                .map(this::open)
                .sorted(java.util.Comparator.comparing((Place p) -> !p.near()))
                .toList();
    }

    Optional<Place> place(@Nullable UUID id) {
        return id == null ? Optional.empty() : read("", id).stream().map(this::open).findFirst();
    }

    /// Structures whose identifier ends so.
    List<UUID> ending(String signs) {
        return sql.sql("select id from network.network where right(id::text, 4) = :signs limit 60")
                .param("signs", signs)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private List<Place> read(String commune, @Nullable UUID id) {
        return sql.sql(
                        """
                        select n.id, n.name, n.phone, n.opening_hours, n.commune_name, coalesce(c.zone_code = h.zone_code, false) as near
                        from network.network n left join territory.commune h on h.code = n.commune_code left join territory.commune c on c.code = :commune
                        where cast(:id as uuid) is null or n.id = :id
                        order by near desc, coalesce(left(c.code, 2) = left(h.code, 2), false) desc, n.name collate "fr-x-icu", n.id limit 12
                        """)
                .param("commune", commune)
                .param("id", id, java.sql.Types.OTHER)
                .query((row, _) ->
                        new Place(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("phone"),
                                row.getString("opening_hours"),
                                Objects.requireNonNullElse(row.getString("commune_name"), ""),
                                row.getBoolean("near"),
                                false))
                .list();
    }

    /// Whether it takes requests here is its own setting.
    private Place open(Place place) {
        var closed =
                Tenancy.of(new NetworkId(UUID.fromString(place.id())))
                        .call(() -> networks.setting(Setting.PUBLIC_FORM, null) == 0);
        return new Place(
                place.id(),
                place.name(),
                place.phone(),
                place.hours(),
                place.commune(),
                place.near(),
                closed);
    }
}
