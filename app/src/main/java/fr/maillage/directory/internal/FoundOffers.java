package fr.maillage.directory.internal;

import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.directory.Offers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Offers that answer: to a need near a place, else by the words of their name or of the structure
/// that holds them.
@Component
class FoundOffers {

    private static final String LINES =
            """
            select f.id, f.name, f.need, f.kind, f.organization, f.organization_name, f.address, f.postcode, f.commune_code, f.commune_name, f.phone, f.email,
                   f.mssante, f.places_free, n.label as need_label
              from directory.offer f left join directory.need n on n.code = f.need
            """;

    private final JdbcClient sql;
    private final Offers offers;

    FoundOffers(JdbcClient sql, Offers offers) {
        this.sql = sql;
        this.offers = offers;
    }

    Optional<Hit> of(String id) {
        return sql.sql(LINES + " where f.id = :id")
                .param("id", id)
                .query((row, _) -> hit(row, Map.of()))
                .optional();
    }

    /// @param around codes of the communes, nearest first, with their metres; empty for anywhere
    List<Hit> find(Wanted wanted, Map<String, Integer> around, int limit) {
        if (!wanted.name().isEmpty()) return named(wanted, around, limit);
        if (wanted.need() == null || wanted.around() == null) return List.of();
        var label = offers.need(wanted.need()).map(Offers.Need::label).orElse(wanted.need());
        return offers.near(wanted.around().code(), wanted.need(), wanted.km(), limit).stream()
                .filter(near -> !wanted.free() || near.offer().hasRoom())
                .map(near -> hit(near.offer(), label, near.metres()))
                .toList();
    }

    private List<Hit> named(Wanted wanted, Map<String, Integer> around, int limit) {
        if (wanted.name().length() < 3) return List.of();
        var asked =
                sql.sql(
                                LINES
                                        + " where to_tsvector('simple', platform.search_key(f.name || ' ' || coalesce(f.organization_name, ''))) @@ to_tsquery('simple', :words)"
                                        + (wanted.need() == null ? "" : " and f.need = :need")
                                        + (wanted.free() ? " and f.places_free > 0" : "")
                                        + (around.isEmpty()
                                                ? ""
                                                : " and f.commune_code = any (:communes)")
                                        + " order by f.name, f.id limit :many")
                        .param("words", Words.beginnings(wanted.name()))
                        .param("many", limit);
        if (wanted.need() != null) asked = asked.param("need", wanted.need());
        if (!around.isEmpty())
            asked = asked.param("communes", around.keySet().toArray(String[]::new));
        return asked.query((row, _) -> hit(row, around)).list().stream()
                .sorted(
                        Comparator.comparing(
                                h -> h.metres() == null ? Integer.MAX_VALUE : h.metres()))
                .toList();
    }

    private static Hit hit(Offers.Offer offer, String label, @Nullable Integer metres) {
        return new Hit(
                Nature.OFFRE,
                offer.id(),
                offer.name(),
                String.valueOf(offer.need()),
                label,
                null,
                offer.organizationName(),
                offer.organization(),
                offer.address(),
                offer.postcode(),
                offer.communeCode(),
                offer.communeName(),
                metres,
                offer.phone(),
                offer.email(),
                offer.mssante(),
                null,
                offer.placesFree());
    }

    private static Hit hit(ResultSet row, Map<String, Integer> around) throws SQLException {
        var commune = row.getString("commune_code");
        var need = row.getString("need_label");
        var kind = row.getString("kind");
        return new Hit(
                Nature.OFFRE,
                row.getString("id"),
                row.getString("name"),
                String.valueOf(row.getString("need")),
                need != null ? need : kind != null ? kind : DirectoryText.OFFER,
                null,
                row.getString("organization_name"),
                row.getString("organization"),
                row.getString("address"),
                row.getString("postcode"),
                commune,
                row.getString("commune_name"),
                commune == null ? null : around.get(commune),
                row.getString("phone"),
                row.getString("email"),
                row.getString("mssante"),
                null,
                row.getObject("places_free", Integer.class));
    }
}
