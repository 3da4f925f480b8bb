package fr.maillage.patient.internal;

import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Timeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ConsentService implements Consents {

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;
    private final Timeline timeline;

    ConsentService(JdbcClient sql, Clock clock, Trail trail, Timeline timeline) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
        this.timeline = timeline;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Consent> last(PatientId patient, Act act) {
        return history(patient).stream()
                .map(Recorded::consent)
                .filter(c -> c.act() == act)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recorded> history(PatientId patient) {
        return sql.sql(
                        """
                        select c.id, c.act, c.state, c.given_on, c.form, c.given_by, c.representative, c.scope, c.opposed_to, c.opposed_to_id,
                               c.reason, c.recorded_at
                        from patient.consent c where c.patient_id = :patient
                        order by c.recorded_at desc, c.id desc
                        """)
                .param("patient", patient.value())
                .query((row, _) -> recorded(row))
                .list();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        var consent =
                new Consent(
                        Act.valueOf(row.getString("act")),
                        State.valueOf(row.getString("state")),
                        row.getObject("given_on", LocalDate.class),
                        row.getString("form"),
                        row.getString("given_by"),
                        row.getString("representative"),
                        row.getString("scope"),
                        row.getString("opposed_to"),
                        row.getString("reason"),
                        row.getObject("opposed_to_id", UUID.class));
        return new Recorded(
                row.getObject("id", UUID.class),
                consent,
                row.getTimestamp("recorded_at").toInstant());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> flaws(PatientId patient, Consent consent) {
        var sentences = new LinkedHashMap<String, String>();
        for (var flaw : rule(patient, consent).flaws())
            sentences.putIfAbsent(flaw.field(), PatientText.of(flaw));
        return sentences;
    }

    private ConsentRule rule(PatientId patient, Consent consent) {
        var given =
                last(patient, consent.act())
                                .filter(c -> c.state() != State.RETIRE && c.state() != State.REFUSE)
                                .isPresent()
                        && history(patient).stream()
                                .map(Recorded::consent)
                                .anyMatch(
                                        c -> c.act() == consent.act() && c.state() == State.DONNE);
        return new ConsentRule(consent, LocalDate.now(clock), given);
    }

    @Override
    public void record(PatientId patient, Consent consent) {
        var flaws = rule(patient, consent).flaws();
        if (!flaws.isEmpty()) throw new IllegalArgumentException("not an act: " + flaws);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into patient.consent (id, patient_id, act, state, given_on, form, given_by, representative, scope, opposed_to,
                                                     opposed_to_id, reason, recorded_at)
                        values (:id, :patient, :act, :state, :givenOn, :form, :givenBy, :representative, :scope, :opposedTo, :opposedToId,
                                :reason, :at)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("act", consent.act().name())
                .param("state", consent.state().name())
                .param("givenOn", consent.givenOn())
                .param("form", consent.form())
                .param("givenBy", consent.givenBy())
                .param("representative", consent.representative())
                .param("scope", consent.scope())
                .param("opposedTo", consent.opposedTo())
                .param("opposedToId", consent.opposedToId())
                .param("reason", consent.reason())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        trail.wrote(Trail.Action.CREATE, patient, "DROITS", id);
        timeline.add(
                patient,
                Timeline.Kind.DROITS,
                PatientText.line(consent.act(), consent.state()),
                null,
                "/dossiers/" + patient + "/droits",
                false);
    }

    @Override
    public String label(Act act) {
        return PatientText.of(act);
    }

    @Override
    public String label(Act act, State state) {
        return PatientText.of(act, state);
    }
}
