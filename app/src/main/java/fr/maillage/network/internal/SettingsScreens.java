package fr.maillage.network.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.network.internal.SettingsPages.Criterion;
import fr.maillage.network.internal.SettingsPages.Fte;
import fr.maillage.network.internal.SettingsPages.GridLine;
import fr.maillage.network.internal.SettingsPages.Member;
import fr.maillage.network.internal.SettingsPages.Principles;
import fr.maillage.network.internal.SettingsPages.TeamPage;
import fr.maillage.network.internal.SettingsPages.Theme;
import fr.maillage.network.internal.SettingsPages.Threshold;
import fr.maillage.network.internal.SettingsPages.ThresholdField;
import fr.maillage.network.internal.SettingsPages.ThresholdGroup;
import fr.maillage.network.internal.SettingsPages.ThresholdsPage;
import fr.maillage.network.internal.SettingsPages.Unit;
import fr.maillage.web.Sent;
import java.math.BigDecimal;
import java.sql.Array;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The settings as they stand, ready to be typed over.
@Component
@Transactional(readOnly = true)
class SettingsScreens {

    /// Years of experience the guide finds desirable for a support coordinator. Source: guide DGOS
    /// 2012, fiche O1 §3.
    static final int DESIRABLE_EXPERIENCE = 10;

    private final JdbcClient sql;
    private final SettingForms thresholds;
    private final Clock clock;

