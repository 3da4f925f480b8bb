package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.CommuneNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the references of a sheet are called, read when they are first needed and once a page.
final class Lookups {

    private final JdbcClient sql;
    private final CommuneNames communes;
    private final UUID structure;
    private final Map<Field.Kind, Map<String, String>> read = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Lookups(JdbcClient sql, CommuneNames communes, UUID structure) {
        this.sql = sql;
        this.communes = communes;
        this.structure = structure;
    }

    /// The options of a field, by code, in the order of the list.
    Map<String, String> options(Field field) {
        return switch (field.kind()) {
            case TYPE ->
                    once(
                            field,
                            () ->
                                    pairs(
                                            "select code, label from registry.structure_type order by rank"));
            case THEME ->
                    once(field, () -> pairs("select code, label from network.theme order by rank"));
            case ZONE -> once(field, this::zones);
            case STRUCTURE ->
                    once(
                            field,
                            () ->
                                    pairs(
                                            "select id::text as code, name as label from registry.structure order by name collate \"fr-x-icu\", id"));
            case BODY ->
                    once(
                            field,
                            () ->
                                    own(
                                            "select id::text as code, name as label from registry.body where structure_id = :structure order by kind, name"));
            case COLLEGE ->
                    once(
                            field,
                            () ->
                                    own(
                                            "select id::text as code, name as label from registry.college where structure_id = :structure order by rank, name"));
            case MEETING ->
                    once(
                            field,
                            () ->
                                    own(
                                            "select id::text as code, to_char(held_on, 'DD/MM/YYYY') || ' · ' || subject as label from registry.body_meeting where structure_id = :structure order by held_on desc, id"));
            default -> field.options();
        };
    }

    /// Reads the names of these communes at once.
    void learn(Collection<String> codes) {
        if (!codes.isEmpty()) names.putAll(communes.labels(codes));
    }

    /// What a code is called.
    String label(Field field, String code) {
        return field.kind() == Field.Kind.COMMUNE
                ? names.computeIfAbsent(code, c -> communes.labels(List.of(c)).getOrDefault(c, c))
                // a zone is led by dashes in its list alone
                : options(field).getOrDefault(code, code).replaceFirst("^(– )+", "");
    }

    Optional<String> commune(String typed) {
        var found = communes.named(typed);
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }

    private Map<String, String> once(Field field, Supplier<Map<String, String>> reading) {
        var known = read.get(field.kind());
        if (known != null) return known;
        var fresh = reading.get();
        read.put(field.kind(), fresh);
        return fresh;
    }

    /// Zones under the one that holds them, each led by as many dashes as it is deep.
    private Map<String, String> zones() {
        return pairs(
                """
                with recursive tree (code, label, depth, path) as (
                  select code, label, 0, array[code] from territory.zone where parent_code is null
                  union all
                  select z.code, z.label, t.depth + 1, t.path || (lpad(z.rank::text, 4, '0') || z.code) from territory.zone z join tree t on t.code = z.parent_code)
                select code, repeat('– ', depth) || label as label from tree order by path
                """);
    }

    private Map<String, String> pairs(String query) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(query)
                .query((row, _) -> found.put(row.getString("code"), row.getString("label")))
                .list();
        return found;
    }

    private Map<String, String> own(String query) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(query)
                .param("structure", structure)
                .query((row, _) -> found.put(row.getString("code"), row.getString("label")))
                .list();
        return found;
    }
}
