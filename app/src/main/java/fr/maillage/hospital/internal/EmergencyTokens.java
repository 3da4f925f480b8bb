package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Sha256;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Timeline;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Codes of printed sheets: each printing has its own, so that each may be taken back. A code says
/// nothing and opens nothing by itself: whoever follows it signs in, and must be allowed to read
/// the file.
@Service
@Transactional
class EmergencyTokens {

    private static final int SHOWN = 30;

    private final JdbcClient sql;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EmergencyTokens(
            JdbcClient sql, Networks networks, Timeline timeline, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param token told once, on the paper
    record Made(String token, LocalDate expiresOn) {}

    /// A new code, for a sheet being printed: who prints is in the trail and in the line of life.
    Made make(PatientId patient) {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = Ids.next();
        var until = LocalDate.now(clock).plusDays(networks.setting(Setting.SHEET_DAYS, null));
        sql.sql(
                        """
                        insert into hospital.sheet (id, patient_id, token_hash, made_at, made_by, expires_on) values (:id, :patient, :hash, :now, :by, :until)
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("hash", Sha256.of(token))
                .param("now", now())
                .param("by", SignedIn.current().displayName())
                .param("until", until)
                .update();
        trail.wrote(Trail.Action.PRINT, patient, "FICHE_URGENCES", id);
        timeline.add(
                patient,
                Timeline.Kind.SEJOUR,
                HospitalText.PRINTED,
                null,
                "/dossiers/" + patient + "/urgence",
                true);
        return new Made(token, until);
    }

    /// Whose sheet a code opens, among the files of who is signed in. Throws `NotFound` for a code
    /// unknown to them, taken back or out of date: nothing tells which.
    @Transactional(readOnly = true)
    public PatientId open(String token) {
        return sql.sql(
                        "select patient_id from hospital.sheet where token_hash = :hash and revoked_at is null and expires_on >= :today")
                .param("hash", Sha256.of(token))
                .param("today", LocalDate.now(clock))
                .query((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("fiche", null));
    }

    /// Takes a code back. Idempotent. Throws `NotFound` for one of somebody else.
    void revoke(PatientId patient, UUID id) {
        var found =
                sql.sql(
                                """
                                update hospital.sheet set revoked_at = coalesce(revoked_at, :now), revoked_by = coalesce(revoked_by, :by)
                                where id = :id and patient_id = :patient
                                """)
                        .param("now", now())
                        .param("by", SignedIn.current().displayName())
                        .param("id", id)
                        .param("patient", patient.value())
                        .update();
        if (found == 0) throw new NotFound("fiche", id);
        trail.wrote(Trail.Action.UPDATE, patient, "FICHE_URGENCES", id);
    }

    /// A printing.
    record Printed(
            UUID id,
            Instant madeAt,
            String madeBy,
            LocalDate expiresOn,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {}

    /// The last printings, the latest first.
    @Transactional(readOnly = true)
    public List<Printed> of(PatientId patient) {
        return sql.sql(
                        """
                        select id, made_at, made_by, expires_on, revoked_at, revoked_by from hospital.sheet where patient_id = :patient
                        order by made_at desc, id desc limit :most
                        """)
                .param("patient", patient.value())
                .param("most", SHOWN)
                .query((row, _) -> {
                    var revoked = row.getTimestamp("revoked_at");
                    return new Printed(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("made_at").toInstant(),
                            row.getString("made_by"),
                            row.getObject("expires_on", LocalDate.class),
                            revoked == null ? null : revoked.toInstant(),
                            row.getString("revoked_by"));
                })
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
