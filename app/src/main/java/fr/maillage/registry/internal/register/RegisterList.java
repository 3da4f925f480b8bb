package fr.maillage.registry.internal.register;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.registry.internal.register.RegisterPage.Facet;
import fr.maillage.registry.internal.register.RegisterPage.Filter;
import fr.maillage.registry.internal.register.RegisterPage.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of the register, its facets and its exports.
@Component
@Transactional(readOnly = true)
class RegisterList {

    private final JdbcClient sql;
    private final Clock clock;

    RegisterList(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A structure as the list and the exports say it.
    ///
    /// @param includes people directly; null when it is not known
    record Found(
            java.util.UUID id,
            String name,
            String typeCode,
            String type,
            String level,
            String legalForm,
            String themes,
            String areas,
            String phone,
            String commune,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn,
            boolean entrance,
            @Nullable Boolean includes,
            boolean outsideGuide,
            String guideType,
            String provenance,
            String source) {}

    RegisterPage page(Filter filter) {
        var who = SignedIn.current();
        // the type is a facet over what the other criteria keep
        var all =
                found(
                        new Filter(
                                "",
                                filter.theme(),
                                filter.zone(),
                                filter.inclusion(),
                                filter.q(),
                                filter.old()));
        var kept =
                all.stream()
                        .filter(f -> filter.type().isEmpty() || f.typeCode().equals(filter.type()))
                        .toList();
        var families = families(all, filter);
        var today = LocalDate.now(clock);
        return new RegisterPage(
                filter,
                families,
                pairs("select code, label from network.theme order by rank"),
                pairs(
                        """
                        select code, case kind when 'ZONE' then '– ' else '' end || label as label from territory.zone z
                         where kind <> 'REGION' or exists (select 1 from territory.zone u where u.parent_code = z.code)
                            or exists (select 1 from registry.structure s where s.region_code = z.code)
                         order by coalesce(nullif(substr(code, 1, 2), '32'), ''), kind <> 'REGION', code like '%-%', rank
                        """),
                kept.stream().map(f -> line(f, today)).toList(),
                RegisterText.found(kept.size()),
                who.role() == Role.HEAD || who.role() == Role.AGENCY,
                who.role() == Role.AGENCY || who.role() == Role.NATIONAL,
                who.role() == Role.HEAD || who.role().clinical());
    }

    private Line line(Found f, LocalDate today) {
        var closed = f.closedOn() != null && f.closedOn().isBefore(today);
        return new Line(
                "/registre/" + f.id(),
                f.name(),
                f.type()
                        + (f.level().isEmpty() ? "" : ", " + f.level())
                        + (Boolean.FALSE.equals(f.includes()) ? ", " + RegisterText.SUPPORTS : ""),
                f.themes(),
                f.areas(),
                f.phone().isEmpty() ? null : f.phone(),
                closed
                        ? "Fermée le "
                                + FrenchDates.date(java.util.Objects.requireNonNull(f.closedOn()))
                        : f.outsideGuide()
                                ? RegisterText.OUTSIDE
                                : f.provenance().equals("DOCUMENT")
                                        ? RegisterText.OF_A_DOCUMENT
                                        : f.entrance() ? RegisterText.ENTRANCE : null,
                closed
                        ? "is-late"
                        : f.provenance().equals("DOCUMENT") || f.outsideGuide()
                                ? "is-due"
                                : "is-info");
    }

    private Map<String, List<Facet>> families(List<Found> all, Filter filter) {
        var counts = new LinkedHashMap<String, Integer>();
        all.forEach(f -> counts.merge(f.typeCode(), 1, Integer::sum));
        var families = new LinkedHashMap<String, List<Facet>>();
        var rest = filter.without("type");
        sql.sql(
                        "select code, coalesce(acronym, label) as label, family from registry.structure_type order by rank")
                .query((row, _) -> {
                    var code = row.getString("code");
                    var count = counts.getOrDefault(code, 0);
                    if (count == 0 && !code.equals(filter.type())) return code;
                    var current = code.equals(filter.type());
                    families.computeIfAbsent(
                                    RegisterText.family(row.getString("family")),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Facet(
                                            "/registre?"
                                                    + (current
                                                            ? rest
                                                            : "type="
                                                                    + code
                                                                    + (rest.isEmpty()
                                                                            ? ""
                                                                            : "&" + rest)),
                                            row.getString("label"),
                                            count,
                                            current));
                    return code;
                })
                .list();
        return families;
    }

    /// Structures that answer the filter, by name. A zone keeps those that declare it, one that
    /// holds it, one inside it, or a commune of it.
    List<Found> found(Filter filter) {
        var today = LocalDate.now(clock);
        return sql.sql(
                        """
                        with recursive up (code, parent_code) as (
                          select code, parent_code from territory.zone where code = :zone
                          union select z.code, z.parent_code from up join territory.zone z on z.code = up.parent_code),
                        down (code) as (
                          select code from territory.zone where code = :zone union select z.code from down join territory.zone z on z.parent_code = down.code)
                        select s.id, s.name, s.type_code, coalesce(t.acronym, t.label) as type, s.level, s.legal_form, s.phone, c.name as commune, s.opened_on, s.closed_on, s.entrance and k.includes_patients is not false as entrance, k.includes_patients,
                               s.provenance, s.source, k.guide_type,
                               (select string_agg(distinct n.label, ', ') from registry.structure_theme h join network.theme n on n.code = h.theme_code
                                  where h.structure_id = s.id and (h.until is null or h.until >= :today or s.closed_on < :today or s.provenance = 'DOCUMENT')) as themes,
                               (select string_agg(distinct coalesce(z.label, m.name), ', ') from registry.declared_area a left join territory.zone z on z.code = a.zone_code
                                  left join territory.commune m on m.code = a.commune_code where a.structure_id = s.id and a.status <> 'ILLISIBLE'
                                  and (a.until is null or a.until >= :today or s.closed_on < :today or s.provenance = 'DOCUMENT')) as areas
                        from registry.structure s join registry.structure_type t on t.code = s.type_code left join territory.commune c on c.code = s.commune_code
                        left join registry.classification k on k.structure_id = s.id
                        where (:type = '' or s.type_code = :type)
                          and (:q = '' or s.search like '%' || platform.search_key(:q) || '%')
                          and (:inclusion = '' or k.includes_patients = (:inclusion = 'DIRECTE'))
                          and (:old or s.closed_on is null or s.closed_on >= :today)
                          and (:theme = '' or exists (select 1 from registry.structure_theme h where h.structure_id = s.id and h.theme_code = :theme and (h.until is null or h.until >= :today or s.closed_on < :today or s.provenance = 'DOCUMENT')) or s.any_theme)
                          and (:zone = '' or exists (select 1 from registry.declared_area a left join territory.commune m on m.code = a.commune_code where a.structure_id = s.id
                               and (a.until is null or a.until >= :today or s.closed_on < :today or s.provenance = 'DOCUMENT')
                               and (a.zone_code in (select code from up union select code from down) or m.zone_code in (select code from down))))
                        order by s.provenance = 'DOCUMENT', t.rank, s.name collate "fr-x-icu", s.id
                        """)
                .param("type", filter.type())
                .param("theme", filter.theme())
                .param("zone", filter.zone())
                .param("inclusion", filter.inclusion())
                .param("q", filter.q())
                .param("old", filter.old())
                .param("today", today)
                .query((row, _) -> found(row))
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        var guide = row.getString("guide_type");
        return new Found(
                row.getObject("id", java.util.UUID.class),
                row.getString("name"),
                row.getString("type_code"),
                row.getString("type"),
                RegisterText.level(row.getString("level")),
                text(row, "legal_form"),
                text(row, "themes"),
                text(row, "areas"),
                text(row, "phone"),
                text(row, "commune"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getBoolean("entrance"),
                row.getObject("includes_patients", Boolean.class),
                "REGIONAL_CANCER_PERINATALITE".equals(guide),
                RegisterText.guide(guide),
                text(row, "provenance"),
                text(row, "source"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private Map<String, String> pairs(String query) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(query)
                .query((row, _) -> found.put(row.getString("code"), row.getString("label")))
                .list();
        return found;
    }
}
