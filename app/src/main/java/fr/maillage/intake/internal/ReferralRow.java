package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A request as it is stored, with who it is about, the analysis in short and the urgent circuit.
record ReferralRow(
        UUID id,
        int number,
        Instant receivedAt,
        String channel,
        @Nullable UUID patientId,
        AskerQuality quality,
        String askerName,
        @Nullable String askerFunction,
        @Nullable String askerRpps,
        @Nullable String askerPhone,
        @Nullable String askerStructure,
        List<String> motives,
        @Nullable String ownWords,
        @Nullable String relativesWords,
        @Nullable String note,
        String urgency,
        @Nullable String agreement,
        @Nullable String agreementReason,
        String mtNotice,
        @Nullable Instant mtToldAt,
        @Nullable String mtToldHow,
        boolean mtLetterReady,
        @Nullable String themeCode,
        Status status,
        @Nullable String closedReason,
        @Nullable String closedNote,
        @Nullable String advice,
        @Nullable String orientedTo,
        @Nullable String awaiting,
        @Nullable Integer level,
        @Nullable String intensity,
        @Nullable UUID assignedTo,
        @Nullable LocalDate answerDue,
        @Nullable Instant decidedAt,
        @Nullable Instant askerToldAt,
        @Nullable String recordedBy,
        int version,
        @Nullable String person,
        @Nullable LocalDate birthDate,
        @Nullable String commune,
        @Nullable String communeCode,
        @Nullable String mtState,
        @Nullable String mtName,
        @Nullable String mtPhone,
        @Nullable String mtRpps,
        boolean mtTold,
        @Nullable Integer proposedLevel,
        @Nullable Integer retainedLevel,
        List<String> because,
        @Nullable LocalDate needValidatedOn,
        @Nullable String subsidiarity,
        @Nullable Instant urgencyOpenedAt,
        @Nullable Instant urgencyEndedAt,
        @Nullable Instant due24,
        @Nullable Instant done24,
        @Nullable Instant due48,
        @Nullable Instant done48) {

    @Nullable PatientId patient() {
        return patientId == null ? null : new PatientId(patientId);
    }

    /// The urgent circuit was opened and has not ended.
    boolean urgencyRuns() {
        return urgencyOpenedAt != null && urgencyEndedAt == null;
    }

    Decision.Situation situation() {
        return new Decision.Situation(
                status,
                patientId != null,
                needValidatedOn != null,
                Codes.of(Codes.Subsidiarity.class, subsidiarity).orElse(null),
                urgencyRuns());
    }

    static ReferralRow of(ResultSet row, int line) throws SQLException {
        return new ReferralRow(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("channel"),
                row.getObject("patient_id", UUID.class),
                AskerQuality.valueOf(row.getString("asker_quality")),
                row.getString("asker_name"),
                row.getString("asker_function"),
                row.getString("asker_rpps"),
                row.getString("asker_phone"),
                row.getString("asker_structure"),
                texts(row, "motives"),
                row.getString("own_words"),
                row.getString("relatives_words"),
                row.getString("note"),
                row.getString("urgency"),
                row.getString("agreement"),
                row.getString("agreement_reason"),
                row.getString("mt_notice"),
                instant(row, "mt_told_at"),
                row.getString("mt_told_how"),
                row.getBoolean("mt_letter_ready"),
                row.getString("theme_code"),
                Status.valueOf(row.getString("status")),
                row.getString("closed_reason"),
                row.getString("closed_note"),
                row.getString("advice"),
                row.getString("oriented_to"),
                row.getString("awaiting"),
                row.getObject("level", Integer.class),
                row.getString("intensity"),
                row.getObject("assigned_to", UUID.class),
                row.getObject("answer_due", LocalDate.class),
                instant(row, "decided_at"),
                instant(row, "asker_told_at"),
                row.getString("recorded_by_name"),
                row.getInt("version"),
                row.getString("display_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("commune_name"),
                row.getString("commune_code"),
                row.getString("mt_state"),
                row.getString("mt_name"),
                row.getString("mt_phone"),
                row.getString("mt_rpps"),
                row.getBoolean("mt_told"),
                row.getObject("proposed_level", Integer.class),
                row.getObject("retained_level", Integer.class),
                texts(row, "proposed_because"),
                row.getObject("need_validated_on", LocalDate.class),
                row.getString("subsidiarity"),
                instant(row, "opened_at"),
                instant(row, "ended_at"),
                instant(row, "due24"),
                instant(row, "done24_at"),
                instant(row, "due48"),
                instant(row, "done48_at"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
