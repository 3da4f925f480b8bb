package fr.maillage.careplan.internal;

import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What happened to a version besides its lines: who was around the person, the opinions given on
/// it, and to whom it was given.
@Repository
class PlanHistory {

    private final JdbcClient sql;

    PlanHistory(JdbcClient sql) {
        this.sql = sql;
    }

    /// Keeps who is around the person on `day`.
    void keepActors(UUID pps, PatientId patient, LocalDate day) {
        sql.sql("delete from careplan.actor where pps_id = :pps").param("pps", pps).update();
        sql.sql(
                        """
                        insert into careplan.actor (pps_id, actor_id, actor_group, role, main, name, profession, phone)
                        select :pps, id, actor_group, role, main, name, profession, phone from casefile.circle
                         where patient_id = :patient and since <= :day and (until is null or until >= :day)
                        """)
                .param("pps", pps)
                .param("patient", patient.value())
                .param("day", day)
                .update();
    }

    record KeptActor(
            UUID id,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String phone) {}

    /// Who was kept with a version, main actors first; nobody before it is submitted.
    List<KeptActor> actors(UUID pps) {
        return sql.sql(
                        "select * from careplan.actor where pps_id = :pps order by main desc, name collate \"fr-x-icu\", actor_id")
                .param("pps", pps)
                .query((row, _) ->
                        new KeptActor(
                                row.getObject("actor_id", UUID.class),
                                row.getString("actor_group"),
                                row.getString("role"),
                                row.getBoolean("main"),
                                row.getString("name"),
                                row.getString("profession"),
                                row.getString("phone")))
                .list();
    }

    record RecordedOpinion(
            Opinion opinion,
            LocalDate givenOn,
            String givenBy,
            String channel,
            @Nullable String words,
            String recordedBy,
            Instant recordedAt) {}

    void add(UUID pps, Pps.Given given, String recordedBy, Instant at) {
        sql.sql(
                        """
                        insert into careplan.opinion (pps_id, opinion, given_on, given_by, given_by_rpps, channel, words, recorded_by, recorded_at)
                        values (:pps, :opinion, :on, :by, :rpps, :channel, :words, :recordedBy, :at)
                        """)
                .param("pps", pps)
                .param("opinion", given.opinion().name())
                .param("on", given.on())
                .param("by", given.by())
                .param("rpps", given.rpps())
                .param("channel", given.channel())
                .param("words", given.words())
                .param("recordedBy", recordedBy)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Opinions given on a version, latest first.
    List<RecordedOpinion> opinions(UUID pps) {
        return sql.sql(
                        "select * from careplan.opinion where pps_id = :pps order by recorded_at desc, id desc")
                .param("pps", pps)
                .query((row, _) ->
                        new RecordedOpinion(
                                Opinion.valueOf(row.getString("opinion")),
                                row.getObject("given_on", LocalDate.class),
                                row.getString("given_by"),
                                row.getString("channel"),
                                row.getString("words"),
                                row.getString("recorded_by"),
                                row.getTimestamp("recorded_at").toInstant()))
                .list();
    }

    record Handing(LocalDate on, String by, String quality, String toWhom) {}

    void add(UUID pps, Handing handing, Instant at) {
        sql.sql(
                        """
                        insert into careplan.handing_over (pps_id, on_date, by_name, by_quality, to_whom, recorded_at)
                        values (:pps, :on, :by, :quality, :to, :at)
                        """)
                .param("pps", pps)
                .param("on", handing.on())
                .param("by", handing.by())
                .param("quality", handing.quality())
                .param("to", handing.toWhom())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// To whom a version was given, latest first.
    List<Handing> handings(UUID pps) {
        return handings(List.of(pps)).getOrDefault(pps, List.of());
    }

    /// The same of several versions, by version.
    Map<UUID, List<Handing>> handings(Collection<UUID> versions) {
        return sql
                .sql(
                        "select * from careplan.handing_over where pps_id = any (:versions) order by on_date desc, id desc")
                .param("versions", versions.toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(
                                row.getObject("pps_id", UUID.class),
                                new Handing(
                                        row.getObject("on_date", LocalDate.class),
                                        row.getString("by_name"),
                                        row.getString("by_quality"),
                                        row.getString("to_whom"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
