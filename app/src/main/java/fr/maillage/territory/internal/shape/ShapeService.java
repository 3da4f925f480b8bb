package fr.maillage.territory.internal.shape;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.GreatCircle;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// Takes in the shapes of communes: all of a file or nothing of it, the wrong features told.
@Service
class ShapeService {

    /// A shape further than this from the centre known is not that commune's.
    private static final double FAR_KM = 60;

    private static final int BATCH = 500;
    private static final int WRONG_TOLD = 200;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ShapeService(JdbcClient sql, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    private record Place(String code, double latitude, double longitude) {}

    /// Replaces the shapes of the communes that the file has; others keep theirs. Returns how many
    /// communes have a shape from it.
    @Transactional
    int load(@Nullable MultipartFile file, Sent form) {
        var source = form.text("source", 300);
        var errors = new FormErrors();
        if (file == null || file.isEmpty()) errors.add("file", ShapeText.NO_FILE);
        if (source.isEmpty()) errors.add("source", ShapeText.NO_SOURCE);
        FormRefused.unless(errors);
        var load = Ids.next();
        var places = places();
        var wrong = new ArrayList<String>();
        var batch = new LinkedHashMap<String, String>();
        var kept = new int[1];
        int features;
        try (var in = java.util.Objects.requireNonNull(file).getInputStream()) {
            features =
                    new GeoJsonCommunes(json)
                            .read(
                                    in,
                                    feature -> {
                                        var codes = communes(feature, places, wrong);
                                        kept[0] += codes.size();
                                        codes.forEach(code -> add(batch, code, feature));
                                        if (batch.size() >= BATCH) write(batch, load);
                                    },
                                    (rank, why) -> tell(wrong, rank, why));
        } catch (GeoJsonCommunes.NotGeoJson stopped) {
            throw FormRefused.because("file", ShapeText.notGeoJson(stopped.rank()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (kept[0] == 0) throw FormRefused.because("file", ShapeText.none());
        write(batch, load);
        sql.sql(
                        """
                        insert into territory.shape_load (id, loaded_at, loaded_by, source, features, kept, wrong)
                        values (:id, :at, :by, :source, :features, :kept, :wrong)
                        """)
                .param("id", load)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("source", source)
                .param("features", features)
                .param("kept", kept[0])
                .param("wrong", String.join("\n", wrong))
                .update();
        return kept[0];
    }

    /// Back to cells.
    @Transactional
    void remove() {
        sql.sql("delete from territory.shape").update();
        sql.sql(
                        """
                        insert into territory.shape_load (loaded_at, loaded_by, source, features, kept, wrong) values (:at, :by, '', 0, 0, '')
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
    }

    private Map<String, Place> places() {
        var places = new HashMap<String, Place>();
        sql.sql(
                        """
                        select c.code as told, c.code, c.latitude, c.longitude from territory.commune c where c.latitude is not null
                        union all
                        select f.old_code, c.code, c.latitude, c.longitude from territory.commune_former f join territory.commune c on c.code = f.code
                         where c.latitude is not null and not exists (select 1 from territory.commune o where o.code = f.old_code)
                        """)
                .query((row, _) ->
                        places.put(
                                row.getString("told"),
                                new Place(
                                        row.getString("code"),
                                        row.getDouble("latitude"),
                                        row.getDouble("longitude"))))
                .list();
        return places;
    }

    // the commune of the code; when the list does not know it yet (merged since), those of its
    // former codes: each of them is drawn with the outline they now share
    private static List<String> communes(
            GeoJsonCommunes.Feature feature, Map<String, Place> places, List<String> wrong) {
        var own = places.get(feature.code());
        if (own != null) {
            var km = km(own, feature.inside());
            if (km <= FAR_KM) return List.of(own.code());
            tell(wrong, feature.rank(), ShapeText.elsewhere(feature.code(), Math.round(km)));
            return List.of();
        }
        var former =
                feature.former().stream()
                        .map(places::get)
                        .filter(java.util.Objects::nonNull)
                        .filter(p -> km(p, feature.inside()) <= FAR_KM)
                        .map(Place::code)
                        .distinct()
                        .toList();
        if (former.isEmpty()) tell(wrong, feature.rank(), ShapeText.unknown(feature.code()));
        return former;
    }

    private static void tell(List<String> wrong, int rank, String why) {
        if (wrong.size() < WRONG_TOLD) wrong.add(rank + "\u00A0: " + why);
        else if (wrong.size() == WRONG_TOLD) wrong.add("…");
    }

    private static double km(Place place, GeoJsonCommunes.Point point) {
        return GreatCircle.metres(
                        place.latitude(), place.longitude(), point.latitude(), point.longitude())
                / 1_000;
    }

    // parts of a merged commune that come as features of their own are put together
    private static void add(
            Map<String, String> batch, String code, GeoJsonCommunes.Feature feature) {
        batch.merge(
                code,
                feature.polygons(),
                (had, more) -> had.substring(0, had.length() - 1) + "," + more.substring(1));
    }

    private void write(Map<String, String> batch, UUID load) {
        jdbc.batchUpdate(
                """
                insert into territory.shape (commune_code, polygons, load_id) values (?, ?, ?)
                on conflict (commune_code) do update set load_id = excluded.load_id,
                   polygons = case when territory.shape.load_id = excluded.load_id
                     then left(territory.shape.polygons, -1) || ',' || substr(excluded.polygons, 2) else excluded.polygons end
                """,
                batch.entrySet().stream()
                        .map(e -> new Object[] {e.getKey(), e.getValue(), load})
                        .toList());
        batch.clear();
    }
}
