package fr.maillage.followup.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.testing.TestWorld.Cast;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Plans in force put in place by tests, version after version, and followed.
final class Plans {

    private final Cast cast;
    private final JdbcClient sql;
    private final Occurrences occurrences;
    private final Clock clock;

    Plans(Cast cast, JdbcClient sql, Occurrences occurrences, Clock clock) {
        this.cast = cast;
        this.sql = sql;
        this.occurrences = occurrences;
        this.clock = clock;
    }

    /// An intervention: once, or so many times every so many days.
    ///
    /// @param after the intervention it waits for, `n` days
    record Asked(
            UUID id,
            String title,
            String type,
            @Nullable String actor,
            LocalDate on,
            @Nullable Integer everyDays,
            @Nullable Integer times,
            int window,
            int tolerance,
            @Nullable UUID after,
            int n) {
        static Asked once(
                String title,
                String type,
                @Nullable String actor,
                LocalDate on,
                int window,
                int tolerance) {
            return new Asked(
                    UUID.randomUUID(),
                    title,
                    type,
                    actor,
                    on,
                    null,
                    null,
                    window,
                    tolerance,
                    null,
                    0);
        }
    }

    /// The next version of the plan is in force and followed; the former is replaced.
    UUID next(NetworkId network, PatientId patient, UUID support, List<Asked> acts) {
        return cast.in(
                network,
                () -> {
                    var id = UUID.randomUUID();
                    var now = Timestamp.from(clock.instant());
                    sql.sql(
                                    "update careplan.pps set status = 'REMPLACE', replaced_at = :now where patient_id = :p and status = 'EN_VIGUEUR'")
                            .param("now", now)
                            .param("p", patient.value())
                            .update();
                    sql.sql(
                                    """
                                    insert into careplan.pps (id, patient_id, support_id, number, created_at, created_by)
                                    select :id, :p, :s, count(*) + 1, :now, 'x' from careplan.pps where patient_id = :p
                                    """)
                            .param("id", id)
                            .param("p", patient.value())
                            .param("s", support)
                            .param("now", now)
                            .update();
                    for (var i : acts)
                        sql.sql(
                                        """
                                        insert into careplan.intervention (pps_id, intervention_id, patient_id, volet, type, title, actor_name, starts_on, every_n, every_unit,
                                               times, window_days, tolerance_days, after_n, after_unit, after_what, after_act)
                                        values (:pps, :id, :p, 'SOINS', :type, :title, :actor, :on, :every, case when :every is null then null else 'JOUR' end,
                                               :times, :window, :tolerance, case when cast(:after as uuid) is null then null else :n end,
                                               case when cast(:after as uuid) is null then null else 'JOUR' end,
                                               case when cast(:after as uuid) is null then null else 'ACTE' end, :after)
                                        """)
                                .param("pps", id)
                                .param("id", i.id())
                                .param("p", patient.value())
                                .param("type", i.type())
                                .param("title", i.title())
                                .param("actor", i.actor(), java.sql.Types.VARCHAR)
                                .param("on", i.on())
                                .param("every", i.everyDays(), java.sql.Types.INTEGER)
                                .param("times", i.times(), java.sql.Types.INTEGER)
                                .param("window", i.window())
                                .param("tolerance", i.tolerance())
                                .param("after", i.after(), java.sql.Types.OTHER)
                                .param("n", i.n())
                                .update();
                    sql.sql(
                                    """
                                    update careplan.pps set status = 'EN_VIGUEUR', opinion = 'VALIDE', submitted_at = :now, in_force_at = :now, in_force_by = 'x',
                                           in_force_why = 'AVIS', reassess_on = cast(:now as date) + interval '12 months' where id = :id
                                    """)
                            .param("now", now)
                            .param("id", id)
                            .update();
                    occurrences.follow(patient);
                    return id;
                });
    }

    /// Every dated act of a person: « Pansement 2026-06-02 FAIT », by day.
    List<String> acts(NetworkId network, PatientId patient) {
        return cast.in(
                network,
                () ->
                        sql.sql(
                                        "select title || ' ' || due_on || ' ' || status from followup.occurrence where patient_id = :p order by due_on, title")
                                .param("p", patient.value())
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    /// The act of this title on this day.
    UUID act(NetworkId network, PatientId patient, String title, LocalDate on) {
        return cast.in(
                network,
                () ->
                        sql.sql(
                                        "select id from followup.occurrence where patient_id = :p and title = :t and due_on = :on")
                                .param("p", patient.value())
                                .param("t", title)
                                .param("on", on)
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .single());
    }
}
