package fr.maillage.casefile.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail.Action;
import fr.maillage.access.Trail;
import fr.maillage.casefile.LevelChanged;
import fr.maillage.casefile.internal.crisis.CrisisService;
import fr.maillage.casefile.SupportOpened;
import fr.maillage.intake.Referrals.Referral;
import fr.maillage.intake.Referrals;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.patient.Consents;
import fr.maillage.patient.Patients;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Inclusion, watch from a request, reactivation of a watch and re-entry after an exit: always on
/// the same file.
@Service
@Transactional
class InclusionService {

    private final JdbcClient sql;
    private final Supports supports;
    private final Networks networks;
    private final Patients patients;
    private final Consents consents;
    private final Referrals referrals;
    private final Timeline timeline;
    private final Trail trail;
    private final FollowAttendingDoctor doctor;
    private final CrisisService crises;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InclusionService(
            JdbcClient sql,
            Supports supports,
            Networks networks,
            Patients patients,
            Consents consents,
            Referrals referrals,
            Timeline timeline,
            Trail trail,
            FollowAttendingDoctor doctor,
            CrisisService crises,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.networks = networks;
        this.patients = patients;
        this.consents = consents;
        this.referrals = referrals;
        this.timeline = timeline;
        this.trail = trail;
        this.doctor = doctor;
        this.crises = crises;
        this.events = events;
        this.clock = clock;
    }

    /// What the form says, measured against what is known. Nothing is written.
    ///
    /// @param sent the form as typed
    @Transactional(readOnly = true)
    public Proposal propose(PatientId patient, Sent typed) {
        var sent = typed.unread();
        var errors = sent.errors();
        var today = LocalDate.now(clock);
        var person = patients.get(patient);
        var support = supports.open(patient);
        var referral = referral(patient, sent);
        var analysis = referral.flatMap(r -> referrals.analysis(r.id()));
        var theme =
                networks.themes(today).stream()
                        .filter(t -> t.code().equals(sent.text("theme")))
                        .findFirst();
        var criteria =
                theme.map(t -> networks.criteria(true, t.code())).orElse(List.of()).stream()
                        .map(c ->
                                new Inclusion.Check(
                                        c.id(),
                                        c.label(),
                                        c.required(),
                                        sent.has("criterion", c.id().toString())))
                        .toList();
        var level = sent.number("level");
        var agreement = typed(patient, Act.ACCOMPAGNEMENT, "agreement", sent, errors);
        var sharing = typed(patient, Act.PARTAGE_EQUIPE, "sharing", sent, errors);
        var coordinator =
                sent.id("coordinator")
                        .filter(id ->
                                networks.coordinators(today).stream()
                                        .anyMatch(m -> m.id().equals(id)));
        var rule =
                new Inclusion(
                        person.deceasedOn() != null,
                        support.map(Supports.Row::status).orElse(null),
                        analysis.map(Referrals.Analysis::needValidated).orElse(false),
                        analysis.map(Referrals.Analysis::retainedLevel).orElse(null),
                        theme.orElse(null),
                        level >= 0 && level <= 3 ? level : null,
                        sent.text("reason", 2000),
                        criteria,
                        sent.day("firstLineOn").orElse(null),
                        sent.text("firstLineBy", 200),
                        agreement.or(() -> consents.last(patient, Act.ACCOMPAGNEMENT)).orElse(null),
                        sharing.or(() -> consents.last(patient, Act.PARTAGE_EQUIPE)).orElse(null),
                        coordinator.isPresent(),
                        person.communeCode() != null,
                        sent.day("day").orElse(null),
                        sent.day("reviewOn").orElse(null),
                        today);
        sent.text("crisisPlan", 4000);
        return new Proposal(
                rule,
                errors,
                referral.orElse(null),
                person,
                coordinator.orElse(null),
                agreement.orElse(null),
                sharing.orElse(null));
    }

