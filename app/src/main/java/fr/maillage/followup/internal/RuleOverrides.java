package fr.maillage.followup.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.followup.AlertRule;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A rule as it holds for one person: another threshold, or not at all, with a reason and perhaps
/// an end. One at a time for a rule: the new one ends the other.
@Service
@Transactional
class RuleOverrides {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final AlertActs acts;
    private final Clock clock;

    RuleOverrides(JdbcClient sql, CaseFiles files, AlertActs acts, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.acts = acts;
        this.clock = clock;
    }

    /// Fields `rule`, `how` (`seuil` or `non`), `threshold`, `why`, `overUntil`.
    void set(PatientId patient, Sent form) {
        files.openToWrite(patient, Part.SUIVI);
        var rule =
                Arrays.stream(AlertRule.values())
                        .filter(r -> r.mayWait() && r.name().equals(form.text("rule")))
                        .findFirst();
        if (rule.isEmpty()) form.errors().add("rule", AlertText.RULE_CHOSEN);
        var off = form.text("how").equals("non");
        var threshold = off || rule.isEmpty() ? null : threshold(rule.get(), form);
        var why = form.required("why", 500);
        var until = form.day("overUntil");
        if (until.isPresent() && until.get().isBefore(LocalDate.now(clock)))
            form.errors().add("overUntil", AlertText.UNTIL_PAST);
        FormRefused.unless(form.errors());
        var code = rule.orElseThrow().name();
        sql.sql(
                        "update followup.rule_override set ended_at = :now, ended_by = :by where patient_id = :patient and rule = :rule and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("patient", patient.value())
                .param("rule", code)
                .update();
        var id = Ids.next();
        sql.sql(
                        """
                        insert into followup.rule_override (id, patient_id, rule, threshold, reason, until, set_at, set_by)
                        values (:id, :patient, :rule, :threshold, :reason, :until, :now, :by)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("rule", code)
                .param("threshold", threshold, Types.INTEGER)
                .param("reason", why)
                .param("until", until.orElse(null), Types.DATE)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        acts.tell(
                patient,
                AlertText.OVERRIDDEN,
                rule.orElseThrow().label() + " · " + why,
                AlertActs.page(patient));
        acts.made(patient, AlertActs.RULE, id);
        acts.look(patient);
    }

    private static @Nullable Integer threshold(AlertRule rule, Sent form) {
        var setting = rule.threshold();
        var value = setting == null ? null : form.number("threshold", setting.min(), setting.max());
        if (value == null && form.errors().of("threshold") == null)
            form.errors().add("threshold", AlertText.THRESHOLD_MISSING);
        return value;
    }

    /// The rule of the structure holds again.
    void end(PatientId patient, UUID id) {
        files.openToWrite(patient, Part.SUIVI);
        var ended =
                sql.sql(
                                "update followup.rule_override set ended_at = :now, ended_by = :by where id = :id and patient_id = :patient and ended_at is null")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .param("patient", patient.value())
                        .update();
        if (ended == 0) throw new NotFound("réglage", id);
        acts.changed(patient, AlertActs.RULE, id);
        acts.look(patient);
    }
}
