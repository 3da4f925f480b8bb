package fr.maillage.network.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class SqlNetworks implements Networks, Structures {

    private static final String MEMBER =
            "select id, account_id, family_name, given_name, function, profile, phone, unit_id from"
                    + " network.team_member";

    private final JdbcClient sql;

    SqlNetworks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Network get(NetworkId id) {
        return sql.sql(
                        """
                        select id, name, short_name, kind, region_code, phone, opening_hours, on_call_phone, on_call_hours,
                               address, commune_name, resumption_date
                        from network.network where id = :id
                        """)
                .param("id", id.value())
                .query(DataClassRowMapper.newInstance(Network.class))
                .optional()
                .orElseThrow(() -> new NotFound("structure", id.value()));
    }

    @Override
    public Structure frameOf(NetworkId network) {
        var found = get(network);
        return new Structure(
                found.name(),
                found.shortName(),
                found.onCallPhone() == null ? found.phone() : found.onCallPhone(),
                found.onCallHours() == null ? found.openingHours() : found.onCallHours());
    }

    @Override
    public int setting(Setting setting, @Nullable Integer level) {
        return sql.sql(
                        """
                        select value from network.setting where key = :key and level in (:level, -1) order by level desc limit 1
                        """)
                .param("key", setting.name())
                .param("level", level == null ? -1 : level)
                .query(String.class)
                .optional()
                .map(Integer::valueOf)
                .orElse(setting.byDefault());
    }

    @Override
    public List<Member> team(LocalDate day) {
        return sql.sql(
                        MEMBER
                                + " where since <= :day and (until is null or until >= :day) order"
                                + " by family_name collate \"fr-x-icu\", given_name collate"
                                + " \"fr-x-icu\"")
                .param("day", day)
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }

    @Override
    public List<Member> coordinators(LocalDate day) {
        return sql.sql(
                        MEMBER
                                + """
                                 where since <= :day and (until is null or until >= :day)
                                   and function in ('COORDINATOR', 'PROXIMITY_NURSE', 'SOCIAL_WORKER', 'DOCTOR')
                                 order by family_name collate "fr-x-icu", given_name collate "fr-x-icu"
                                """)
                .param("day", day)
                .query(DataClassRowMapper.newInstance(Member.class))
                .list();
    }

    @Override
    public Map<String, List<Member>> covering(Collection<String> communeCodes, LocalDate day) {
        var covering = new HashMap<String, List<Member>>();
        var mapper = DataClassRowMapper.newInstance(Member.class);
        sql.sql(
                        """
                        select distinct c.code as commune, m.id, m.account_id, m.family_name, m.given_name, m.function, m.profile, m.phone, m.unit_id,
                               m.family_name collate "fr-x-icu" as family, m.given_name collate "fr-x-icu" as given
                          from territory.commune c left join territory.zone z on z.code = c.zone_code
                          join network.assigned p on p.sectors && array_remove(array[c.code, z.code, z.parent_code], null)
                               and :day between p.since and coalesce(p.until, 'infinity')
                          join network.team_member s on s.network_id = p.network_id and s.id = p.member_id
                          left join network.absence a on a.network_id = s.network_id and a.member_id = s.id and :day between a.since and a.until
                          join network.team_member m on m.network_id = s.network_id and m.id = coalesce(a.replacement_id, s.id)
                         where c.code = any (:communes) and s.since <= :day and (s.until is null or s.until >= :day)
                           and s.function in ('COORDINATOR', 'PROXIMITY_NURSE', 'SOCIAL_WORKER', 'DOCTOR')
                           and m.since <= :day and (m.until is null or m.until >= :day)
                         order by family, given
                        """)
                .param("communes", communeCodes.toArray(String[]::new))
                .param("day", day)
                .query((row, rank) ->
                        covering.computeIfAbsent(row.getString("commune"), _ -> new ArrayList<>())
                                .add(mapper.mapRow(row, rank)))
                .list();
        return covering;
    }

    @Override
    public List<Replaced> replacedBy(UUID member, LocalDate day) {
        return sql.sql(
                        """
                        select member_id, member_name, since, until from network.replacement
                         where replacement_id = :member and :day between since and until order by member_name collate "fr-x-icu"
                        """)
                .param("member", member)
                .param("day", day)
                .query((row, _) ->
                        new Replaced(
                                row.getObject("member_id", UUID.class),
                                row.getString("member_name"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class)))
                .list();
    }

    @Override
    public Optional<Away> backFrom(UUID member, LocalDate day, int days) {
        return sql.sql(
                        """
                        select m.given_name || ' ' || upper(m.family_name) as replacement, r.since, r.until
                          from network.replacement r join network.team_member m on m.network_id = r.network_id and m.id = r.replacement_id
                         where r.member_id = :member and r.until < :day and r.until >= cast(:day as date) - cast(:days as int)
                         order by r.until desc limit 1
                        """)
                .param("member", member)
                .param("day", day)
                .param("days", days)
                .query(DataClassRowMapper.newInstance(Away.class))
                .optional();
    }

    @Override
    public Member member(UUID id) {
        return sql.sql(MEMBER + " where id = :id")
                .param("id", id)
                .query(DataClassRowMapper.newInstance(Member.class))
                .optional()
                .orElseThrow(() -> new NotFound("membre", id));
    }

    @Override
    public List<Theme> themes(LocalDate day) {
        return sql.sql(
                        """
                        select t.code, t.label, t.priority, t.first_line_agreement, t.minimum_age
                        from network.network_theme n join network.theme t on t.code = n.theme_code
                        where n.since <= :day and (n.until is null or n.until >= :day) order by t.rank
                        """)
                .param("day", day)
                .query(DataClassRowMapper.newInstance(Theme.class))
                .list();
    }

    @Override
    public List<Theme> allThemes() {
        return sql.sql(
                        "select code, label, priority, first_line_agreement, minimum_age from"
                                + " network.theme order by rank")
                .query(DataClassRowMapper.newInstance(Theme.class))
                .list();
    }

    @Override
    public List<Unit> units() {
        return sql.sql(
                        "select id, kind, name, commune_name from network.unit order by kind desc,"
                                + " name collate \"fr-x-icu\"")
                .query(DataClassRowMapper.newInstance(Unit.class))
                .list();
    }

    @Override
    public List<Criterion> criteria(boolean inclusion, String themeCode) {
        return sql.sql(
                        """
                        select id, label, required from network.criterion
                        where kind = :kind and active and (theme_code is null or theme_code = :theme) order by rank, label
                        """)
                .param("kind", inclusion ? "INCLUSION" : "EXIT")
                .param("theme", themeCode)
                .query(DataClassRowMapper.newInstance(Criterion.class))
                .list();
    }

    @Override
    public List<GridItem> levelGrid() {
        return sql.sql(
                        "select code, dimension, label, points, long_term from network.level_grid"
                                + " where active order by rank, code")
                .query(DataClassRowMapper.newInstance(GridItem.class))
                .list();
    }
}