    /// Includes, or puts under watch. Throws [FormRefused] when something stands in the way.
    /// Returns the accompaniment.
    public UUID include(PatientId patient, Sent sent) {
        var proposal = propose(patient, sent);
        var errors = proposal.errors();
        proposal.rule()
                .obstacles()
                .forEach(o -> errors.add(InclusionText.field(o), InclusionText.of(o)));
        FormRefused.unless(errors);
        if (proposal.agreement() != null) consents.record(patient, proposal.agreement());
        if (proposal.sharing() != null) consents.record(patient, proposal.sharing());
        var before = supports.open(patient);
        var back = before.isPresent() || supports.lastExit(patient).isPresent();
        var id =
                before.isPresent()
                        ? reactivate(before.get(), sent, proposal)
                        : insert(patient, sent, proposal);
        crises.say(patient, sent.text("crisisPlan"));
        var rule = proposal.rule();
        for (var check : rule.criteria()) {
            sql.sql(
                            """
                            insert into casefile.inclusion_check (support_id, criterion_id, label, met) values (:support, :criterion, :label, :met)
                            on conflict (network_id, support_id, criterion_id) do update set met = excluded.met, label = excluded.label
                            """)
                    .param("support", id)
                    .param("criterion", check.id())
                    .param("label", check.label())
                    .param("met", check.met())
                    .update();
        }
        var level = java.util.Objects.requireNonNull(rule.level());
        supports.levelSince(
                id,
                patient,
                level,
                day(rule),
                rule.reason().isEmpty()
                        ? InclusionText.levelOf(rule.analysedLevel(), back)
                        : rule.reason());
        if (!rule.watch()) doctor.follow(patient, day(rule));
        if (proposal.referral() != null) referrals.ledToSupport(proposal.referral().id());
        var title =
                rule.watch()
                        ? "Mise en veille"
                        : back ? "Retour dans l’accompagnement" : "Inclusion";
        timeline.add(
                patient,
                Timeline.Kind.INCLUSION,
                title,
                InclusionText.inclusionDetail(rule),
                "/dossiers/" + patient + "/niveau",
                false);
        trail.wrote(before.isPresent() ? Action.UPDATE : Action.CREATE, patient, "INCLUSION", id);
        var network = SignedIn.current().network();
        events.publishEvent(new SupportOpened(network, id, patient, clock.instant()));
        if (before.isPresent())
            events.publishEvent(new LevelChanged(network, patient, level, clock.instant()));
        return id;
    }

    private UUID insert(PatientId patient, Sent sent, Proposal proposal) {
        var id = Ids.next();
        written(
                        sql.sql(
                                        """
                                        insert into casefile.support (id, patient_id, referral_id, theme_code, status, opened_on, included_on, level, intensity, coordinator_id,
                                            unit_id, commune_code, first_line_agreed_on, first_line_agreed_by, watch_review_on)
                                        values (:id, :patient, :referral, :theme, :status, :day, :included, :level, :intensity, :coordinator,
                                            :unit, :commune, :agreedOn, :agreedBy, :review)
                                        """)
                                .param("patient", patient.value()),
                        id,
                        sent,
                        proposal)
                .update();
        return id;
    }

    private UUID reactivate(Supports.Row before, Sent sent, Proposal proposal) {
        supports.take(before, sent.number("version"));
        written(
                        sql.sql(
                                """
                                update casefile.support set referral_id = coalesce(:referral, referral_id), theme_code = :theme, status = :status,
                                    included_on = coalesce(included_on, :included, :day), level = :level, intensity = :intensity, coordinator_id = :coordinator, unit_id = :unit,
                                    commune_code = :commune, first_line_agreed_on = coalesce(:agreedOn, first_line_agreed_on),
                                    first_line_agreed_by = coalesce(:agreedBy, first_line_agreed_by),
                                    watch_review_on = :review
                                where id = :id
                                """),
                        before.id(),
                        sent,
                        proposal)
                .update();
        return before.id();
    }

