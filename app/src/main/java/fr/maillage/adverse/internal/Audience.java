package fr.maillage.adverse.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import java.sql.Types;
import java.util.List;
import java.util.UUID;

/// Who reads an event: those who keep the register (the head and the quality managers they name)
/// all of them; others the events that concern them: declared under their name, about a person
/// whose référent they are, with an action of theirs, or for which they are named. One condition,
/// for one event and for every list.
@Component("adverseAudience")
class Audience {

    /// The condition on `adverse.event e`.
    static final String SEEN =
            """
             (:keeps or e.declared_by = :reader or :reader = any (e.readers)
               or exists (select 1 from adverse.action a where a.network_id = e.network_id and a.event_id = e.id and a.owner_id = :member)
               or exists (select 1 from casefile.open_support s where s.network_id = e.network_id and s.patient_id = e.patient_id and s.coordinator_id = :member))
            """;

    private final JdbcClient sql;

    Audience(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param keeps keeps the register
    record Reader(boolean keeps, UUID account, @Nullable UUID member) {
        /// Gives a statement the values of [#SEEN].
        StatementSpec in(StatementSpec statement) {
            return statement
                    .param("keeps", keeps)
                    .param("reader", account)
                    .param("member", member, Types.OTHER);
        }
    }

    /// Who is signed in.
    Reader me() {
        var me = SignedIn.current();
        var keeps =
                me.role() == Role.HEAD
                        || me.memberId() != null && managers().contains(me.memberId());
        return new Reader(keeps, me.accountId(), me.memberId());
    }

    /// Quality managers named by the head.
    List<UUID> managers() {
        return sql.sql("select member_id from adverse.quality_manager")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Names them, in place of those before.
    void name(List<UUID> members) {
        sql.sql("delete from adverse.quality_manager").update();
        sql.sql(
                        """
                        insert into adverse.quality_manager (member_id)
                        select id from network.team_member where id = any (:members) and function not in ('HEAD', 'SECRETARY')
                        """)
                .param("members", members.toArray(UUID[]::new))
                .update();
    }
}
