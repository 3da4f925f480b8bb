package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.EntitlementChanged;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rights and measures of a person. One open line a right: a second one is its renewal, linked to
/// the former. Nothing of what a right says about health goes to the line of life.
@Service
@Transactional
class EntitlementService implements Rights {

    private static final String RIGHT =
            """
            select id, kind, name, detail, state, asked_on, decided_on, starts_on, ends_on, amount, amount_per, body, reference,
                   appeal_until, appealed_on, followed_by, next_on, next_what, next_by, renews, note, closed_on, closed_why, version
            from casefile.entitlement where patient_id = :patient
            """;

    private final JdbcClient sql;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntitlementService(
            JdbcClient sql,
            Networks networks,
            Timeline timeline,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /// Every right of the person, the soonest end first, the closed ones last.
    @Transactional(readOnly = true)
    public List<Entitlement> all(PatientId patient) {
        return sql.sql(RIGHT + " order by state = 'CLOS', ends_on nulls last, id desc")
                .param("patient", patient.value())
                .query((row, _) -> right(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Named> of(PatientId patient) {
        return all(patient).stream()
                .map(right ->
                        new Named(
                                right.id(),
                                right.title() + ", " + EntitlementText.standing(right),
                                right.state() == RightState.CLOS,
                                right.kind() == RightKind.PROTECTION,
                                right.state().name(),
                                right.amount(),
                                right.amountPer(),
                                right.startsOn(),
                                right.endsOn()))
                .toList();
    }

    /// One of them. Throws `NotFound`.
    @Transactional(readOnly = true)
    public Entitlement get(PatientId patient, UUID id) {
        return sql.sql(RIGHT + " and id = :id")
                .param("patient", patient.value())
                .param("id", id)
                .query((row, _) -> right(row))
                .optional()
                .orElseThrow(() -> new NotFound("droit", id));
    }

    /// What was done about it, latest first.
    @Transactional(readOnly = true)
    public List<Entitlement.Step> steps(UUID right) {
        return sql.sql(
                        """
                        select on_date, what, who, next_on, next_what, next_by, author_name from casefile.entitlement_step
                        where entitlement_id = :right order by on_date desc, at desc, id desc
                        """)
                .param("right", right)
                .query((row, _) ->
                        new Entitlement.Step(
                                row.getObject("on_date", LocalDate.class),
                                row.getString("what"),
                                row.getString("who"),
                                row.getObject("next_on", LocalDate.class),
                                row.getString("next_what"),
                                row.getString("next_by"),
                                row.getString("author_name")))
                .list();
    }

    /// Notes a right that the person has, asks for or was refused.
    UUID add(PatientId patient, Sent sent) {
        var errors = sent.errors();
        var typed =
                EntitlementForm.read(sent, Ids.next(), null, clinical(), team(), today(), errors);
        typed.ifPresent(right -> refuseDuplicate(patient, right, errors));
        FormRefused.unless(errors);
        var right = typed.orElseThrow();
        insert(patient, right);
        step(right.id(), today(), EntitlementText.stateStep(right), null, next(right));
        told(patient, right, Action.CREATE);
        return right.id();
    }

    /// Corrects it, or says where it stands now.
    void change(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var before = open(patient, id, errors);
        var typed = EntitlementForm.read(sent, id, before, clinical(), team(), today(), errors);
        typed.ifPresent(right -> refuseDuplicate(patient, right, errors));
        FormRefused.unless(errors);
        var right = typed.orElseThrow();
        take(id, sent);
        update(right);
        if (!EntitlementText.standing(before).equals(EntitlementText.standing(right))) {
            step(id, today(), EntitlementText.stateStep(right), null, next(right));
            line(patient, EntitlementText.line(right));
        }
        changed(patient, id);
    }

    /// A step was taken; the next one replaces what was to do.
    void step(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        open(patient, id, errors);
        var on = sent.day("stepOn");
        var what = sent.text("stepWhat", 2_000);
        var who = sent.orNull("stepBy", 300);
        if (on.isEmpty()) errors.add("stepOn", EntitlementText.STEP_DAY);
        else if (on.get().isAfter(today())) errors.add("stepOn", EntitlementText.IN_FUTURE);
        if (what.isEmpty()) errors.add("stepWhat", EntitlementText.STEP_MISSING);
        var next = EntitlementForm.next(sent, errors);
        FormRefused.unless(errors);
        take(id, sent);
        sql.sql(
                        "update casefile.entitlement set next_on = :on, next_what = :what, next_by = :by where id = :id")
                .param("on", next.on(), Types.DATE)
                .param("what", next.what(), Types.VARCHAR)
                .param("by", next.by(), Types.VARCHAR)
                .param("id", id)
                .update();
        step(id, on.orElseThrow(), what, who, next);
        changed(patient, id);
    }

    /// Opens the line that will follow a granted right: to ask, by the same people. Returns it.
    UUID renew(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var former = open(patient, id, errors);
        if (former.state() != RightState.ACCORDE)
            errors.add("renew", EntitlementText.RENEW_GRANTED);
        var renewing =
                sql.sql(
                                "select id from casefile.entitlement where renews = :id and state not in ('CLOS', 'REFUSE')")
                        .param("id", id)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .optional();
        if (renewing.isPresent()) errors.add("renew", EntitlementText.ALREADY_RENEWING);
        FormRefused.unless(errors);
        take(id, sent);
        var next =
                new Entitlement(
                        Ids.next(),
                        former.kind(),
                        former.name(),
                        former.detail(),
                        RightState.A_DEMANDER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        former.body(),
                        null,
                        null,
                        null,
                        former.followedBy(),
                        null,
                        null,
                        null,
                        id,
                        null,
                        null,
                        null,
                        0);
        insert(patient, next);
        step(next.id(), today(), EntitlementText.stateStep(next), null, next(next));
        line(patient, former.title() + "\u00A0: renouvellement ouvert");
        trail.wrote(Action.CREATE, patient, "DROITS", next.id());
        changed(patient, id);
        return next.id();
    }

    /// It is followed no more, and why; its warnings end.
    void close(PatientId patient, UUID id, Sent sent) {
        var errors = sent.errors();
        var right = open(patient, id, errors);
        var why = sent.text("closedWhy", 500);
        if (why.isEmpty()) errors.add("closedWhy", EntitlementText.WHY_MISSING);
        FormRefused.unless(errors);
        take(id, sent);
        sql.sql(
                        """
                        update casefile.entitlement set state = 'CLOS', closed_on = :today, closed_why = :why, next_on = null, next_what = null, next_by = null
                        where id = :id
                        """)
                .param("today", today())
                .param("why", why)
                .param("id", id)
                .update();
        step(id, today(), "Clos\u00A0: " + why, null, new EntitlementForm.Next(null, null, null));
        line(patient, EntitlementText.closedLine(right));
        changed(patient, id);
    }

    /// A right already followed is opened or renewed, not noted twice; two granted periods of the
    /// same right do not overlap.
    private void refuseDuplicate(PatientId patient, Entitlement right, FormErrors errors) {
        var same =
                sql.sql(
                                RIGHT
                                        + """
                                         and state <> 'CLOS' and id <> :id
                                         and key = casefile.right_key(:kind, cast(:name as text), cast(:detail as text)) order by ends_on nulls last
                                        """)
                        .param("patient", patient.value())
                        .param("id", right.id())
                        .param("kind", right.kind().name())
                        .param("name", right.name(), Types.VARCHAR)
                        .param("detail", right.detail(), Types.VARCHAR)
                        .query((row, _) -> right(row))
                        .list();
        for (var other : same) {
            var linked = other.id().equals(right.renews()) || right.id().equals(other.renews());
            if (right.open(today()) && other.open(today()) && !linked)
                errors.add(
                        errors.of("kind") == null ? "kind" : "state",
                        EntitlementText.duplicate(other));
            else if (right.state().pending() && other.state().pending())
                errors.add("kind", EntitlementText.duplicate(other));
            else if (right.state() == RightState.ACCORDE
                    && other.state() == RightState.ACCORDE
                    && meet(right, other)) errors.add("startsOn", EntitlementText.overlaps(other));
        }
    }

    private static boolean meet(Entitlement a, Entitlement b) {
        var aStart = Objects.requireNonNull(a.startsOn());
        var bStart = Objects.requireNonNull(b.startsOn());
        return (a.endsOn() == null || !bStart.isAfter(a.endsOn()))
                && (b.endsOn() == null || !aStart.isAfter(b.endsOn()));
    }

    private Entitlement open(PatientId patient, UUID id, FormErrors errors) {
        var right = get(patient, id);
        if (right.state() == RightState.CLOS)
            FormRefused.unless(errors.add("state", EntitlementText.ALREADY_CLOSED));
        return right;
    }

    private void take(UUID id, Sent sent) {
        var taken =
                sql.sql(
                                "update casefile.entitlement set version = version + 1 where id = :id and version = :version")
                        .param("id", id)
                        .param("version", sent.number("version"))
                        .update();
        if (taken == 0) throw new OptimisticLockingFailureException("right changed");
    }

    private void insert(PatientId patient, Entitlement right) {
        values(
                        sql.sql(
                                """
                                insert into casefile.entitlement (id, patient_id, kind, renews, name, detail, state, asked_on, decided_on, starts_on, ends_on,
                                       amount, amount_per, body, reference, appeal_until, appealed_on, followed_by, next_on, next_what, next_by, note)
                                values (:id, :patient, :kind, :renews, :name, :detail, :state, :asked, :decided, :starts, :ends, :amount, :per, :body,
                                        :reference, :appealUntil, :appealed, :follower, :nextOn, :nextWhat, :nextBy, :note)
                                """),
                        right)
                .param("patient", patient.value())
                .param("kind", right.kind().name())
                .param("renews", right.renews(), Types.OTHER)
                .update();
    }

    private void update(Entitlement right) {
        values(
                        sql.sql(
                                """
                                update casefile.entitlement set name = :name, detail = :detail, state = :state, asked_on = :asked, decided_on = :decided,
                                       starts_on = :starts, ends_on = :ends, amount = :amount, amount_per = :per, body = :body, reference = :reference,
                                       appeal_until = :appealUntil, appealed_on = :appealed, followed_by = :follower, next_on = :nextOn,
                                       next_what = :nextWhat, next_by = :nextBy, note = :note
                                where id = :id
                                """),
                        right)
                .update();
    }

    private static JdbcClient.StatementSpec values(
            JdbcClient.StatementSpec statement, Entitlement right) {
        return statement
                .param("id", right.id())
                .param("name", right.name(), Types.VARCHAR)
                .param("detail", right.detail(), Types.VARCHAR)
                .param("state", right.state().name())
                .param("asked", right.askedOn(), Types.DATE)
                .param("decided", right.decidedOn(), Types.DATE)
                .param("starts", right.startsOn(), Types.DATE)
                .param("ends", right.endsOn(), Types.DATE)
                .param("amount", amount(right), Types.NUMERIC)
                .param("per", right.amountPer(), Types.VARCHAR)
                .param("body", right.body() == null ? null : right.body().name(), Types.VARCHAR)
                .param("reference", right.reference(), Types.VARCHAR)
                .param("appealUntil", right.appealUntil(), Types.DATE)
                .param("appealed", right.appealedOn(), Types.DATE)
                .param("follower", right.followedBy(), Types.OTHER)
                .param("nextOn", right.nextOn(), Types.DATE)
                .param("nextWhat", right.nextWhat(), Types.VARCHAR)
                .param("nextBy", right.nextBy(), Types.VARCHAR)
                .param("note", right.note(), Types.VARCHAR);
    }

    private static @Nullable BigDecimal amount(Entitlement right) {
        return right.amount() == null ? null : right.amount().amount();
    }

    private void step(
            UUID right,
            LocalDate on,
            String what,
            @Nullable String who,
            EntitlementForm.Next next) {
        sql.sql(
                        """
                        insert into casefile.entitlement_step (id, entitlement_id, on_date, what, who, next_on, next_what, next_by, author_name, at)
                        values (:id, :right, :on, :what, :who, :nextOn, :nextWhat, :nextBy, :author, :now)
                        """)
                .param("id", Ids.next())
                .param("right", right)
                .param("on", on)
                .param("what", what)
                .param("who", who, Types.VARCHAR)
                .param("nextOn", next.on(), Types.DATE)
                .param("nextWhat", next.what(), Types.VARCHAR)
                .param("nextBy", next.by(), Types.VARCHAR)
                .param("author", SignedIn.current().displayName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static EntitlementForm.Next next(Entitlement right) {
        return new EntitlementForm.Next(right.nextOn(), right.nextWhat(), right.nextBy());
    }

    private void told(PatientId patient, Entitlement right, Action action) {
        line(patient, EntitlementText.line(right));
        trail.wrote(action, patient, "DROITS", right.id());
        publish(patient);
    }

    private void changed(PatientId patient, UUID id) {
        trail.wrote(Action.UPDATE, patient, "DROITS", id);
        publish(patient);
    }

    private void publish(PatientId patient) {
        events.publishEvent(
                new EntitlementChanged(SignedIn.current().network(), patient, clock.instant()));
    }

    private void line(PatientId patient, String title) {
        timeline.add(
                patient,
                Timeline.Kind.DROITS,
                title,
                null,
                "/dossiers/" + patient + "/mesures",
                false);
    }

    private Set<UUID> team() {
        return networks.coordinators(today()).stream()
                .map(Networks.Member::id)
                .collect(Collectors.toSet());
    }

    private static boolean clinical() {
        return SignedIn.current().role().clinical();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Entitlement right(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new Entitlement(
                row.getObject("id", UUID.class),
                RightKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("detail"),
                RightState.valueOf(row.getString("state")),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                amount == null ? null : new Money(amount),
                row.getString("amount_per"),
                row.getString("body") == null
                        ? null
                        : RightKind.Body.valueOf(row.getString("body")),
                row.getString("reference"),
                row.getObject("appeal_until", LocalDate.class),
                row.getObject("appealed_on", LocalDate.class),
                row.getObject("followed_by", UUID.class),
                row.getObject("next_on", LocalDate.class),
                row.getString("next_what"),
                row.getString("next_by"),
                row.getObject("renews", UUID.class),
                row.getString("note"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("closed_why"),
                row.getInt("version"));
    }
}
