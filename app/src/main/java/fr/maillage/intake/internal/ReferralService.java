package fr.maillage.intake.internal;

import static java.util.Objects.requireNonNull;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.ReferralReceived;
import fr.maillage.intake.Referrals;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.Codes.MtNotice;
import fr.maillage.intake.internal.Codes.ToldHow;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.WorkingDays;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.platform.Tenancy;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Requests: received, taken; [Answers] has what is answered. Each act of note leaves the trail and
/// a line of life, and tells who must be told.
@Service
@Transactional
class ReferralService implements Referrals {

    private final JdbcClient sql;
    private final Clock clock;
    private final ReferralRows rows;
    private final Answers answers;
    private final UrgencyService urgencies;
    private final Notices notices;
    private final Patients patients;
    private final Timeline timeline;
    private final Trail trail;
    private final Networks networks;
    private final ApplicationEventPublisher events;

    ReferralService(
            JdbcClient sql,
            Clock clock,
            ReferralRows rows,
            Answers answers,
            UrgencyService urgencies,
            Notices notices,
            Patients patients,
            Timeline timeline,
            Trail trail,
            Networks networks,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.rows = rows;
        this.answers = answers;
        this.urgencies = urgencies;
        this.notices = notices;
        this.patients = patients;
        this.timeline = timeline;
        this.trail = trail;
        this.networks = networks;
        this.events = events;
    }

