package fr.maillage.intake.internal;

import fr.maillage.kernel.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An urgent circuit as it is stored.
record Urgency(
        PatientId patient,
        UrgencyState state,
        @Nullable String openedBy,
        @Nullable String answer,
        @Nullable String partner,
        @Nullable String how24,
        @Nullable String by24,
        @Nullable String note24,
        @Nullable String how48,
        @Nullable String by48,
        @Nullable String note48,
        @Nullable Integer endedLevel,
        @Nullable String endedWhy) {

    static Urgency of(ResultSet row, int line) throws SQLException {
        var state =
                new UrgencyState(
                        row.getTimestamp("opened_at").toInstant(),
                        ReferralRow.instant(row, "answered_at"),
                        row.getTimestamp("due24").toInstant(),
                        row.getString("relay24"),
                        ReferralRow.instant(row, "done24_at"),
                        row.getTimestamp("due48").toInstant(),
                        row.getString("relay48"),
                        ReferralRow.instant(row, "done48_at"),
                        ReferralRow.instant(row, "ended_at"));
        return new Urgency(
                new PatientId(row.getObject("patient_id", UUID.class)),
                state,
                row.getString("opened_by_name"),
                row.getString("answer"),
                row.getString("partner"),
                row.getString("done24_how"),
                row.getString("done24_by"),
                row.getString("done24_note"),
                row.getString("done48_how"),
                row.getString("done48_by"),
                row.getString("done48_note"),
                row.getObject("ended_level", Integer.class),
                row.getString("ended_why"));
    }
}
