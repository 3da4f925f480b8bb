package fr.maillage.followup.internal.team;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What one colleague leaves to another or to the team: read, and done.
@Service
@Transactional
class Consignes {

    private static final int LONGEST = 5_000;

    /// Functions of the team that read names and status, no health content.
    private static final Set<String> WITHOUT_HEALTH = Set.of("SECRETARY", "HEAD");

    private final JdbcClient sql;
    private final CaseFiles files;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    Consignes(JdbcClient sql, CaseFiles files, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// Leaves one. Throws `FormRefused`.
    void leave(Sent form) {
        var who = SignedIn.current();
        var errors = form.errors();
        var today = LocalDate.now(clock);
        var words = form.text("words");
        if (words.isEmpty()) errors.add("words", TeamText.WORDS);
        if (words.length() > LONGEST) errors.add("words", TeamText.TOO_LONG);
        var day = form.day("day").orElse(today);
        if (day.isBefore(today)) errors.add("day", TeamText.DAY_PAST);
        var to = form.id("to").orElse(null);
        var clinical = who.role().clinical() && form.checked("clinical");
        if (to != null && clinical && WITHOUT_HEALTH.contains(networks.member(to).function()))
            errors.add("to", TeamText.READS_NO_HEALTH);
        FormRefused.unless(errors);
        var patient = PatientId.parse(form.text("patient")).orElse(null);
        var id = Ids.next();
        if (patient != null) {
            files.openToWrite(patient, Part.CONTACTS);
            trail.wrote(Trail.Action.CREATE, patient, "CONSIGNE", id);
        }
        sql.sql(
                        """
                        insert into followup.consigne (id, patient_id, on_call_id, words, clinical, for_day, to_member, made_at, made_by, made_name)
                        values (:id, :patient, :onCall, :words, :clinical, :day, :to, :now, :me, :name)
                        """)
                .param("id", id)
                .param("patient", patient == null ? null : patient.value())
                .param("onCall", form.id("onCall").orElse(null))
                .param("words", words)
                .param("clinical", clinical)
                .param("day", day)
                .param("to", to)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", who.memberId())
                .param("name", who.displayName())
                .update();
    }

    /// Who is signed in read it.
    void seen(UUID id) {
        person(id);
        sql.sql(
                        "insert into followup.consigne_seen (consigne_id, member_id, at) values (:id, :me, :now) on conflict do nothing")
                .param("id", id)
                .param("me", SignedIn.current().member())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// It is done; nothing for one done already.
    void done(UUID id, @Nullable String outcome) {
        var person = person(id);
        sql.sql(
                        "update followup.consigne set done_at = :now, done_name = :name, outcome = :outcome where id = :id and done_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("name", SignedIn.current().displayName())
                .param("outcome", outcome)
                .param("id", id)
                .update();
        if (person != null) trail.wrote(Trail.Action.UPDATE, person, "CONSIGNE", id);
    }

    private record Subject(@Nullable UUID patient) {}

    /// Whom it is about. Throws `NotFound` for what the reader may not read.
    private @Nullable PatientId person(UUID id) {
        var who = SignedIn.current();
        var subject =
                sql.sql(
                                "select patient_id from followup.consigne where id = :id and (:clinical or not clinical or made_by = :me)")
                        .param("id", id)
                        .param("clinical", who.role().clinical())
                        .param("me", who.memberId())
                        .query((row, _) -> new Subject(row.getObject("patient_id", UUID.class)))
                        .optional()
                        .orElseThrow(() -> new NotFound("consigne", id));
        if (subject.patient() == null) return null;
        var person = new PatientId(subject.patient());
        files.openToWrite(person, Part.CONTACTS);
        return person;
    }
}
