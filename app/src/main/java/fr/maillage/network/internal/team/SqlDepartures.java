package fr.maillage.network.internal.team;

import fr.maillage.access.Memberships;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Departures;
import fr.maillage.network.internal.Members;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.UUID;

@Component
@Transactional
class SqlDepartures implements Departures {

    private final JdbcClient sql;
    private final Members members;
    private final Memberships memberships;

    SqlDepartures(JdbcClient sql, Members members, Memberships memberships) {
        this.sql = sql;
        this.members = members;
        this.memberships = memberships;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean away(UUID member, LocalDate day) {
        return sql.sql(
                        "select exists (select 1 from network.absence where member_id = :member and"
                                + " :day between since and until)")
                .param("member", member)
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean lastHead(UUID member, LocalDate lastDay) {
        return members.lastHead(member, lastDay);
    }

    @Override
    public void leaves(UUID member, LocalDate lastDay) {
        var n =
                sql.sql(
                                "update network.team_member set until = :day, version = version + 1"
                                        + " where id = :id and since <= :day")
                        .param("day", lastDay)
                        .param("id", member)
                        .update();
        if (n == 0) throw new NotFound("membre", member);
        memberships.until(member, lastDay);
    }
}
