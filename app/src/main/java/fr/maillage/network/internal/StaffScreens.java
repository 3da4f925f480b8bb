package fr.maillage.network.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.internal.SettingsPages.Fte;
import fr.maillage.network.internal.SettingsPages.Member;
import fr.maillage.network.internal.SettingsPages.TeamPage;
import fr.maillage.network.internal.SettingsPages.Unit;
import fr.maillage.web.Sent;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The team of the structure and where it works, as they stand, ready to be typed over.
@Component
@Transactional(readOnly = true)
class StaffScreens {

    /// Years of experience the guide finds desirable for a support coordinator. Source: guide DGOS
    /// 2012, fiche O1 §3.
    static final int DESIRABLE_EXPERIENCE = 10;

    private final JdbcClient sql;
    private final Clock clock;

    StaffScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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
                                SettingsScreens.text(row.getString("commune_name")),
                                SettingsScreens.text(row.getString("address")),
                                SettingsScreens.text(row.getString("phone")),
                                SettingsScreens.text(row.getString("shared_with"))))
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
                                SettingsScreens.fields(
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
                        SettingsScreens.text(row.getString("profile")),
                        experience == null ? null : experience + " ans",
                        function.equals("COORDINATOR")
                                && experience != null
                                && experience < DESIRABLE_EXPERIENCE,
                        decimal(row.getBigDecimal("fte")),
                        NetworkText.sectors(texts(row.getArray("sectors"))),
                        SettingsScreens.text(row.getString("unit")),
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
                                SettingsScreens.fields(
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
}
