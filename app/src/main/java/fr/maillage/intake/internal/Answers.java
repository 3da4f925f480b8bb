package fr.maillage.intake.internal;

import static java.util.Objects.requireNonNull;

import fr.maillage.access.Trail;
import fr.maillage.intake.HandoverChanged;
import fr.maillage.intake.ReferralDecided;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a request is answered, and what that changes; the rules are in [Decision].
@Service
@Transactional
class Answers {

    private final JdbcClient sql;
    private final Clock clock;
    private final ReferralRows rows;
    private final Timeline timeline;
    private final Trail trail;
    private final Networks networks;
    private final ApplicationEventPublisher events;

    Answers(
            JdbcClient sql,
            Clock clock,
            ReferralRows rows,
            Timeline timeline,
            Trail trail,
            Networks networks,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.rows = rows;
        this.timeline = timeline;
        this.trail = trail;
        this.networks = networks;
        this.events = events;
    }

    /// As [#decide], for a form. Throws `FormRefused` naming the fields, and
    /// `OptimisticLockingFailureException` when a colleague answered first.
    void answer(UUID id, Decision decision) {
        var errors = new FormErrors();
        for (var obstacle : decide(id, decision)) {
            if (obstacle instanceof Decision.Obstacle.AlreadyAnswered)
                throw new OptimisticLockingFailureException("answered already");
            errors.add(IntakeText.field(obstacle), IntakeText.of(obstacle));
        }
        FormRefused.unless(errors);
    }

    /// Answers a request, unless something stops it: then nothing is written and the obstacles come
    /// back.
    List<Decision.Obstacle> decide(UUID id, Decision decision) {
        // two colleagues answering at once: the second waits here, then finds it answered
        sql.sql("select 1 from intake.referral where id = :id for update")
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .optional();
        var request = rows.get(id);
        var obstacles = Decision.obstacles(decision, request.situation());
        if (!obstacles.isEmpty()) return obstacles;
        switch (decision) {
            case Decision.Advise(var words) ->
                    outcome(request, Status.CONSEIL, "Conseil donné", "advice", words);
            case Decision.Propose() ->
                    outcome(request, Status.ACCOMPAGNEMENT, "Accompagnement proposé", null, null);
            case Decision.Close(var reason, var note) ->
                    close(
                            request,
                            requireNonNull(reason),
                            note.isBlank() ? null : note,
                            "Demande sans suite");
            case Decision.Attach _ ->
                    close(
                            request,
                            Codes.ClosedReason.DEJA_ACCOMPAGNEE,
                            null,
                            IntakeText.ATTACHED_LINE);
            case Decision.Await(var what) -> await(request, what);
            case Decision.Orient orient -> orient(request, orient);
        }
        return List.of();
    }

    private void close(
            ReferralRow request, Codes.ClosedReason reason, @Nullable String note, String title) {
        sql.sql(
                        "update intake.referral set closed_reason = :reason, closed_note = :note, status = 'SANS_SUITE' where id = :id")
                .param("reason", reason.name())
                .param("note", note)
                .param("id", request.id())
                .update();
        outcome(request, Status.SANS_SUITE, title, null, reason.label());
    }

    private void await(ReferralRow request, String what) {
        sql.sql(
                        "update intake.referral set status = 'EN_ATTENTE', awaiting = :what, version = version + 1 where id = :id")
                .param("what", what)
                .param("id", request.id())
                .update();
        note(request, "Demande en attente d’informations", null);
    }

    private void orient(ReferralRow request, Decision.Orient to) {
        var patient = requireNonNull(request.patient());
        var handover = Ids.next();
        var now = clock.instant();
        sql.sql(
                        """
                        insert into intake.handover (id, referral_id, patient_id, to_kind, to_name, content, patient_agreed, sent_at, sent_by, sent_by_name, answer_due)
                        values (:id, :referral, :patient, :kind, :name, :content, true, :now, platform.account(), :by, :due)
                        """)
                .param("id", handover)
                .param("referral", request.id())
                .param("patient", patient.value())
                .param("kind", requireNonNull(to.kind()).name())
                .param("name", to.name())
                .param("content", to.content())
                .param("now", Timestamp.from(now))
                .param("by", ReferralService.author())
                .param(
                        "due",
                        LocalDate.now(clock)
                                .plusDays(networks.setting(Setting.HANDOVER_DAYS, null)))
                .update();
        outcome(request, Status.ORIENTEE, "Orientée vers " + to.name(), "oriented_to", to.name());
        events.publishEvent(new HandoverChanged(ReferralService.network(), handover, patient, now));
    }

    /// The status and who decided; `column` (advice or oriented_to) takes the words, when the
    /// answer has some of its own.
    private void outcome(
            ReferralRow request,
            Status status,
            String title,
            @Nullable String column,
            @Nullable String words) {
        var now = clock.instant();
        sql.sql(
                        """
                        update intake.referral set status = :status, decided_at = :now, decided_by = platform.account(), awaiting = null,
                            advice = coalesce(:advice, advice), oriented_to = coalesce(:oriented, oriented_to), version = version + 1
                        where id = :id
                        """)
                .param("status", status.name())
                .param("now", Timestamp.from(now))
                .param("advice", "advice".equals(column) ? words : null)
                .param("oriented", "oriented_to".equals(column) ? words : null)
                .param("id", request.id())
                .update();
        note(request, title, status == Status.SANS_SUITE ? words : null);
        events.publishEvent(
                new ReferralDecided(
                        ReferralService.network(), request.id(), request.patient(), now));
    }

    /// Puts an answered request back on the board, when it was answered by mistake. Hand-overs
    /// already sent stay sent.
    boolean reopen(UUID id) {
        var request = rows.get(id);
        var done =
                sql.sql(
                                        """
                                        update intake.referral set status = 'A_ANALYSER', closed_reason = null, closed_note = null, decided_at = null,
                                            decided_by = null, version = version + 1
                                        where id = :id and status not in ('A_ANALYSER', 'EN_ATTENTE')
                                        """)
                                .param("id", id)
                                .update()
                        == 1;
        if (done) note(request, "Demande reprise", null);
        return done;
    }

    /// Support was opened for it: the answer, unless it was said already.
    void support(ReferralRow request) {
        if (request.status() != Status.ACCOMPAGNEMENT)
            outcome(request, Status.ACCOMPAGNEMENT, "Accompagnement proposé", null, null);
    }

    /// A line in the trail and in the line of life of the person, if there is one.
    void note(ReferralRow request, String title, @Nullable String detail) {
        var patient = request.patient();
        if (patient == null) return;
        trail.wrote(Trail.Action.UPDATE, patient, "demande", request.id());
        timeline.add(
                patient, Timeline.Kind.DEMANDE, title, detail, "/demandes/" + request.id(), false);
    }
}