    private JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, UUID id, Sent sent, Proposal proposal) {
        var rule = proposal.rule();
        var referral = proposal.referral();
        return statement
                .param("id", id)
                .param("referral", referral == null ? null : referral.id(), java.sql.Types.OTHER)
                .param("theme", java.util.Objects.requireNonNull(rule.theme()).code())
                .param("status", rule.watch() ? "VEILLE" : "ACTIF")
                .param("day", day(rule))
                .param("included", rule.watch() ? null : day(rule), java.sql.Types.DATE)
                .param("level", rule.level())
                .param(
                        "intensity",
                        CaseFileText.INTENSITIES.containsKey(sent.text("intensity"))
                                ? sent.text("intensity")
                                : "SOUTENU")
                .param("coordinator", proposal.coordinator(), java.sql.Types.OTHER)
                .param(
                        "unit",
                        sent.id("unit")
                                .filter(u ->
                                        networks.units().stream().anyMatch(x -> x.id().equals(u)))
                                .orElse(null),
                        java.sql.Types.OTHER)
                .param("commune", proposal.person().communeCode())
                .param("agreedOn", rule.firstLineOn(), java.sql.Types.DATE)
                .param("agreedBy", blankAsNull(rule.firstLineBy()), java.sql.Types.VARCHAR)
                .param("review", rule.watch() ? rule.reviewOn() : null, java.sql.Types.DATE);
    }

    /// The request named by the form, or else the latest about this person since their last exit:
    /// the need is validated anew for each entry.
    private Optional<Referral> referral(PatientId patient, Sent sent) {
        var named = sent.id("demande");
        if (named.isPresent()) {
            var referral = referrals.get(named.get());
            if (!patient.equals(referral.patient())) throw new NotFound("demande", named.get());
            return Optional.of(referral);
        }
        var lastExit = supports.lastExit(patient);
        return referrals.of(patient).stream()
                .filter(r ->
                        lastExit.isEmpty()
                                || r.receivedAt()
                                        .isAfter(
                                                lastExit.get()
                                                        .atStartOfDay(clock.getZone())
                                                        .toInstant()))
                .findFirst();
    }

    /// An act typed in the form; empty when the form leaves what is recorded.
    private Optional<Consent> typed(
            PatientId patient, Act act, String prefix, Sent sent, FormErrors errors) {
        var state =
                Arrays.stream(State.values())
                        .filter(s -> s.name().equals(sent.text(prefix + "State")))
                        .findFirst();
        if (state.isEmpty()) return Optional.empty();
        var on = sent.day(prefix + "On");
        // an act without its day is refused beside the field, and stands meanwhile as if of today
        if (on.isEmpty()) errors.add(prefix + "On", InclusionText.DAY_OF_ACT);
        var consent =
                new Consent(
                        act,
                        state.get(),
                        on.orElse(LocalDate.now(clock)),
                        sent.text(prefix + "Form"),
                        sent.text(prefix + "By"),
                        blankAsNull(sent.text(prefix + "Representative", 200)),
                        null,
                        blankAsNull(sent.text(prefix + "OpposedTo", 200)),
                        blankAsNull(sent.text(prefix + "Reason", 2000)),
                        null);
        consents.flaws(patient, consent)
                .forEach((field, sentence) -> errors.add(prefix + fieldOf(field), sentence));
        return Optional.of(consent);
    }

    /// `givenOn` of the act is `agreementOn` in this form, `givenBy` is `agreementBy`, `reason` is
    /// `agreementReason`…
    private static String fieldOf(String field) {
        var own = field.startsWith("given") ? field.substring("given".length()) : field;
        return Character.toUpperCase(own.charAt(0)) + own.substring(1);
    }

    private static LocalDate day(Inclusion rule) {
        return java.util.Objects.requireNonNull(rule.day());
    }

    static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }

    /// A form read.
    ///
    /// @param errors what could not be read, beside its field
    /// @param agreement act to record with the inclusion, null when the form leaves the recorded
    ///   one
    /// @param sharing the same for information about sharing
    record Proposal(
            Inclusion rule,
            FormErrors errors,
            @Nullable Referral referral,
            Patients.Patient person,
            @Nullable UUID coordinator,
            @Nullable Consent agreement,
            @Nullable Consent sharing) {}
}