    /// Records a request, whoever it is about. An urgent one about somebody opens the urgent
    /// circuit at once, so that its 24 h and 48 h run from the call. Returns its id.
    UUID receive(NewReferral request) {
        onceByADoor(request);
        var id = Ids.next();
        var now = clock.instant();
        var patient =
                switch (request.about()) {
                    case NewReferral.About.Known(var known) -> known;
                    case NewReferral.About.Unknown(var person) -> patients.create(person);
                    case NewReferral.About.Nobody _ -> null;
                };
        if (patient != null && request.mtOpposed()) {
            patients.opposeTellingDoctor(patient, "Demande d’appui et décisions");
        }
        var known = patient == null ? null : patients.get(patient);
        var asker = request.asker();
        var quality = quality(asker, known);
        var days = networks.setting(Setting.ANSWER_DAYS, null);
        sql.sql(
                        """
                        insert into intake.referral (id, received_at, channel, patient_id, asker_quality, asker_name, asker_function, asker_rpps,
                            asker_phone, asker_structure, motives, own_words, relatives_words, note, urgency, agreement, agreement_reason,
                            mt_notice, commune_code, answer_due, recorded_by_name, external_ref)
                        values (:id, :now, :channel, :patient, :quality, :name, :function, :rpps, :phone, :structure, :motives, :own, :relatives,
                            :note, :urgency, :agreement, :reason, :mt, :commune, :due, :by, :reference)
                        """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("channel", request.channel().name())
                .param("patient", patient == null ? null : patient.value())
                .param("quality", quality.name())
                .param("name", asker.name())
                .param("function", asker.function())
                .param("rpps", asker.rpps())
                .param("phone", asker.phone())
                .param("structure", asker.structure())
                .param("motives", request.motives().stream().map(Enum::name).toArray(String[]::new))
                .param("own", request.ownWords())
                .param("relatives", request.relativesWords())
                .param("note", request.note())
                .param("urgency", request.urgency().name())
                .param("agreement", request.agreement() == null ? null : request.agreement().name())
                .param("reason", request.agreementReason())
                .param("mt", mtNotice(known, quality, request.mtTold()).name())
                .param("commune", known == null ? null : known.communeCode())
                .param("due", answerDue(request.urgency(), LocalDate.now(clock), days))
                .param("by", author())
                .param("reference", request.externalRef(), java.sql.Types.VARCHAR)
                .update();
        if (patient != null) {
            trail.wrote(Trail.Action.CREATE, patient, "demande", id);
            timeline.add(
                    patient,
                    Timeline.Kind.DEMANDE,
                    "Demande d’appui reçue",
                    quality.label(),
                    "/demandes/" + id,
                    false);
            if (request.urgency() == Degree.URGENTE) urgencies.open(id, patient, null);
        }
        events.publishEvent(new ReferralReceived(network(), id, patient, now));
        return id;
    }

    /// The same reference does not come in twice by the same door. Two at the very same moment: the
    /// index of the table lets one in.
    private void onceByADoor(NewReferral request) {
        if (request.externalRef() == null) return;
        sql.sql(
                        "select number from intake.referral where channel = :channel and upper(external_ref) = upper(:reference)")
                .param("channel", request.channel().name())
                .param("reference", request.externalRef())
                .query((row, _) -> row.getInt("number"))
                .optional()
                .ifPresent(number -> {
                    throw new FormRefused(
                            new FormErrors().add("externalRef", IntakeText.alreadyCame(number)));
                });
    }

    /// The day an answer is due: today for an urgency, two working days for what is quick, the
    /// setting for the rest.
    static LocalDate answerDue(Degree degree, LocalDate today, int days) {
        return switch (degree) {
            case URGENTE -> today;
            case RAPIDE -> WorkingDays.FRANCE.plus(today, Math.min(2, days));
            case NORMALE -> WorkingDays.FRANCE.plus(today, days);
        };
    }

    private static AskerQuality quality(NewReferral.Asker asker, Patients.@Nullable Patient known) {
        var isTheirs = known != null && asker.rpps() != null && asker.rpps().equals(known.mtRpps());
        return isTheirs && asker.quality() == AskerQuality.MEDECIN
                ? AskerQuality.MEDECIN_TRAITANT
                : asker.quality();
    }

    private static MtNotice mtNotice(
            Patients.@Nullable Patient known, AskerQuality quality, boolean told) {
        if (known == null) return MtNotice.SANS_OBJET;
        if (quality == AskerQuality.MEDECIN_TRAITANT) return MtNotice.EST_L_ADRESSEUR;
        if (!known.mtTold()) return MtNotice.OPPOSITION;
        if (!NoticeRule.hasDoctor(known.mtState(), known.mtName())) return MtNotice.SANS_MT;
        return told ? MtNotice.PREVENU : MtNotice.A_PREVENIR;
    }

    /// Who is signed in takes the request; a colleague's is not taken from under them.
    boolean take(UUID id) {
        return assignTo(id, SignedIn.current().member(), true);
    }

    /// Gives the request to a member of the team, or to nobody.
    boolean assign(UUID id, @Nullable UUID member) {
        if (member != null) networks.member(member);
        return assignTo(id, member, false);
    }

    private boolean assignTo(UUID id, @Nullable UUID member, boolean onlyIfFree) {
        var request = rows.get(id);
        if (!request.status().open() && !request.urgencyRuns()) return false;
        var done =
                sql.sql(
                                """
                                update intake.referral set assigned_to = :member, taken_at = :now, version = version + 1
                                where id = :id and (not :free or assigned_to is null or assigned_to = :member)
                                """)
                        .param("member", member)
                        .param("now", member == null ? null : Timestamp.from(clock.instant()))
                        .param("free", onlyIfFree)
                        .param("id", id)
                        .update();
        if (done == 1 && request.patient() != null)
            trail.wrote(Trail.Action.UPDATE, request.patient(), "demande", id);
        return done == 1;
    }

    /// The attending doctor was told otherwise than by our letter. Nothing when the person opposes
    /// it.
    boolean mtTold(UUID id, ToldHow how) {
        var request = rows.get(id);
        if (request.patient() == null || !request.mtTold()) return false;
        sql.sql(
                        "update intake.referral set mt_notice = 'PREVENU', mt_told_at = :now, mt_told_how = :how, version = version + 1 where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("how", how.name())
                .param("id", id)
                .update();
        answers.note(request, "Médecin traitant prévenu de la demande", how.label());
        return true;
    }

    // The door.

    @Override
    @Transactional(readOnly = true)
    public Referral get(UUID id) {
        return door(rows.get(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Referral> of(PatientId patient) {
        return rows.about(patient).stream().map(ReferralService::door).toList();
    }

    private static Referral door(ReferralRow row) {
        return new Referral(
                row.id(),
                row.number(),
                row.receivedAt(),
                row.patient(),
                row.quality().name(),
                row.askerName(),
                row.askerPhone(),
                row.motives(),
                row.ownWords(),
                row.urgency(),
                row.agreement(),
                row.status().name(),
                row.themeCode(),
                row.level(),
                row.intensity(),
                row.assignedTo());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Analysis> analysis(UUID referral) {
        return sql.sql(
                        """
                        select medical_criteria, social_criteria, proposed_level, retained_level, need_validated_on
                        from intake.analysis where referral_id = :id
                        """)
                .param("id", referral)
                .query((row, _) ->
                        new Analysis(
                                ReferralRow.texts(row, "medical_criteria"),
                                ReferralRow.texts(row, "social_criteria"),
                                row.getObject("proposed_level", Integer.class),
                                row.getObject("retained_level", Integer.class),
                                row.getObject("need_validated_on", LocalDate.class) != null))
                .optional();
    }

    @Override
    public void ledToSupport(UUID referral) {
        answers.support(rows.get(referral));
    }

    @Override
    @Transactional(readOnly = true)
    public Notice noticeFor(UUID referral) {
        return notices.of(rows.get(referral));
    }

    @Override
    @Transactional(readOnly = true)
    public Letter letterOfHandover(UUID handover) {
        return notices.handover(handover);
    }

    @Override
    public void letter(UUID referral, String recipientKind, LetterState state) {
        sql.sql(
                        """
                        update intake.referral set
                            mt_letter_ready = case when :kind = 'MEDECIN_TRAITANT' then :state = 'READY' else mt_letter_ready end,
                            mt_notice = case when :kind <> 'MEDECIN_TRAITANT' then mt_notice
                                             when :state = 'POSTED' and mt_notice = 'A_PREVENIR' then 'PREVENU'
                                             when :state = 'RETURNED' and mt_notice = 'PREVENU' and mt_told_how = 'COURRIER' then 'A_PREVENIR'
                                             else mt_notice end,
                            mt_told_at = case when :kind <> 'MEDECIN_TRAITANT' then mt_told_at
                                              when :state = 'POSTED' then coalesce(mt_told_at, :now)
                                              when :state = 'RETURNED' and mt_told_how = 'COURRIER' then null
                                              else mt_told_at end,
                            mt_told_how = case when :kind <> 'MEDECIN_TRAITANT' then mt_told_how
                                               when :state = 'POSTED' then coalesce(mt_told_how, 'COURRIER')
                                               when :state = 'RETURNED' and mt_told_how = 'COURRIER' then null
                                               else mt_told_how end,
                            asker_told_at = case when :kind not in ('ADRESSEUR', 'PERSONNE') then asker_told_at
                                                 when :state = 'POSTED' then :now
                                                 when :state = 'RETURNED' then null
                                                 else asker_told_at end
                        where id = :id
                        """)
                .param("kind", recipientKind)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", referral)
                .update();
    }

    @Override
    public int purge() {
        var before =
                Timestamp.from(
                        clock.instant()
                                .minus(
                                        Duration.ofDays(
                                                networks.setting(
                                                        Setting.CLOSED_REQUEST_DAYS, null))));
        var gone =
                sql.sql(
                                """
                                select r.id from intake.referral r
                                where r.status = 'SANS_SUITE' and r.decided_at < :before
                                  and not exists (select 1 from intake.handover h where h.network_id = r.network_id and h.referral_id = r.id)
                                  and not exists (select 1 from intake.urgency u where u.network_id = r.network_id and u.referral_id = r.id and u.ended_why = 'NIVEAU')
                                """)
                        .param("before", before)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list()
                        .toArray(UUID[]::new);
        // what came by the public page and was set aside goes after the same days
        sql.sql(
                        "delete from intake.arrival where referral_id = any (:gone) or state = 'ECARTEE' and handled_at < :before")
                .param("gone", gone)
                .param("before", before)
                .update();
        sql.sql("delete from intake.analysis where referral_id = any (:gone)")
                .param("gone", gone)
                .update();
        sql.sql("delete from intake.urgency where referral_id = any (:gone)")
                .param("gone", gone)
                .update();
        return sql.sql("delete from intake.referral where id = any (:gone)")
                .param("gone", gone)
                .update();
    }

    static @Nullable String author() {
        return SignedIn.find().map(SignedIn::displayName).orElse(null);
    }

    static NetworkId network() {
        return requireNonNull(Tenancy.current().acting());
    }
}
