package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.Content.Aid;
import fr.maillage.kernel.Money;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lines of the aid plan of each version, and the steps that tell where each aid stands.
@Repository
class Aids {

    private final JdbcClient sql;

    Aids(JdbcClient sql) {
        this.sql = sql;
    }

    /// Where an aid stands since a day.
    ///
    /// @param amount to the cent, with `per`: MOIS, AN or UNIQUE
    record Step(
            UUID aid,
            AidState state,
            LocalDate on,
            @Nullable Money amount,
            @Nullable String per,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable String words,
            String author) {}

    /// The lines of these versions, by version, in their order.
    Map<UUID, List<Aid>> of(Collection<UUID> versions) {
        var found = new HashMap<UUID, List<Aid>>();
        sql.sql("select * from careplan.aid where pps_id = any (:versions) order by rank, aid_id")
                .param("versions", versions.toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                row.getObject("pps_id", UUID.class),
                                new Aid(
                                        row.getObject("aid_id", UUID.class),
                                        AidKind.valueOf(row.getString("kind")),
                                        row.getString("title"),
                                        row.getString("body"),
                                        row.getString("asked_by"),
                                        row.getObject("right_id", UUID.class),
                                        row.getString("note"))))
                .list()
                .forEach(e ->
                        found.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                                .add(e.getValue()));
        return found;
    }

    void save(UUID pps, Aid aid, int rank) {
        sql.sql(
                        """
                        insert into careplan.aid (pps_id, aid_id, kind, title, body, asked_by, right_id, note, rank)
                        values (:pps, :id, :kind, :title, :body, :askedBy, :right, :note, :rank)
                        on conflict (network_id, pps_id, aid_id) do update set kind = excluded.kind, title = excluded.title, body = excluded.body,
                          asked_by = excluded.asked_by, right_id = excluded.right_id, note = excluded.note
                        """)
                .param("pps", pps)
                .param("id", aid.id())
                .param("kind", aid.kind().name())
                .param("title", aid.title())
                .param("body", aid.body())
                .param("askedBy", aid.askedBy())
                .param("right", aid.rightId(), Types.OTHER)
                .param("note", aid.note())
                .param("rank", rank)
                .update();
    }

    void remove(UUID pps, UUID aid) {
        sql.sql("delete from careplan.aid where pps_id = :pps and aid_id = :aid")
                .param("pps", pps)
                .param("aid", aid)
                .update();
    }

    void add(Step step, Instant at) {
        sql.sql(
                        """
                        insert into careplan.aid_step (aid_id, state, on_date, amount, amount_per, starts_on, ends_on, words, author_name, at)
                        values (:aid, :state, :on, :amount, :per, :starts, :ends, :words, :author, :at)
                        """)
                .param("aid", step.aid())
                .param("state", step.state().name())
                .param("on", step.on())
                .param(
                        "amount",
                        step.amount() == null ? null : step.amount().amount(),
                        Types.NUMERIC)
                .param("per", step.per())
                .param("starts", step.startsOn(), Types.DATE)
                .param("ends", step.endsOn(), Types.DATE)
                .param("words", step.words())
                .param("author", step.author())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Every step of these aids, latest first, by aid.
    Map<UUID, List<Step>> steps(List<UUID> aids) {
        var found = new HashMap<UUID, List<Step>>();
        if (aids.isEmpty()) return found;
        sql.sql(
                        "select * from careplan.aid_step where aid_id = any (:aids) order by on_date desc, at desc, id desc")
                .param("aids", aids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Step(
                                row.getObject("aid_id", UUID.class),
                                AidState.valueOf(row.getString("state")),
                                row.getObject("on_date", LocalDate.class),
                                money(row.getBigDecimal("amount")),
                                row.getString("amount_per"),
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("words"),
                                row.getString("author_name")))
                .list()
                .forEach(step ->
                        found.computeIfAbsent(step.aid(), _ -> new ArrayList<>()).add(step));
        return found;
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : new Money(amount);
    }
}
