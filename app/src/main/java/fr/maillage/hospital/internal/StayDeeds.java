package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.agenda.Visits;
import fr.maillage.careplan.CarePlans;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.casefile.SharedWith;
import fr.maillage.casefile.SharedWith.Listener;
import fr.maillage.casefile.SharedWith.Obstacle;
import fr.maillage.casefile.StayFollowUps;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done about a stay: the plan of care made available to the hospital at the entry (guide
/// DGOS 2012, fiche L3 §3), the visit after the return.
@Service
@Transactional
class StayDeeds implements StayFollowUps {

    private static final String S = Typography.NBSP;
    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 16;

    private final JdbcClient sql;
    private final CarePlans plans;
    private final CrisisPlans crises;
    private final SharedWith sharing;
    private final Outbox outbox;
    private final Visits visits;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    StayDeeds(
            JdbcClient sql,
            CarePlans plans,
            CrisisPlans crises,
            SharedWith sharing,
            Outbox outbox,
            Visits visits,
            Networks networks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.crises = crises;
        this.sharing = sharing;
        this.outbox = outbox;
        this.visits = visits;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, FollowUp> of(PatientId patient, Collection<Days> stays) {
        if (stays.isEmpty()) return Map.of();
        var today = today();
        var sent = new HashMap<UUID, String>();
        sql.sql(
                        "select stay_id, sent_at, sent_by from hospital.plan_sent where stay_id = any (:stays)")
                .param("stays", stays.stream().map(Days::stay).toArray(UUID[]::new))
                .query(row -> {
                    sent.put(
                            row.getObject("stay_id", UUID.class),
                            HospitalText.sent(
                                    day(row.getTimestamp("sent_at").toInstant()),
                                    row.getString("sent_by"),
                                    today));
                });
        var meetings = meetings(patient);
        var plan = plans.current(patient).isPresent();
        var found = new HashMap<UUID, FollowUp>();
        for (var stay : stays) {
            var words = sent.get(stay.stay());
            found.put(
                    stay.stay(),
                    stay.dischargedOn() == null
                            ? new FollowUp(words, plan && words == null, null, "", false)
                            : visit(stay.dischargedOn(), words, meetings));
        }
        return found;
    }

    /// An appointment with the person: kept, or still to come.
    private record Meeting(Instant at, boolean kept) {}

    private List<Meeting> meetings(PatientId patient) {
        return sql.sql(
                        """
                        select starts_at, true as kept from agenda.kept where patient_id = :patient and kind = 'VISITE'
                        union all
                        select starts_at, false from agenda.to_come where patient_id = :patient and kind = 'VISITE'
                        order by starts_at
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Meeting(
                                row.getTimestamp("starts_at").toInstant(), row.getBoolean("kept")))
                .list();
    }

    private FollowUp visit(LocalDate home, @Nullable String plan, List<Meeting> meetings) {
        var today = today();
        var due = due(home);
        for (var kept : List.of(true, false))
            for (var meeting : meetings) {
                var day = day(meeting.at());
                if (meeting.kept() != kept || day.isBefore(home)) continue;
                if (kept)
                    return new FollowUp(
                            plan, false, HospitalText.kept(day, due, today), "is-done", false);
                var at = LocalDateTime.ofInstant(meeting.at(), FrenchDates.PARIS);
                return new FollowUp(
                        plan,
                        false,
                        HospitalText.planned(at, today),
                        day.isAfter(due) ? "is-late" : "is-due",
                        false);
            }
        // an old return is no longer followed by this visit
        if (due.isBefore(today.minusDays(30))) return new FollowUp(plan, false, null, "", false);
        return new FollowUp(
                plan,
                false,
                HospitalText.due(due, today),
                due.isBefore(today) ? "is-late" : "is-due",
                true);
    }

    private LocalDate due(LocalDate home) {
        var hours = networks.setting(Setting.DISCHARGE_VISIT_HOURS, null);
        return home.plusDays((hours + 23) / 24);
    }

    /// Puts the plan in the tray, for the hospital. Throws [FormRefused] without a plan in force,
    /// after the stay, a second time, or when the person opposes it.
    void send(OpenFile file, UUID stay) {
        var patient = file.patient();
        var there = stay(patient, stay);
        if (there.dischargedOn() != null)
            throw FormRefused.because("pps", HospitalText.NOT_IN_HOSPITAL);
        var plan =
                plans.current(patient)
                        .orElseThrow(() -> FormRefused.because("pps", HospitalText.NO_PLAN));
        var to = new Listener(there.hospital(), null, false, null);
        var obstacle = sharing.obstacles(patient, List.of(to)).get(to);
        // whoever takes part in the care now is of the équipe de soins (CSP L.1110-12)
        if (obstacle != null && obstacle != Obstacle.OUTSIDE)
            throw FormRefused.because("pps", HospitalText.refused(obstacle));
        var letter =
                outbox.put(
                        new Outbox.Message(
                                patient,
                                "STRUCTURE",
                                there.hospital(),
                                null,
                                null,
                                "FAIT_SIGNIFICATIF",
                                "Plan personnalisé de santé de " + file.banner().name(),
                                body(file, plan),
                                stay));
        var written =
                sql.sql(
                                """
                                insert into hospital.plan_sent (stay_id, letter_id, sent_at, sent_by) values (:stay, :letter, :now, :by) on conflict do nothing
                                """)
                        .param("stay", stay)
                        .param("letter", letter)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", SignedIn.current().displayName())
                        .update();
        if (written == 0) throw FormRefused.because("pps", HospitalText.ALREADY_SENT);
        timeline.add(
                patient,
                Timeline.Kind.COURRIER,
                HospitalText.SENT,
                there.hospital(),
                "/dossiers/" + patient + "/sejours",
                true);
        trail.wrote(Trail.Action.CREATE, patient, "SEJOUR", stay);
    }

    private String body(OpenFile file, Plan plan) {
        var parts = new ArrayList<String>();
        parts.add(
                file.banner().name()
                        + ", "
                        + file.banner().born()
                        + ", est suivie par notre structure"
                        + (plan.referent() == null
                                ? ""
                                : " (référent" + S + ": " + plan.referent() + ")")
                        + ". Son plan personnalisé de santé, version "
                        + plan.number()
                        + ", est en vigueur depuis le "
                        + FrenchDates.date(day(plan.inForceAt()))
                        + ".");
        var pathologies = plan.pathologies().stream().map(CarePlans.Pathology::label).toList();
        if (!pathologies.isEmpty())
            parts.add("Pathologies" + S + ": " + String.join(", ", pathologies) + ".");
        parts.add(list("Objectifs", plan.goals().stream().map(CarePlans.Goal::title).toList()));
        parts.add(
                list(
                        "Qui fait quoi",
                        plan.interventions().stream()
                                .map(one ->
                                        one.title()
                                                + ", "
                                                + Objects.requireNonNullElse(
                                                        one.actor(), "sans acteur")
                                                + ", "
                                                + one.when())
                                .toList()));
        crises.current(file.patient())
                .ifPresent(crisis -> {
                    if (crisis.words() != null)
                        parts.add("Consignes de crise" + S + ": " + crisis.words());
                    if (crisis.allergies().text() != null)
                        parts.add("Allergies" + S + ": " + crisis.allergies().text());
                    if (crisis.treatments().text() != null)
                        parts.add("Traitements connus" + S + ": " + crisis.treatments().text());
                });
        parts.add(
                "Prévenez-nous de la date de sortie prévue"
                        + S
                        + ": nous préparons le retour à domicile dès maintenant.");
        return String.join("\n\n", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String list(String title, List<String> lines) {
        return lines.isEmpty() ? "" : title + S + ":\n" + String.join("\n", lines);
    }

    /// Puts the visit after the return into the agenda of who is signed in: at a free hour of a
    /// working day, within the delay when there is one, else as soon as can be. Throws
    /// [FormRefused] before the return, or when a visit is there.
    void visit(PatientId patient, UUID stay) {
        var there = stay(patient, stay);
        var home = there.dischargedOn();
        if (home == null) throw FormRefused.because("visite", HospitalText.STILL_THERE);
        if (meetings(patient).stream().anyMatch(m -> !day(m.at()).isBefore(home)))
            throw FormRefused.because("visite", HospitalText.VISIT_THERE);
        visits.plan(patient, free(due(home)));
    }

    /// The day the visit is put on: the last working day up to `due`, today being too late for it;
    /// after that, the next working day.
    static LocalDate dayOf(LocalDate due, LocalDate today) {
        for (var day = due; day.isAfter(today); day = day.minusDays(1))
            if (WorkingDays.FRANCE.isWorkingDay(day)) return day;
        return WorkingDays.FRANCE.plus(today, 1);
    }

    private Instant free(LocalDate due) {
        var day = dayOf(due, today());
        var taken = new HashSet<Integer>();
        sql.sql(
                        """
                        select starts_at, ends_at from agenda.planned where member_id = :member and starts_at < :end and ends_at > :start
                        """)
                .param("member", SignedIn.current().member())
                .param("start", Timestamp.from(at(day, 0)))
                .param("end", Timestamp.from(at(day.plusDays(1), 0)))
                .query(row -> {
                    var start = row.getTimestamp("starts_at").toInstant();
                    var end = row.getTimestamp("ends_at").toInstant();
                    for (int hour = FIRST_HOUR; hour <= LAST_HOUR; hour++)
                        if (start.isBefore(at(day, hour + 1)) && end.isAfter(at(day, hour)))
                            taken.add(hour);
                });
        for (int hour = FIRST_HOUR + 1; hour <= LAST_HOUR; hour++)
            if (!taken.contains(hour) && hour != 12) return at(day, hour);
        return at(day, FIRST_HOUR);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(FrenchDates.PARIS).toInstant();
    }

    private record Stay(String hospital, @Nullable LocalDate dischargedOn) {}

    private Stay stay(PatientId patient, UUID id) {
        return sql.sql(
                        "select hospital, discharged_on from casefile.hospital_stay where id = :id and patient_id = :patient")
                .param("id", id)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Stay(
                                row.getString("hospital"),
                                row.getObject("discharged_on", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("séjour", id));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
