package fr.maillage.network.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.network.internal.SettingsPages.Criterion;
import fr.maillage.network.internal.SettingsPages.GridLine;
import fr.maillage.network.internal.SettingsPages.Principles;
import fr.maillage.network.internal.SettingsPages.Theme;
import fr.maillage.network.internal.SettingsPages.Threshold;
import fr.maillage.network.internal.SettingsPages.ThresholdField;
import fr.maillage.network.internal.SettingsPages.ThresholdGroup;
import fr.maillage.network.internal.SettingsPages.ThresholdsPage;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The settings as they stand, ready to be typed over.
@Component
@Transactional(readOnly = true)
class SettingsScreens {

    private final JdbcClient sql;
    private final SettingForms thresholds;
    private final Clock clock;

    SettingsScreens(JdbcClient sql, SettingForms thresholds, Clock clock) {
        this.sql = sql;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    Sent structure(NetworkId network) {
        return sql.sql(
                        """
                        select name, short_name, legal_form, finess, phone, email, opening_hours, on_call_phone, on_call_hours, address,
                               resumption_date::text as resumption, ethics, version::text as version
                        from network.network where id = :id
                        """)
                .param("id", network.value())
                .query((row, _) ->
                        Sent.of(
                                fields(
                                        row,
                                        "name",
                                        "name",
                                        "shortName",
                                        "short_name",
                                        "legalForm",
                                        "legal_form",
                                        "finess",
                                        "finess",
                                        "phone",
                                        "phone",
                                        "email",
                                        "email",
                                        "openingHours",
                                        "opening_hours",
                                        "onCallPhone",
                                        "on_call_phone",
                                        "onCallHours",
                                        "on_call_hours",
                                        "address",
                                        "address",
                                        "resumptionDate",
                                        "resumption",
                                        "ethics",
                                        "ethics",
                                        "version",
                                        "version")))
                .single();
    }

    static Map<String, String> fields(ResultSet row, String... fieldsAndColumns)
            throws SQLException {
        var values = new HashMap<String, String>();
        for (int i = 0; i < fieldsAndColumns.length; i += 2)
            values.put(fieldsAndColumns[i], text(row.getString(fieldsAndColumns[i + 1])));
        return values;
    }

    /// Thresholds set by the structure; a field is empty where the default, or the structure's own,
    /// holds.
    Sent thresholds() {
        return Sent.of(thresholds.values());
    }

    /// The thresholds by subject, as `form` has them; what the structure set is marked with who set
    /// it and when.
    ThresholdsPage thresholdsPage(Sent form) {
        var stored = new HashMap<String, String>();
        var changes = new HashMap<String, Change>();
        sql.sql(
                        """
                        select s.key, s.level, s.value, s.changed_at, m.given_name || ' ' || upper(m.family_name) as by
                        from network.setting s
                        left join lateral (select given_name, family_name from network.team_member
                                            where network_id = s.network_id and account_id = s.changed_by order by since desc limit 1) m on true
                        order by s.changed_at
                        """)
                .query(row -> {
                    var key = row.getString("key");
                    var level = row.getInt("level");
                    stored.put(
                            level == Thresholds.ANY ? key : key + "-" + level,
                            row.getString("value"));
                    changes.put(
                            key,
                            new Change(
                                    row.getTimestamp("changed_at").toInstant(),
                                    row.getString("by")));
                });
        var groups = new LinkedHashMap<String, List<Threshold>>();
        for (var setting : Thresholds.OF_THE_PAGE)
            groups.computeIfAbsent(NetworkText.subject(setting), _ -> new ArrayList<>())
                    .add(threshold(setting, stored, changes.get(setting.name())));
        return new ThresholdsPage(
                form,
                groups.entrySet().stream()
                        .map(e -> new ThresholdGroup(e.getKey(), List.copyOf(e.getValue())))
                        .toList());
    }

    private Threshold threshold(Setting s, Map<String, String> stored, @Nullable Change change) {
        var byDefault = Integer.toString(s.byDefault());
        var fields = new ArrayList<ThresholdField>();
        fields.add(
                new ThresholdField(
                        s.name(), NetworkText.ALL_LEVELS, byDefault, stored.containsKey(s.name())));
        if (Thresholds.BY_LEVEL.contains(s)) {
            for (int level = 0; level <= 3; level++) {
                var name = s.name() + "-" + level;
                fields.add(
                        new ThresholdField(
                                name,
                                NetworkText.level(level),
                                stored.getOrDefault(s.name(), byDefault),
                                stored.containsKey(name)));
            }
        }
        return new Threshold(
                s.name(),
                s.label(),
                s.unit(),
                NetworkText.bounds(s.min(), s.max(), s.unit()),
                byDefault,
                s.source(),
                List.copyOf(fields),
                change == null
                        ? null
                        : NetworkText.changed(change.at(), change.by(), LocalDate.now(clock)));
    }

    private record Change(Instant at, @Nullable String by) {}

    List<Criterion> criteria() {
        return sql.sql(
                        """
                        select c.id, c.kind, t.label as theme, c.label, c.required, c.active
                        from network.criterion c left join network.theme t on t.code = c.theme_code
                        order by c.kind desc, c.active desc, t.rank nulls first, c.rank, c.label
                        """)
                .query((row, _) ->
                        new Criterion(
                                row.getString("id"),
                                NetworkText.CRITERIA.getOrDefault(row.getString("kind"), ""),
                                Objects.requireNonNullElse(row.getString("theme"), "Tous thèmes"),
                                row.getString("label"),
                                row.getBoolean("required"),
                                row.getBoolean("active")))
                .list();
    }

    /// Every national theme by code.
    Map<String, String> allThemes() {
        var themes = new LinkedHashMap<String, String>();
        sql.sql("select code, label from network.theme order by rank")
                .query((row, _) -> themes.put(row.getString("code"), row.getString("label")))
                .list();
        return themes;
    }

    /// Lines of the grid, retired ones too, in order.
    List<GridLine> gridLines() {
        return sql.sql("select code, dimension from network.level_grid order by rank, code")
                .query((row, _) ->
                        new GridLine(
                                row.getString("code"),
                                NetworkText.DIMENSIONS.getOrDefault(
                                        row.getString("dimension"), "")))
                .list();
    }

    Sent grid() {
        var form = thresholds();
        sql.sql("select code, label, points, long_term, active from network.level_grid")
                .query((row, _) -> {
                    var code = row.getString("code");
                    form.put("label-" + code, row.getString("label"));
                    form.put("points-" + code, row.getString("points"));
                    form.put("long-" + code, row.getBoolean("long_term") ? "on" : "");
                    form.put("active-" + code, row.getBoolean("active") ? "on" : "");
                    return code;
                })
                .list();
        return form;
    }

    /// Themes the structure holds or held.
    List<Theme> themes() {
        return sql.sql(
                        """
                        select t.code, t.label, t.priority, n.since, n.until
                        from network.network_theme n join network.theme t on t.code = n.theme_code order by n.until is not null, t.rank
                        """)
                .query((row, _) -> {
                    var until = row.getObject("until", LocalDate.class);
                    return new Theme(
                            row.getString("code"),
                            row.getString("label"),
                            row.getBoolean("priority"),
                            FrenchDates.date(row.getObject("since", LocalDate.class)),
                            until == null ? null : FrenchDates.date(until));
                })
                .list();
    }

    /// The ethical principles of the structures this person may read; every user of a structure may
    /// (REQ-RIGHTS-09).
    List<Principles> principles() {
        return sql.sql(
                        "select name, ethics from network.network where id = any"
                                + " (platform.networks()) order by name collate \"fr-x-icu\"")
                .query((row, _) ->
                        new Principles(row.getString("name"), paragraphs(row.getString("ethics"))))
                .list();
    }

    private static List<String> paragraphs(@Nullable String ethics) {
        return ethics == null
                ? List.of()
                : ethics.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
