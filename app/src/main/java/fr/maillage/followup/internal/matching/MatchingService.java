package fr.maillage.followup.internal.matching;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.FollowUp;
import fr.maillage.followup.FollowUp.Mark;
import fr.maillage.followup.FollowUp.Marked;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says which planned act an event fulfilled, or that it fulfilled none; takes it back.
@Service
@Transactional
class MatchingService {

    private final JdbcClient sql;
    private final CaseFiles files;
    private final FollowUp followUp;
    private final Clock clock;

    MatchingService(JdbcClient sql, CaseFiles files, FollowUp followUp, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.followUp = followUp;
        this.clock = clock;
    }

    private record Event(
            PatientId patient,
            EventKind kind,
            UUID event,
            LocalDate day,
            String title,
            @Nullable String who,
            boolean ofTeam,
            boolean refused,
            boolean gone,
            @Nullable UUID fulfilled) {}

    private record Act(String status, @Nullable String actor) {}

    /// The act was done on the day of the event, by the actor of the plan, else by who the event
    /// names, else by `typed`. Throws [FormRefused] when somebody answered first, when the act no
    /// longer waits, or when nobody says who did it; `NotFound` for an act that was not proposed.
    void confirm(UUID id, UUID act, @Nullable String typed) {
        var event = lock(id);
        files.openToWrite(event.patient(), Part.SUIVI);
        if (event.gone()) throw refused(MatchingText.GONE);
        if (event.refused() || event.fulfilled() != null) throw refused(MatchingText.SETTLED);
        var planned =
                sql.sql(
                                """
                                select o.status, o.actor_name from followup.proposal p
                                  join followup.occurrence o on o.network_id = p.network_id and o.id = p.occurrence_id
                                 where p.incoming_id = :id and p.occurrence_id = :act for update of o
                                """)
                        .param("id", id)
                        .param("act", act)
                        .query((row, _) ->
                                new Act(row.getString("status"), row.getString("actor_name")))
                        .optional()
                        .orElseThrow(() -> new NotFound("acte", act));
        if (!planned.status().equals("PREVU")) throw refused(MatchingText.NOT_AWAITED);
        var mark =
                new Mark.Done(
                        event.day(),
                        doer(planned.actor(), event.who(), event.ofTeam(), typed),
                        MatchingText.shownBy(event.kind(), event.title(), event.day()));
        var answer = followUp.mark(act, mark);
        if (!(answer instanceof Marked.Recorded)) throw refused(MatchingText.refused(answer));
        sql.sql(
                        """
                        insert into followup.fulfilment (id, incoming_id, event_kind, event_id, occurrence_id, said_by, at)
                        values (:id, :incoming, :kind, :event, :act, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("incoming", id)
                .param("kind", event.kind().name())
                .param("event", event.event())
                .param("act", act)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Who is written as having done the act; null: the actor of the plan.
    static @Nullable String doer(
            @Nullable String actor, @Nullable String who, boolean ofTeam, @Nullable String typed) {
        if (typed != null) return typed;
        return actor != null || ofTeam ? null : who;
    }

    /// It fulfils nothing planned: never proposed again.
    void refuse(UUID id) {
        var event = lock(id);
        files.openToWrite(event.patient(), Part.SUIVI);
        if (event.fulfilled() != null) throw refused(MatchingText.SETTLED);
        sql.sql(
                        "update followup.incoming set refused_at = :now, refused_by = :by where id = :id and refused_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("id", id)
                .update();
    }

    /// Takes back what was said of it: the act waits again, and so does the event.
    void undo(UUID id) {
        var event = lock(id);
        files.openToWrite(event.patient(), Part.SUIVI);
        sql.sql("update followup.incoming set refused_at = null, refused_by = null where id = :id")
                .param("id", id)
                .update();
        if (event.fulfilled() != null) followUp.mark(event.fulfilled(), new Mark.Unmark());
    }

    private Event lock(UUID id) {
        return sql.sql(
                        """
                        select i.patient_id, i.kind, i.event_id, i.on_day, i.title, i.who, i.of_team, i.refused_at is not null as refused,
                               i.gone_at is not null as gone,
                               (select f.occurrence_id from followup.fulfilment f
                                 where f.network_id = i.network_id and f.incoming_id = i.id and f.undone_at is null) as fulfilled
                          from followup.incoming i where i.id = :id for update
                        """)
                .param("id", id)
                .query((row, _) ->
                        new Event(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                EventKind.valueOf(row.getString("kind")),
                                row.getObject("event_id", UUID.class),
                                row.getObject("on_day", LocalDate.class),
                                row.getString("title"),
                                row.getString("who"),
                                row.getBoolean("of_team"),
                                row.getBoolean("refused"),
                                row.getBoolean("gone"),
                                row.getObject("fulfilled", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("événement", id));
    }

    private static FormRefused refused(String why) {
        return new FormRefused(new FormErrors().add("par", why));
    }
}