    SettingsScreens(JdbcClient sql, SettingForms thresholds, Clock clock) {
        this.sql = sql;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    private static String text(@Nullable String value) {
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

    private static Map<String, String> fields(ResultSet row, String... fieldsAndColumns)
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

    List<Unit> units() {
        return sql.sql(
                        "select id, kind, name, commune_name, address, phone, shared_with from"
                                + " network.unit order by kind desc, name collate \"fr-x-icu\"")
                .query((row, _) ->
                        new Unit(
                                row.getString("id"),
                                NetworkText.UNITS.getOrDefault(row.getString("kind"), ""),
                                row.getString("name"),
                                text(row.getString("commune_name")),
                                text(row.getString("address")),
                                text(row.getString("phone")),
                                text(row.getString("shared_with"))))
                .list();
    }

    /// A pole or antenna to be typed over. Throws `NotFound`.
    Sent unit(UUID id) {
        return sql.sql(
                        "select kind, name, commune_name, address, phone, shared_with from"
                                + " network.unit where id = :id")
                .param("id", id)
                .query((row, _) ->
                        Sent.of(
                                fields(
                                        row,
                                        "kind",
                                        "kind",
                                        "name",
                                        "name",
                                        "commune",
                                        "commune_name",
                                        "address",
                                        "address",
                                        "sharedWith",
                                        "shared_with",
                                        "phone",
                                        "phone")))
                .optional()
                .orElseThrow(() -> new NotFound("lieu", id));
    }

    private record MemberRow(
            Member member,
            String function,
            BigDecimal fte,
            LocalDate since,
            @Nullable LocalDate until) {
        boolean on(LocalDate day) {
            return !since.isAfter(day) && (until == null || !until.isBefore(day));
        }
    }

    /// The team today, those who left or are to come, and the full-time equivalents by function
    /// (guide DGOS 2012, fiche D3 §2).
    TeamPage team() {
        var day = LocalDate.now(clock);
        var rows =
                sql.sql(
                                """
                                select m.id, m.family_name, m.given_name, m.function, m.profile, m.experience_years, m.fte, m.since, m.until,
                                       array(select coalesce(z.label, c.name, s.code) from network.assigned a cross join lateral unnest(a.sectors) with ordinality s(code, rank)
                                               left join territory.zone z on z.code = s.code left join territory.commune c on c.code = s.code
                                              where a.network_id = m.network_id and a.member_id = m.id and (a.main or :day between a.since and coalesce(a.until, 'infinity'))
                                              order by a.main desc, a.since, s.rank) as sectors,
                                       (select string_agg(distinct u.name, ', ') from network.assigned a join network.unit u on u.network_id = a.network_id and u.id = a.unit_id
                                         where a.network_id = m.network_id and a.member_id = m.id and (a.main or :day between a.since and coalesce(a.until, 'infinity'))) as unit
                                from network.team_member m
                                order by m.family_name collate "fr-x-icu", m.given_name collate "fr-x-icu"
                                """)
                        .param("day", day)
                        .query((row, _) -> member(row, day))
                        .list();
        var byFunction = new LinkedHashMap<String, BigDecimal>();
        for (var function : NetworkText.FUNCTIONS.keySet()) {
            var sum =
                    rows.stream()
                            .filter(r -> r.on(day) && r.function().equals(function))
                            .map(MemberRow::fte)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.signum() > 0) byFunction.put(function, sum);
        }
        return new TeamPage(
                FrenchDates.longDay(day),
                rows.stream().filter(r -> r.on(day)).map(MemberRow::member).toList(),
                rows.stream().filter(r -> !r.on(day)).map(MemberRow::member).toList(),
                byFunction.entrySet().stream()
                        .map(e ->
                                new Fte(
                                        NetworkText.FUNCTIONS.getOrDefault(e.getKey(), ""),
                                        decimal(e.getValue())))
                        .toList(),
                decimal(byFunction.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private MemberRow member(ResultSet row, LocalDate day) throws SQLException {
        var function = row.getString("function");
        var experience = row.getObject("experience_years", Integer.class);
        var since = row.getObject("since", LocalDate.class);
        var until = row.getObject("until", LocalDate.class);
        var member =
                new Member(
                        row.getString("id"),
                        row.getString("given_name")
                                + " "
                                + row.getString("family_name").toUpperCase(java.util.Locale.FRENCH),
                        NetworkText.FUNCTIONS.getOrDefault(function, ""),
                        text(row.getString("profile")),
                        experience == null ? null : experience + " ans",
                        function.equals("COORDINATOR")
                                && experience != null
                                && experience < DESIRABLE_EXPERIENCE,
                        decimal(row.getBigDecimal("fte")),
                        NetworkText.sectors(texts(row.getArray("sectors"))),
                        text(row.getString("unit")),
                        until == null
                                ? "depuis le " + FrenchDates.date(since)
                                : "du "
                                        + FrenchDates.date(since)
                                        + " au "
                                        + FrenchDates.date(until));
        return new MemberRow(member, function, row.getBigDecimal("fte"), since, until);
    }

    private static List<String> texts(Array array) throws SQLException {
        return array.getArray() instanceof String[] codes ? List.of(codes) : List.of();
    }

    private static String decimal(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /// Colleagues of today by id, to choose from.
    Map<String, String> colleagues() {
        var names = new LinkedHashMap<String, String>();
        sql.sql(
                        """
                        select id, given_name || ' ' || upper(family_name) as name from network.team_member
                         where until is null or until >= :today order by family_name collate "fr-x-icu", given_name collate "fr-x-icu"
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, _) -> names.put(row.getString("id"), row.getString("name")))
                .list();
        return names;
    }

    /// A member to be typed over. Throws `NotFound`.
    Sent member(UUID id) {
        return sql.sql(
                        """
                        select family_name, given_name, function, profile, experience_years::text as experience, training, phone, email, unit_id::text as unit, partner_id::text as partner,
                               replace(fte::text, '.', ',') as fte, array_to_string(sectors, ', ') as sectors, since::text as since, until::text as until, version::text as version
                        from network.team_member where id = :id
                        """)
                .param("id", id)
                .query((row, _) ->
                        Sent.of(
                                fields(
                                        row,
                                        "familyName",
                                        "family_name",
                                        "givenName",
                                        "given_name",
                                        "function",
                                        "function",
                                        "profile",
                                        "profile",
                                        "experience",
                                        "experience",
                                        "training",
                                        "training",
                                        "phone",
                                        "phone",
                                        "email",
                                        "email",
                                        "unit",
                                        "unit",
                                        "partner",
                                        "partner",
                                        "fte",
                                        "fte",
                                        "sectors",
                                        "sectors",
                                        "since",
                                        "since",
                                        "until",
                                        "until",
                                        "version",
                                        "version")))
                .optional()
                .orElseThrow(() -> new NotFound("membre", id));
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
