package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is in a draft now. A page tells it every twenty seconds while somebody is at it; without
/// JavaScript opening the page tells it once. Nothing is locked: it is said, so that two people
/// speak to each other.
@Component
class Presences {

    /// Whoever was not heard of for so long is no longer there.
    private static final Duration GONE = Duration.ofSeconds(90);

    private final JdbcClient sql;
    private final PpsRepository plans;
    private final Clock clock;

    Presences(JdbcClient sql, PpsRepository plans, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.clock = clock;
    }

    private record Other(String name, @Nullable String place) {}

    /// Tells that who is signed in is in this draft, and answers who else is, in words. Throws
    /// `NotFound` for what is no draft of this person.
    ///
    /// @param place anchor of the form they are in; null while they read
    @Transactional
    public List<String> here(PatientId patient, UUID pps, @Nullable String place) {
        var me = SignedIn.current();
        var now = clock.instant();
        var known =
                sql.sql(
                                """
                                insert into careplan.presence (pps_id, account_id, name, place, seen_at)
                                select p.id, :me, :name, :place, :now from careplan.pps p
                                 where p.id = :pps and p.patient_id = :patient and p.status = 'BROUILLON'
                                on conflict (network_id, pps_id, account_id) do update set name = excluded.name, place = excluded.place, seen_at = excluded.seen_at
                                """)
                        .param("pps", pps)
                        .param("patient", patient.value())
                        .param("me", me.accountId())
                        .param("name", me.displayName())
                        .param("place", place == null || place.length() > 100 ? null : place)
                        .param("now", Timestamp.from(now))
                        .update();
        if (known == 0) throw new NotFound("pps", pps);
        sql.sql("delete from careplan.presence where pps_id = :pps and seen_at < :gone")
                .param("pps", pps)
                .param("gone", Timestamp.from(now.minus(GONE)))
                .update();
        var others =
                sql.sql(
                                """
                                select name, place from careplan.presence where pps_id = :pps and account_id <> :me
                                 order by name collate "fr-x-icu", account_id
                                """)
                        .param("pps", pps)
                        .param("me", me.accountId())
                        .query((row, _) -> new Other(row.getString("name"), row.getString("place")))
                        .list();
        if (others.isEmpty()) return List.of();
        var content = plans.get(pps).content();
        return others.stream()
                .map(o -> DraftText.present(o.name(), place(o.place(), content)))
                .toList();
    }

    private static @Nullable String place(@Nullable String key, Content content) {
        return key == null
                ? null
                : Piece.of(key).map(piece -> DraftText.place(piece, content)).orElse(null);
    }
}
