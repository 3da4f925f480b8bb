package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.intake.CurrentSupport;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.Codes.MtNotice;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.intake.internal.Codes.ToldHow;
import fr.maillage.intake.internal.ReferralPage.Fact;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One request, in words: what is asked, what became of it, who is told. It leaves its line in the
/// trail, so its transactions write.
@Component
@Transactional
class ReferralScreens {

    private static final String S = Typography.NBSP;

    private final ReferralRows rows;
    private final Handovers handovers;
    private final Referrals referrals;
    private final Networks networks;
    private final Colleagues colleagues;
    private final CurrentSupport support;
    private final RightDoor doors;
    private final Trail trail;
    private final Clock clock;

    ReferralScreens(
            ReferralRows rows,
            Handovers handovers,
            Referrals referrals,
            Networks networks,
            Colleagues colleagues,
            CurrentSupport support,
            RightDoor doors,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.referrals = referrals;
        this.networks = networks;
        this.colleagues = colleagues;
        this.support = support;
        this.doors = doors;
        this.trail = trail;
        this.clock = clock;
    }

    /// Whether the person it is about is followed already.
    boolean followed(UUID id) {
        var patient = rows.get(id).patient();
        return patient != null && support.of(patient);
    }

    ReferralPage page(UUID id, FormErrors errors, ReferralPage.Typed typed) {
        var r = rows.get(id);
        var me = SignedIn.current();
        var clinical = me.role().clinical();
        var today = LocalDate.now(clock);
        var now = clock.instant();
        if (r.patient() != null) trail.read(r.patient(), "demande", id);
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Adresseur",
                        r.askerName()
                                + " ("
                                + r.quality().label().toLowerCase(java.util.Locale.FRENCH)
                                + ")"
                                + (r.askerStructure() == null ? "" : ", " + r.askerStructure())));
        if (r.askerPhone() != null)
            facts.add(new Fact("À rappeler au", PhoneNumber.written(r.askerPhone())));
        if (r.askerRpps() != null) facts.add(new Fact("RPPS", r.askerRpps()));
        if (r.communeCode() != null && r.status().open())
            facts.add(new Fact("Secteur", IntakeText.sector(colleagues.covering(r.communeCode()))));
        facts.add(new Fact("Motif", Motive.words(r.motives())));
        facts.add(
                new Fact(
                        "Reçue",
                        FrenchDates.exact(r.receivedAt())
                                + ", "
                                + Codes.of(Channel.class, r.channel())
                                        .map(c -> c.label().toLowerCase(java.util.Locale.FRENCH))
                                        .orElse("")
                                + (r.recordedBy() == null ? "" : ", par " + r.recordedBy())));
        Codes.of(Agreement.class, r.agreement())
                .ifPresent(a ->
                        facts.add(
                                new Fact(
                                        "La personne",
                                        a.label()
                                                + (r.agreementReason() == null || !clinical
                                                        ? ""
                                                        : S + ": " + r.agreementReason()))));
        if (r.answerDue() != null && r.status().open())
            facts.add(
                    new Fact(
                            "Réponse due",
                            FrenchDates.longDay(r.answerDue())
                                    + " ("
                                    + FrenchDates.relative(r.answerDue(), today)
                                    + ")"));
        var mt =
                Codes.of(
                                MtNotice.class,
                                r.mtTold() || r.patientId() == null ? r.mtNotice() : "OPPOSITION")
                        .orElse(MtNotice.SANS_OBJET);
        var level = r.level() != null ? r.level() : r.proposedLevel();
        var proposeObstacles = Decision.obstacles(new Decision.Propose(), r.situation());
        var names = colleagues.names();
        var followed = r.patient() != null && support.of(r.patient());
        return new ReferralPage(
                id.toString(),
                r.number(),
                r.person() == null ? IntakeText.ABOUT_NOBODY : r.person(),
                r.patientId() == null ? null : "/dossiers/" + r.patientId(),
                Standing.detail(r, today),
                r.status().label(),
                r.status().open() ? "is-due" : "is-done",
                r.status().open(),
                Codes.of(Degree.class, r.urgency()).map(Degree::label).orElse(""),
                r.urgency().equals("URGENTE"),
                r.urgencyOpenedAt() == null
                        ? null
                        : r.urgencyRuns()
                                ? Standing.of(r, now).words()
                                : "Circuit d’urgence terminé",
                r.urgencyRuns() && Standing.late(r, now),
                List.copyOf(facts),
                clinical,
                clinical ? r.ownWords() : null,
                clinical ? r.relativesWords() : null,
                clinical ? r.note() : null,
                mt.label()
                        + (mt == MtNotice.A_PREVENIR && r.mtLetterReady()
                                ? IntakeText.LETTER_READY
                                : "")
                        + (r.mtName() == null || mt == MtNotice.SANS_MT
                                ? ""
                                : " (" + r.mtName() + ")")
                        + (r.mtToldAt() == null
                                ? ""
                                : ", le "
                                        + FrenchDates.shortDay(Standing.day(r.mtToldAt()), today)
                                        + Codes.of(ToldHow.class, r.mtToldHow())
                                                .map(h ->
                                                        ", "
                                                                + h.label()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .FRENCH))
                                                .orElse("")),
                switch (mt) {
                    case PREVENU, EST_L_ADRESSEUR -> "is-done";
                    case A_PREVENIR -> "is-due";
                    default -> "";
                },
                mt == MtNotice.A_PREVENIR && me.role() != fr.maillage.access.Role.HEAD,
                Codes.choices(ToldHow.values()),
                level == null
                        ? null
                        : (r.level() == null ? "Proposition Maillage" + S + ": " : "")
                                + IntakeText.level(level),
                clinical ? r.because() : List.of(),
                r.needValidatedOn() == null
                        ? null
                        : "Besoin de coordination validé le "
                                + FrenchDates.date(r.needValidatedOn()),
                outcome(r, clinical),
                Colleagues.name(names, r.assignedTo()),
                r.assignedTo() == null ? null : r.assignedTo().toString(),
                colleagues.coordinators(),
                Standing.active(r) && r.assignedTo() == null,
                told(r),
                handovers.of(id).stream().map(h -> handover(h, today, clinical)).toList(),
                proposeObstacles.isEmpty() ? null : IntakeText.of(proposeObstacles.getFirst()),
                r.status() == Status.ACCOMPAGNEMENT && r.patientId() != null && !followed
                        ? "/dossiers/" + r.patientId() + "/inclusion?demande=" + id
                        : null,
                followed,
                clinical,
                clinical || r.patientId() == null && me.role() != fr.maillage.access.Role.HEAD,
                me.role() != fr.maillage.access.Role.HEAD,
                Codes.choices(ClosedReason.values()),
                clinical && !followed ? elsewhere(r) : null,
                errors,
                typed);
    }

    /// Where the register says this request belongs, when it is not ours.
    private ReferralPage.@Nullable Elsewhere elsewhere(ReferralRow r) {
        return doors.of(r).stream()
                .findFirst()
                .map(d ->
                        new ReferralPage.Elsewhere(
                                "/demandes/" + r.id() + "/orientation?vers=" + d.structure(),
                                d.name(),
                                d.phone(),
                                d.now(),
                                d.why(),
                                d.sure()))
                .orElse(null);
    }

    private ReferralPage.Handover handover(
            Handovers.Handover h, LocalDate today, boolean clinical) {
        var limit =
                Standing.day(h.sentAt()).plusDays(networks.setting(Setting.HANDOVER_DAYS, null));
        return new ReferralPage.Handover(
                h.id().toString(),
                h.toName(),
                Codes.of(ToKind.class, h.toKind()).map(ToKind::label).orElse(h.toKind()),
                clinical ? h.content() : "",
                FrenchDates.relative(h.sentAt(), today),
                FrenchDates.exact(h.sentAt()),
                h.acknowledgedAt() == null
                        ? null
                        : "Reçu le "
                                + FrenchDates.shortDay(Standing.day(h.acknowledgedAt()), today)
                                + ", confirmé par "
                                + h.acknowledgedBy()
                                + (h.acknowledgedNote() == null || !clinical
                                        ? ""
                                        : S + ": " + h.acknowledgedNote()),
                h.remindedAt() == null
                        ? null
                        : "Relancé " + FrenchDates.relative(h.remindedAt(), today),
                h.acknowledgedAt() == null && today.isAfter(limit));
    }

    private static @Nullable String outcome(ReferralRow r, boolean clinical) {
        return switch (r.status()) {
            case A_ANALYSER -> null;
            case EN_ATTENTE ->
                    clinical && r.awaiting() != null
                            ? "Attend" + S + ": " + r.awaiting()
                            : "Attend des informations";
            case CONSEIL ->
                    (clinical || r.patientId() == null) && r.advice() != null
                            ? "Conseil donné" + S + ": " + r.advice()
                            : "Conseil donné";
            case ORIENTEE -> "Orientée vers " + r.orientedTo();
            case ACCOMPAGNEMENT -> "Accompagnement proposé";
            case SANS_SUITE ->
                    "Sans suite"
                            + S
                            + ": "
                            + Codes.of(ClosedReason.class, r.closedReason())
                                    .map(ClosedReason::label)
                                    .orElse("")
                            + (r.closedNote() == null || !clinical ? "" : ", " + r.closedNote());
        };
    }

    /// Who is told, and how much: the letters themselves are the correspondence's.
    private List<String> told(ReferralRow r) {
        var lines = new ArrayList<String>();
        for (var letter : referrals.noticeFor(r.id()).letters()) {
            lines.add(
                    letter.recipientName()
                            + S
                            + ": "
                            + letter.subject().toLowerCase(java.util.Locale.FRENCH));
        }
        return lines;
    }
}
