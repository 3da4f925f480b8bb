package fr.maillage.directory.internal;

import fr.maillage.directory.Offers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlOffers implements Offers {

    private static final String COLUMNS =
            "o.id, o.organization, o.organization_name, o.name, o.need, o.kind, o.mode, o.address, o.postcode, o.commune_code,"
                    + " o.commune_name, o.phone, o.email, o.mssante, o.places_total, o.places_free, o.available_at, o.age_from, o.age_to,"
                    + " o.hours, o.updated_at";

    private final JdbcClient sql;

    SqlOffers(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Need> needs() {
        return sql.sql(
                        "select code, label, family, profession, kinds from directory.need order by rank")
                .query(SqlOffers::kind)
                .list();
    }

    @Override
    public Optional<Need> need(String code) {
        return sql.sql(
                        "select code, label, family, profession, kinds from directory.need where code = :code")
                .param("code", code)
                .query(SqlOffers::kind)
                .optional();
    }

    @Override
    public Optional<Offer> find(String id) {
        return sql.sql("select " + COLUMNS + " from directory.offer o where o.id = :id")
                .param("id", id)
                .query((row, _) -> offer(row))
                .optional();
    }

    @Override
    public List<Near> near(String communeCode, String need, int km, int limit) {
        return sql.sql(
                        """
                        select %s, d.metres
                          from territory.commune h
                          join directory.offer o on o.need = :need
                          left join territory.commune c on c.code = o.commune_code
                          cross join lateral (select territory.metres(h.latitude, h.longitude, coalesce(c.latitude, o.latitude), coalesce(c.longitude, o.longitude)) as metres) d
                         where h.code = :commune and h.latitude is not null
                           and (d.metres <= :km * 1000 or :commune = any (o.served) or left(:commune, 2) = any (o.served))
                         order by d.metres nulls last, o.places_free desc nulls last, o.name collate "fr-x-icu", o.id limit :limit
                        """
                                .formatted(COLUMNS))
                .param("commune", communeCode)
                .param("need", need)
                .param("km", km)
                .param("limit", limit)
                .query((row, _) -> new Near(offer(row), row.getObject("metres", Integer.class)))
                .list();
    }

    private static Need kind(ResultSet row, int rank) throws SQLException {
        return new Need(
                row.getString("code"),
                row.getString("label"),
                row.getString("family"),
                row.getString("profession"),
                Arrays.asList((String[]) row.getArray("kinds").getArray()));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Timestamp said = row.getTimestamp("available_at");
        return new Offer(
                row.getString("id"),
                row.getString("organization"),
                row.getString("organization_name"),
                row.getString("name"),
                row.getString("need"),
                row.getString("kind"),
                row.getString("mode"),
                row.getString("address"),
                row.getString("postcode"),
                row.getString("commune_code"),
                row.getString("commune_name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("mssante"),
                row.getObject("places_total", Integer.class),
                row.getObject("places_free", Integer.class),
                said == null ? null : said.toInstant(),
                row.getObject("age_from", Integer.class),
                row.getObject("age_to", Integer.class),
                row.getString("hours"),
                row.getTimestamp("updated_at").toInstant());
    }
}
