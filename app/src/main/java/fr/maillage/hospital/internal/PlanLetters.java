package fr.maillage.hospital.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.CarePlans;
import fr.maillage.casefile.Admitted;
import fr.maillage.casefile.SharedWith;
import fr.maillage.casefile.SharedWith.Listener;
import fr.maillage.casefile.SharedWith.Obstacle;
import fr.maillage.casefile.StayFollowUps.Days;
import fr.maillage.correspondence.Outbox;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plan of care made available to the hospital at the entry (guide DGOS 2012, fiche L3 §3): it
/// leaves by itself with the act that notes the stay, once, as far as the person does not oppose
/// it; the structure may prefer to send it by hand (`PLAN_TO_HOSPITAL`). A stay that was only
/// planned, or a plan that came into force since, is found at night.
@Service
@Transactional
class PlanLetters {

    /// Days after the entry during which a plan still leaves by itself.
    static final int DAYS = 30;

    private final JdbcClient sql;
    private final CarePlans plans;
    private final PlanWords words;
    private final Patients patients;
    private final SharedWith sharing;
    private final Outbox outbox;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final Clock clock;

    PlanLetters(
            JdbcClient sql,
            CarePlans plans,
            PlanWords words,
            Patients patients,
            SharedWith sharing,
            Outbox outbox,
            Networks networks,
            Timeline timeline,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.words = words;
        this.patients = patients;
        this.sharing = sharing;
        this.outbox = outbox;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.clock = clock;
    }

    /// Where the plan stands for a stay.
    ///
    /// @param words when it was sent, by whom; null when it was not
    /// @param why why it cannot be sent; null when it was, or may be
    /// @param maySend whether it may be sent now
    record Standing(@Nullable String words, @Nullable String why, boolean maySend) {
        static final Standing NOTHING = new Standing(null, null, false);
    }

