package fr.maillage.network.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.Structures;
import java.time.LocalDate;
import java.util.List;
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
            "select id, account_id, family_name, given_name, function, profile, phone, unit_id from network.team_member";

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
                                + " where since <= :day and (until is null or until >= :day) order by family_name collate \"fr-x-icu\", given_name collate \"fr-x-icu\"")
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
                        "select code, label, priority, first_line_agreement, minimum_age from network.theme order by rank")
                .query(DataClassRowMapper.newInstance(Theme.class))
                .list();
    }

    @Override
    public List<Unit> units() {
        return sql.sql(
                        "select id, kind, name, commune_name from network.unit order by kind desc, name collate \"fr-x-icu\"")
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
                        "select code, dimension, label, points, long_term from network.level_grid where active order by rank, code")
                .query(DataClassRowMapper.newInstance(GridItem.class))
                .list();
    }
}
