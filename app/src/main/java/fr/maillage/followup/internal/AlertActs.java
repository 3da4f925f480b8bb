package fr.maillage.followup.internal;

import fr.maillage.access.Trail;
import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What every act on alerts leaves: its line of life, its trace, and a look at what is awaited of
/// the person. Call in the transaction of the act.
@Component
class AlertActs {

    /// What the trail says was written.
    static final String ALERT = "ALERTE";

    static final String RULE = "REGLE_ALERTE";

    /// Codes of the rules whose cause is a dated act.
    static final String[] OF_ACTS =
            Arrays.stream(AlertRule.values())
                    .filter(AlertRule::ofAct)
                    .map(AlertRule::name)
                    .toArray(String[]::new);

    private final JdbcClient sql;
    private final Timeline timeline;
    private final Trail trail;
    private final Sweep sweep;
    private final Clock clock;

    AlertActs(JdbcClient sql, Timeline timeline, Trail trail, Sweep sweep, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.timeline = timeline;
        this.trail = trail;
        this.sweep = sweep;
    }

    /// A line of life, read by clinicians.
    ///
    /// @param href the page it leads to; null: none
    void tell(PatientId patient, String title, @Nullable String detail, @Nullable String href) {
        timeline.add(patient, Timeline.Kind.ALERTE, title, detail, href, true);
    }

    /// The trace of a change.
    ///
    /// @param what [#ALERT] or [#RULE]
    /// @param id null: several
    void changed(PatientId patient, String what, @Nullable UUID id) {
        trail.wrote(Trail.Action.UPDATE, patient, what, id);
    }

    /// The trace of something new.
    void made(PatientId patient, String what, UUID id) {
        trail.wrote(Trail.Action.CREATE, patient, what, id);
    }

    /// How the alerts of the person stand now.
    void look(PatientId patient) {
        sweep.person(patient);
    }

    /// Opens a closed alert again; false when its cause has another open one.
    boolean reopen(UUID id) {
        return sql.sql(
                                """
                                update followup.alert l set status = 'OUVERTE', outcome = null, outcome_note = null, snoozed_until = null,
                                       closed_at = null, closed_by = null, closed_by_id = null, changed_at = :now
                                where l.id = :id and not exists (
                                  select 1 from followup.alert o where o.rule = l.rule and o.subject_id = l.subject_id and o.status in ('OUVERTE', 'EN_PAUSE'))
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Where the alerts of a person are.
    static String page(PatientId patient) {
        return "/dossiers/" + patient + "/alertes";
    }
}