    /// By stay; those that are over and were sent nothing are not in the answer.
    @Transactional(readOnly = true)
    Map<UUID, Standing> of(PatientId patient, Collection<Days> stays) {
        var today = LocalDate.now(clock);
        var asked = stays.stream().map(Days::stay).toList();
        var found = new HashMap<UUID, Standing>();
        sql.sql(
                        "select stay_id, sent_at, sent_by from hospital.plan_sent where stay_id = any (:stays)")
                .param("stays", asked.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("stay_id", UUID.class),
                            new Standing(
                                    HospitalText.sent(
                                            day(row.getTimestamp("sent_at").toInstant()),
                                            row.getString("sent_by"),
                                            today),
                                    null,
                                    false));
                });
        var open =
                stays(patient).stream()
                        .filter(s -> asked.contains(s.id()))
                        .filter(s -> s.dischargedOn() == null && !found.containsKey(s.id()))
                        .toList();
        obstacles(patient, open)
                .forEach((stay, why) ->
                        found.put(stay, new Standing(null, why.orElse(null), why.isEmpty())));
        return found;
    }

    /// Puts the plan in the tray, for the hospital. Throws [FormRefused] without a plan in force,
    /// after the stay, a second time, or when the person opposes it.
    void send(PatientId patient, UUID id) {
        var stay = stay(patient, id);
        var obstacle = obstacle(patient, stay);
        if (obstacle.isPresent()) throw FormRefused.because("pps", obstacle.get());
        if (!put(patient, stay, SignedIn.current().displayName()))
            throw FormRefused.because("pps", HospitalText.ALREADY_SENT);
    }

    /// With the act that notes the stay: what stands in the way is said on its page, and stops
    /// nothing.
    @EventListener
    void on(Admitted event) {
        sendByItself(event.patient(), event.stay());
    }

    /// Sends what nothing stands in the way of, when the structure wants it so; a stay that has not
    /// begun waits for its day.
    void sendByItself(PatientId patient, UUID id) {
        if (byHand()) return;
        var stay = stay(patient, id);
        if (stay.admittedOn().isAfter(LocalDate.now(clock))) return;
        if (obstacle(patient, stay).isEmpty()) put(patient, stay, HospitalText.BY_ITSELF);
    }

    /// Whether the structure sends plans itself.
    private boolean byHand() {
        return networks.setting(Setting.PLAN_TO_HOSPITAL, null) == 0;
    }

    /// Stays under way, begun in the last [#DAYS] days, of persons with a plan in force that was
    /// not sent; none where plans are sent by hand.
    @Transactional(readOnly = true)
    public Map<UUID, PatientId> waiting() {
        var found = new HashMap<UUID, PatientId>();
        if (byHand()) return found;
        var today = LocalDate.now(clock);
        sql.sql(
                        """
                        select s.id, s.patient_id from casefile.hospital_stay s
                         where s.discharged_on is null and s.admitted_on between :since and :today
                           and exists (select 1 from careplan.plan_in_force p where p.network_id = s.network_id and p.patient_id = s.patient_id)
                           and not exists (select 1 from hospital.plan_sent t where t.network_id = s.network_id and t.stay_id = s.id)
                        """)
                .param("since", today.minusDays(DAYS))
                .param("today", today)
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            new PatientId(row.getObject("patient_id", UUID.class)));
                });
        return found;
    }

    private Optional<String> obstacle(PatientId patient, Stay stay) {
        return obstacles(patient, List.of(stay)).getOrDefault(stay.id(), Optional.empty());
    }

    /// What stands in the way, by stay.
    private Map<UUID, Optional<String>> obstacles(PatientId patient, List<Stay> stays) {
        if (stays.isEmpty()) return Map.of();
        var planless = plans.current(patient).isEmpty();
        var listeners = new HashMap<UUID, Listener>();
        for (var stay : stays)
            listeners.put(stay.id(), new Listener(stay.hospital(), null, false, null));
        var said = sharing.obstacles(patient, listeners.values());
        var found = new HashMap<UUID, Optional<String>>();
        for (var stay : stays) {
            var opposed = said.get(listeners.get(stay.id()));
            found.put(
                    stay.id(),
                    stay.dischargedOn() != null
                            ? Optional.of(HospitalText.NOT_IN_HOSPITAL)
                            : planless
                                    ? Optional.of(HospitalText.NO_PLAN)
                                    // whoever takes part in the care now is of the équipe de
                                    // soins (CSP L.1110-12)
                                    : opposed == null || opposed == Obstacle.OUTSIDE
                                            ? Optional.empty()
                                            : Optional.of(HospitalText.refused(opposed)));
        }
        return found;
    }

    /// False when it was sent before, also a moment ago by somebody else.
    private boolean put(PatientId patient, Stay stay, String by) {
        // two who send at the same time are one after the other, and the second finds it sent
        sql.sql("select pg_advisory_xact_lock(hashtextextended('plan of ' || :stay, 0))")
                .param("stay", stay.id().toString())
                .query((_, _) -> 0)
                .list();
        if (sent(stay.id())) return false;
        var person = patients.get(patient);
        var letter =
                outbox.put(
                        new Outbox.Message(
                                patient,
                                "STRUCTURE",
                                stay.hospital(),
                                stay.address(),
                                null,
                                "FAIT_SIGNIFICATIF",
                                "Plan personnalisé de santé de " + person.displayName(),
                                words.of(person, plans.current(patient).orElseThrow()),
                                stay.id()));
        sql.sql(
                        """
                        insert into hospital.plan_sent (stay_id, letter_id, sent_at, sent_by) values (:stay, :letter, :now, :by)
                        """)
                .param("stay", stay.id())
                .param("letter", letter)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
        timeline.add(
                patient,
                Timeline.Kind.COURRIER,
                HospitalText.SENT,
                stay.hospital(),
                "/dossiers/" + patient + "/sejours",
                true);
        trail.wrote(Trail.Action.CREATE, patient, "SEJOUR", stay.id());
        return true;
    }

    private boolean sent(UUID stay) {
        return sql.sql("select exists (select 1 from hospital.plan_sent where stay_id = :stay)")
                .param("stay", stay)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// @param address of the establishment as the directory knows it; null when it does not
    private record Stay(
            UUID id,
            String hospital,
            @Nullable String address,
            LocalDate admittedOn,
            @Nullable LocalDate dischargedOn) {}

    private Stay stay(PatientId patient, UUID id) {
        return stays(patient).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("séjour", id));
    }

    private List<Stay> stays(PatientId patient) {
        return sql.sql(
                        """
                        select s.id, s.hospital, s.admitted_on, s.discharged_on,
                               case when o.address is not null and o.commune_name is not null
                                    then o.address || E'\\n' || concat_ws(' ', c.postcodes[1], o.commune_name) end as address
                          from casefile.hospital_stay s left join directory.organization o on o.finess = s.finess
                          left join territory.commune c on c.code = o.commune_code
                         where s.patient_id = :patient
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Stay(
                                row.getObject("id", UUID.class),
                                row.getString("hospital"),
                                row.getString("address"),
                                row.getObject("admitted_on", LocalDate.class),
                                row.getObject("discharged_on", LocalDate.class)))
                .list();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }
}
