package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.Admitted;
import fr.maillage.casefile.PauseChanged;
import fr.maillage.casefile.ReturnedHome;
import fr.maillage.directory.Organizations;
import fr.maillage.kernel.Finess;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hospital stays, and the pause of alerts they or a holiday ask for.
@Service
@Transactional
class StayService {

    private final JdbcClient sql;
    private final Supports supports;
    private final ReturnLists returns;
    private final Organizations organizations;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StayService(
            JdbcClient sql,
            Supports supports,
            ReturnLists returns,
            Organizations organizations,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.returns = returns;
        this.organizations = organizations;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Stays of the person, latest first.
    @Transactional(readOnly = true)
    public List<Stay> of(PatientId patient) {
        return sql.sql(
                        """
                        select id, kind, hospital, reason, admitted_on, expected_on, discharged_on, told, called, version from casefile.stay
                        where patient_id = :patient order by admitted_on desc, id desc
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Stay(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("hospital"),
                                row.getString("reason"),
                                row.getObject("admitted_on", LocalDate.class),
                                row.getObject("expected_on", LocalDate.class),
                                row.getObject("discharged_on", LocalDate.class),
                                row.getString("told"),
                                List.of(SqlCaseFiles.texts(row.getArray("called"))),
                                row.getInt("version")))
                .list();
    }

    /// One of them. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Stay get(PatientId patient, UUID id) {
        return of(patient).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("séjour", id));
    }

    /// A stay begins, or is planned, and its return home begins to be prepared; alerts are paused
    /// from then on when asked, until the person is home.
    void admit(PatientId patient, Sent sent) {
        var errors = sent.errors();
        var today = LocalDate.now(clock);
        var kind = sent.text("kind");
        var known = Finess.parse(sent.text("finess")).flatMap(organizations::find);
        var hospital =
                known.map(Organizations.Organization::name).orElse(sent.text("hospital", 200));
        var admitted = sent.day("admittedOn");
        var expected = sent.day("expectedOn");
        var reason = sent.text("reason", 2000);
        var told = sent.orNull("told", 500);
        var called = sent.all("called").stream().filter(StayText.CALLED::containsKey).toList();
        if (!SupportText.STAYS.containsKey(kind)) errors.add("kind", SupportText.STAY_KIND);
        if (hospital.isEmpty()) errors.add("hospital", SupportText.HOSPITAL);
        if (admitted.isEmpty()) errors.add("admittedOn", CaseFileText.DAY_MISSING);
        else if (kind.equals("NON_PROGRAMME") && admitted.get().isAfter(today))
            errors.add("admittedOn", SupportText.UNPLANNED_IN_FUTURE);
        if (admitted.isPresent() && expected.isPresent() && expected.get().isBefore(admitted.get()))
            errors.add("expectedOn", SupportText.LEAVES_BEFORE);
        if (admitted.isPresent()) {
            of(patient).stream()
                    .filter(s -> s.meets(admitted.get()))
                    .findFirst()
                    .ifPresent(s -> errors.add("admittedOn", SupportText.stayOverlaps(s)));
        }
        FormRefused.unless(errors);
        var id = Ids.next();
        sql.sql(
                        """
                        insert into casefile.stay (id, patient_id, kind, hospital, finess, reason, admitted_on, expected_on, told, called)
                        values (:id, :patient, :kind, :hospital, :finess, :reason, :admitted, :expected, :told, cast(:called as text[]))
                        """)
                .param("id", id)
                .param("patient", patient.value())
                .param("kind", kind)
                .param("hospital", hospital)
                .param(
                        "finess",
                        known.map(Organizations.Organization::finess).orElse(null),
                        java.sql.Types.VARCHAR)
                .param("reason", InclusionService.blankAsNull(reason), java.sql.Types.VARCHAR)
                .param("admitted", admitted.orElseThrow())
                .param("expected", expected.orElse(null), java.sql.Types.DATE)
                .param("told", told, java.sql.Types.VARCHAR)
                .param("called", called.toArray(String[]::new))
                .update();
        if (expected.isPresent()) expected(id, expected.get(), null);
        returns.open(id);
        var support = supports.open(patient);
        var paused = support.isPresent() && sent.has("pause", "oui");
        if (paused)
            pause(patient, support.orElseThrow(), admitted.orElseThrow(), null, "HOSPITALISATION");
        timeline.add(
                patient,
                Timeline.Kind.SEJOUR,
                SupportText.STAYS.get(kind) + ", " + hospital,
                SupportText.admitted(admitted.orElseThrow(), expected.orElse(null))
                        + (paused ? SupportText.PAUSED_MEANWHILE : ""),
                "/dossiers/" + patient + "/sejours",
                true);
        events.publishEvent(
                new Admitted(SignedIn.current().network(), id, patient, clock.instant()));
        trail.wrote(Action.CREATE, patient, "SEJOUR", id);
    }

    /// The hospital expects another day, or no day any more; the former ones are kept.
    void expect(PatientId patient, UUID id, Sent sent) {
        var stay = get(patient, id);
        var errors = sent.errors();
        var day = sent.day("expectedOn-" + id);
        var why = sent.orNull("why-" + id, 500);
        if (stay.dischargedOn() != null) errors.add("expectedOn-" + id, SupportText.ALREADY_HOME);
        else if (day.isPresent() && day.get().isBefore(stay.admittedOn()))
            errors.add("expectedOn-" + id, SupportText.LEAVES_BEFORE);
        FormRefused.unless(errors);
        take(id, sent.number("version"));
        sql.sql("update casefile.stay set expected_on = :day where id = :id")
                .param("day", day.orElse(null), java.sql.Types.DATE)
                .param("id", id)
                .update();
        expected(id, day.orElse(null), why);
        timeline.add(
                patient,
                Timeline.Kind.SEJOUR,
                StayText.expected(day.orElse(null)),
                why,
                "/dossiers/" + patient + "/sejours",
                true);
        trail.wrote(Action.UPDATE, patient, "SEJOUR", id);
    }

    /// What becomes of the list of the return, opened if it was not. Throws `FormRefused`, and when
    /// a colleague saved it first.
    void prepare(PatientId patient, UUID id, Sent sent) {
        get(patient, id);
        take(id, sent.number("version"));
        if (sent.has("open", "oui")) returns.open(id);
        else returns.say(id, sent);
        trail.wrote(Action.UPDATE, patient, "SEJOUR", id);
    }

    /// Takes the right to change this version of a stay that lasts. Throws when a colleague changed
    /// it since it was read.
    private void take(UUID id, int version) {
        var taken =
                sql.sql(
                                "update casefile.stay set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update();
        if (taken == 0) throw new OptimisticLockingFailureException("stay changed");
    }

    private void expected(UUID stay, @Nullable LocalDate day, @Nullable String why) {
        sql.sql(
                        """
                        insert into casefile.stay_expected (stay_id, expected_on, why, noted_by, noted_at) values (:stay, :day, :why, :by, :now)
                        """)
                .param("stay", stay)
                .param("day", day, java.sql.Types.DATE)
                .param("why", why, java.sql.Types.VARCHAR)
                .param("by", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// What the accompaniment is for: staying at home, or coming back to it. Source: guide DGOS
    /// 2012, fiche D3 §2.
    void goal(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var goal = sent.choice("goal", StayText.GOALS.keySet());
        FormRefused.unless(sent.errors());
        supports.take(support, sent.number("version"));
        sql.sql("update casefile.support set goal = :goal where id = :id")
                .param("goal", goal)
                .param("id", support.id())
                .update();
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                StayText.goal(goal),
                null,
                "/dossiers/" + patient + "/sejours",
                false);
        trail.wrote(Action.UPDATE, patient, "SUIVI", support.id());
    }

    /// The person is home again; the pause that came with the stay ends the same day.
    void home(PatientId patient, UUID id, Sent sent) {
        var stay = get(patient, id);
        var errors = sent.errors();
        var day = sent.day("dischargedOn");
        if (stay.dischargedOn() != null) errors.add("dischargedOn", SupportText.ALREADY_HOME);
        else if (day.isEmpty()) errors.add("dischargedOn", CaseFileText.DAY_MISSING);
        else if (day.get().isBefore(stay.admittedOn()))
            errors.add("dischargedOn", SupportText.LEAVES_BEFORE);
        else if (day.get().isAfter(LocalDate.now(clock)))
            errors.add("dischargedOn", CaseFileText.DAY_IN_FUTURE);
        FormRefused.unless(errors);
        var changed =
                sql.sql(
                                "update casefile.stay set discharged_on = :day where id = :id and discharged_on is null")
                        .param("day", day.orElseThrow())
                        .param("id", id)
                        .update();
        if (changed == 0) FormRefused.unless(errors.add("dischargedOn", SupportText.ALREADY_HOME));
        var support = supports.open(patient);
        var resumed = support.isPresent() && "HOSPITALISATION".equals(support.get().pauseReason());
        if (resumed) resume(patient, support.orElseThrow());
        var left = StayText.left(returns.of(id));
        timeline.add(
                patient,
                Timeline.Kind.SEJOUR,
                "Rentrée à domicile le " + FrenchDates.date(day.orElseThrow()),
                Stream.of(left, resumed ? SupportText.SPEAK_AGAIN : null)
                        .filter(Objects::nonNull)
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.joining(". "), Sent::orNull)),
                "/dossiers/" + patient + "/sejours",
                true);
        events.publishEvent(
                new ReturnedHome(SignedIn.current().network(), id, patient, clock.instant()));
        trail.wrote(Action.UPDATE, patient, "SEJOUR", id);
    }

    /// Alerts wait for a while: hospital, holiday.
    void pause(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        var errors = sent.errors();
        var from = sent.day("pausedFrom");
        var until = sent.day("pausedUntil");
        var reason = sent.text("pauseReason");
        if (from.isEmpty()) errors.add("pausedFrom", CaseFileText.DAY_MISSING);
        if (!SupportText.PAUSES.containsKey(reason))
            errors.add("pauseReason", SupportText.PAUSE_REASON);
        if (until.isEmpty()) errors.add("pausedUntil", SupportText.PAUSE_END);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
            errors.add("pausedUntil", fr.maillage.kernel.KernelText.PERIOD);
        if (until.isPresent() && until.get().isBefore(LocalDate.now(clock)))
            errors.add("pausedUntil", SupportText.PAUSE_PAST);
        FormRefused.unless(errors);
        supports.take(support, sent.number("version"));
        pause(patient, support, from.orElseThrow(), until.orElseThrow(), reason);
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                SupportText.pausedTitle(from.orElseThrow(), until.orElseThrow()),
                SupportText.PAUSES.get(reason),
                "/dossiers/" + patient + "/sejours",
                false);
        trail.wrote(Action.UPDATE, patient, "SUIVI", support.id());
    }

    /// Alerts speak again.
    void resume(PatientId patient, Sent sent) {
        var support = supports.required(patient);
        supports.take(support, sent.number("version"));
        resume(patient, support);
        timeline.add(
                patient,
                Timeline.Kind.SUIVI,
                "Fin de la pause des alertes",
                SupportText.SPEAK_AGAIN,
                "/dossiers/" + patient + "/sejours",
                false);
        trail.wrote(Action.UPDATE, patient, "SUIVI", support.id());
    }

    private void pause(
            PatientId patient,
            Supports.Row support,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        sql.sql(
                        "update casefile.support set paused_from = :from, paused_until = :until, pause_reason = :reason where id = :id")
                .param("from", from)
                .param("until", until, java.sql.Types.DATE)
                .param("reason", reason)
                .param("id", support.id())
                .update();
        changed(patient, support);
    }

    private void resume(PatientId patient, Supports.Row support) {
        sql.sql(
                        "update casefile.support set paused_from = null, paused_until = null, pause_reason = null where id = :id")
                .param("id", support.id())
                .update();
        changed(patient, support);
    }

    private void changed(PatientId patient, Supports.Row support) {
        events.publishEvent(
                new PauseChanged(
                        SignedIn.current().network(), support.id(), patient, clock.instant()));
    }

    /// A stay; no discharge while it lasts.
    ///
    /// @param told who was told, in words
    /// @param called home services called on: HAD, SSIAD
    record Stay(
            UUID id,
            String kind,
            String hospital,
            @Nullable String reason,
            LocalDate admittedOn,
            @Nullable LocalDate expectedOn,
            @Nullable LocalDate dischargedOn,
            @Nullable String told,
            List<String> called,
            int version) {

        boolean unplanned() {
            return kind.equals("NON_PROGRAMME");
        }

        /// Whether somebody admitted on `day` would be in two hospitals: transfers on the day of
        /// discharge are fine.
        boolean meets(LocalDate day) {
            return !day.isBefore(admittedOn)
                    && Optional.ofNullable(dischargedOn).map(day::isBefore).orElse(true);
        }
    }
}
