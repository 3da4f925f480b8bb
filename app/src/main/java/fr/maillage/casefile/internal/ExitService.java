package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.LevelChanged;
import fr.maillage.casefile.SupportClosed;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Exit, watch and change of référent.
@Service
@Transactional
class ExitService {

    /// Exits that say nothing without a place or a name.
    private static final Set<String> DETAILED = Set.of("DECES", "RELAIS", "ENTREE_ETABLISSEMENT");

    private final JdbcClient sql;
    private final Supports supports;
    private final Networks networks;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExitService(
            JdbcClient sql,
            Supports supports,
            Networks networks,
            Patients patients,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.networks = networks;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// The accompaniment ends, with its coded reason. By death, the person is deceased in the same
    /// transaction, and whoever listens to [SupportClosed] in it closes alerts and mailings:
    /// nothing leaves to the home of somebody who died.
    void close(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var today = LocalDate.now(clock);
        var reason = sent.text("exitReason");
        var day = sent.day("closedOn");
        var detail = sent.text("exitDetail", 2000);
        if (!SupportText.EXITS.containsKey(reason))
            errors.add("exitReason", SupportText.EXIT_REASON);
        if (day.isEmpty()) errors.add("closedOn", CaseFileText.DAY_MISSING);
        else if (day.get().isAfter(today)) errors.add("closedOn", CaseFileText.DAY_IN_FUTURE);
        else if (day.get().isBefore(support.openedOn()))
            errors.add("closedOn", SupportText.exitBefore(support.openedOn()));
        if (DETAILED.contains(reason) && detail.isEmpty())
            errors.add("exitDetail", SupportText.exitDetail(reason));
        var born = patients.get(patient).birthDate();
        if (reason.equals("DECES") && day.isPresent() && born != null && day.get().isBefore(born))
            errors.add("closedOn", SupportText.DIED_BEFORE_BIRTH);
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        sql.sql(
                        """
                        update casefile.support set status = 'CLOS', closed_on = :day, exit_reason = :reason, exit_detail = :detail, watch_review_on = null,
                               paused_from = null, paused_until = null, pause_reason = null
                        where id = :id
                        """)
                .param("day", day.orElseThrow())
                .param("reason", reason)
                .param("detail", InclusionService.blankAsNull(detail), java.sql.Types.VARCHAR)
                .param("id", support.id())
                .update();
        if (reason.equals("DECES")) {
            patients.died(patient, day.orElseThrow());
            sql.sql(
                            "update casefile.stay set discharged_on = greatest(:day, admitted_on) where patient_id = :patient and discharged_on is null")
                    .param("day", day.orElseThrow())
                    .param("patient", patient.value())
                    .update();
        }
        timeline.add(
                patient,
                Timeline.Kind.SORTIE,
                "Sortie" + "\u00A0: " + SupportText.EXITS.get(reason),
                detail.isEmpty() ? null : detail,
                "/dossiers/" + patient + "/niveau",
                false);
        trail.wrote(Action.UPDATE, patient, "SORTIE", support.id());
        events.publishEvent(
                new SupportClosed(
                        SignedIn.current().network(),
                        support.id(),
                        patient,
                        reason,
                        clock.instant()));
    }

    /// From support to watch: level 0, until the day it is looked at again. The file stays open,
    /// and comes back without being typed anew.
    void watch(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var today = LocalDate.now(clock);
        var review = sent.day("watchReviewOn");
        var reason = sent.text("watchReason", 2000);
        if (review.isEmpty())
            errors.add("watchReviewOn", InclusionText.of(new Inclusion.Obstacle.ReviewMissing()));
        else if (!review.get().isAfter(today))
            errors.add("watchReviewOn", InclusionText.of(new Inclusion.Obstacle.ReviewPast()));
        if (reason.isEmpty()) errors.add("watchReason", SupportText.WATCH_REASON);
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        sql.sql(
                        "update casefile.support set status = 'VEILLE', level = 0, watch_review_on = :review where id = :id")
                .param("review", review.orElseThrow())
                .param("id", support.id())
                .update();
        if (support.active()) {
            supports.levelSince(support.id(), patient, 0, today, reason);
            events.publishEvent(
                    new LevelChanged(SignedIn.current().network(), patient, 0, clock.instant()));
        }
        timeline.add(
                patient,
                Timeline.Kind.SORTIE,
                support.active() ? "Passage en veille" : "Veille revue",
                SupportText.reviewed(reason, review.orElseThrow()),
                "/dossiers/" + patient + "/niveau",
                false);
        trail.wrote(Action.UPDATE, patient, "VEILLE", support.id());
    }

    /// Another member of the team becomes the référent.
    void coordinator(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var member =
                networks.coordinators(LocalDate.now(clock)).stream()
                        .filter(m -> m.id().toString().equals(sent.text("coordinator")))
                        .findFirst();
        if (member.isEmpty())
            errors.add(
                    "coordinator", InclusionText.of(new Inclusion.Obstacle.CoordinatorMissing()));
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        sql.sql("update casefile.support set coordinator_id = :member where id = :id")
                .param("member", member.orElseThrow().id())
                .param("id", support.id())
                .update();
        // whoever stood beside the référent, and is it now, stands there no more
        sql.sql(
                        "update casefile.support_team set until = :today where support_id = :id and coordinator_id = :member and until is null")
                .param("today", LocalDate.now(clock))
                .param("id", support.id())
                .param("member", member.orElseThrow().id())
                .update();
        timeline.add(
                patient,
                Timeline.Kind.CERCLE,
                "Référent" + "\u00A0: " + member.orElseThrow().name(),
                null,
                "/dossiers/" + patient + "/cercle",
                false);
        trail.wrote(Action.UPDATE, patient, "CERCLE", support.id());
    }
}
