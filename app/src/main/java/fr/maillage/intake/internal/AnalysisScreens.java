package fr.maillage.intake.internal;

import fr.maillage.access.Trail;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.AnalysisService.Findings;
import fr.maillage.intake.internal.Codes.Dimension;
import fr.maillage.intake.internal.Codes.Intensity;
import fr.maillage.intake.internal.Codes.MedicalCriterion;
import fr.maillage.intake.internal.Codes.MtPart;
import fr.maillage.intake.internal.Codes.SocialCriterion;
import fr.maillage.intake.internal.Codes.Subsidiarity;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clinical pages of a request: analysis, urgency, orientation. They leave the trail of what
/// they show.
@Component
@Transactional
class AnalysisScreens {

    private final ReferralRows rows;
    private final AnalysisService analyses;
    private final UrgencyService urgencies;
    private final Networks networks;
    private final RightDoor doors;
    private final Trail trail;
    private final Clock clock;

    AnalysisScreens(
            ReferralRows rows,
            AnalysisService analyses,
            UrgencyService urgencies,
            Networks networks,
            RightDoor doors,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.analyses = analyses;
        this.urgencies = urgencies;
        this.networks = networks;
        this.doors = doors;
        this.trail = trail;
        this.clock = clock;
    }

    boolean mtOpposed(UUID id) {
        return !rows.get(id).mtTold();
    }

    /// @param typed what was typed, or null to show what is recorded
    /// @param version the one the form was shown with, or null for the present one
    AnalysisPage page(
            UUID id, @Nullable AnalysisForm typed, FormErrors errors, @Nullable Integer version) {
        var r = rows.get(id);
        if (r.patient() != null) trail.read(r.patient(), "analyse", id);
        var recorded = analyses.find(id);
        var form =
                typed != null
                        ? typed
                        : recorded.map(a -> AnalysisForm.of(a.findings()))
                                .orElseGet(() -> blank(r));
        var held = Set.copyOf(form.grid());
        var items = networks.levelGrid();
        var proposal =
                analyses.propose(
                        new Findings(
                                AnalysisService.all(MedicalCriterion.class, form.medical()),
                                AnalysisService.all(SocialCriterion.class, form.social()),
                                held,
                                Map.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
        var today = LocalDate.now(clock);
        return new AnalysisPage(
                id.toString(),
                title(r),
                detail(r, today),
                Motive.words(r.motives()),
                r.ownWords(),
                version == null || version < 0 ? r.version() : version,
                recorded.map(a ->
                                "Enregistrée le "
                                        + FrenchDates.exact(a.at())
                                        + (a.by() == null ? "" : " par " + a.by())
                                        + (a.validatedBy() == null
                                                ? ""
                                                : "\u202F; besoin validé par " + a.validatedBy()))
                        .orElse(null),
                form,
                errors,
                Codes.choices(MedicalCriterion.values()),
                Codes.choices(SocialCriterion.values()),
                Arrays.stream(Dimension.values())
                        .map(d ->
                                new AnalysisPage.Dimension(
                                        d.name(),
                                        d.label(),
                                        items.stream()
                                                .filter(i -> i.dimension().equals(d.name()))
                                                .map(i ->
                                                        new AnalysisPage.Item(
                                                                i.code(),
                                                                i.label(),
                                                                i.points(),
                                                                held.contains(i.code())))
                                                .toList(),
                                        form.words().getOrDefault(d.name(), "")))
                        .toList(),
                Codes.choices(Subsidiarity.values()),
                Codes.choices(MtPart.values()),
                IntStream.rangeClosed(0, 3)
                        .mapToObj(l -> new Choice(Integer.toString(l), IntakeText.level(l)))
                        .toList(),
                Codes.choices(Intensity.values()),
                networks.themes(today).stream().map(t -> new Choice(t.code(), t.label())).toList(),
                new AnalysisPage.Proposal(
                        proposal.level(), IntakeText.level(proposal.level()), proposal.because()),
                r.patientId() == null
                        ? null
                        : !r.mtTold()
                                ? IntakeText.MT_OPPOSED
                                : r.mtName() == null
                                        ? null
                                        : r.mtName()
                                                + (r.mtPhone() == null ? "" : ", " + r.mtPhone()));
    }

    private static AnalysisForm blank(ReferralRow r) {
        var part =
                !r.mtTold()
                        ? MtPart.OPPOSITION.name()
                        : r.patientId() != null && !NoticeRule.hasDoctor(r.mtState(), r.mtName())
                                ? MtPart.SANS_MT.name()
                                : "";
        return new AnalysisForm(
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                part,
                "",
                "",
                "",
                "",
                ReferralFormReader.text(r.themeCode()),
                "",
                "");
    }

    UrgencyPage urgency(UUID id, FormErrors errors, UrgencyPage.Typed typed) {
        var r = rows.get(id);
        if (r.patient() != null) trail.read(r.patient(), "urgence", id);
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var urgency = urgencies.find(id).orElse(null);
        var local =
                LocalDateTime.ofInstant(now, FrenchDates.PARIS)
                        .withSecond(0)
                        .withNano(0)
                        .toString();
        if (urgency == null) {
            return new UrgencyPage(
                    id.toString(),
                    title(r),
                    detail(r, today),
                    IntakeText.CALL_15,
                    null,
                    r.patientId() == null,
                    false,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    Codes.choices(Codes.Means.values()),
                    local,
                    errors,
                    typed);
        }
        var s = urgency.state();
        var first =
                evaluation(
                        "24",
                        s.due24(),
                        s.relay24(),
                        s.done24() != null || s.done48() != null,
                        s.endedAt() != null,
                        now,
                        s.done24() == null
                                ? null
                                : done(
                                        s.done24(),
                                        urgency.how24(),
                                        urgency.by24(),
                                        urgency.note24()));
        var second =
                evaluation(
                        "48",
                        s.due48(),
                        s.relay48(),
                        s.done48() != null,
                        s.endedAt() != null,
                        now,
                        s.done48() == null
                                ? null
                                : done(
                                        s.done48(),
                                        urgency.how48(),
                                        urgency.by48(),
                                        urgency.note48()));
        var onCall = networks.setting(Setting.URGENCY_ON_CALL, null) == 1;
        var toName =
                s.endedAt() == null
                        && !onCall
                        && (first.weekend() && s.relay24() == null
                                || second.weekend() && s.relay48() == null);
        var why = s.obstaclesToLevel(1).stream().map(IntakeText::of).toList();
        var ended =
                s.endedAt() == null
                        ? null
                        : "Terminé le "
                                + FrenchDates.exact(s.endedAt())
                                + (urgency.endedLevel() == null
                                        ? "DECES".equals(urgency.endedWhy()) ? " par le décès" : ""
                                        : ", entrée en niveau\u00A0" + urgency.endedLevel());
        return new UrgencyPage(
                id.toString(),
                title(r),
                detail(r, today),
                IntakeText.CALL_15,
                FrenchDates.exact(s.openedAt())
                        + (urgency.openedBy() == null ? "" : ", par " + urgency.openedBy()),
                false,
                toName,
                urgency.answer(),
                urgency.partner(),
                s.answeredAt() == null ? null : FrenchDates.exact(s.answeredAt()),
                List.of(first, second),
                ended,
                why,
                Codes.choices(Codes.Means.values()),
                local,
                errors,
                typed);
    }

    private static UrgencyPage.Evaluation evaluation(
            String key,
            java.time.Instant due,
            @Nullable String relay,
            boolean past,
            boolean ended,
            java.time.Instant now,
            @Nullable String done) {
        var deadline = Deadline.after(due, 0, fr.maillage.kernel.WorkingDays.FRANCE);
        return new UrgencyPage.Evaluation(
                key,
                "Évaluation à " + key + "\u00A0h",
                FrenchDates.exact(due),
                IntakeText.who(deadline, relay),
                !deadline.worked(),
                !past && !ended && due.isBefore(now),
                done);
    }

    private static String done(
            java.time.Instant at,
            @Nullable String how,
            @Nullable String by,
            @Nullable String note) {
        return "Faite le "
                + FrenchDates.exact(at)
                + Codes.of(Codes.Means.class, how)
                        .map(m -> ", " + m.label().toLowerCase(java.util.Locale.FRENCH))
                        .orElse("")
                + (by == null ? "" : ", par " + by)
                + (note == null ? "" : "\u00A0: " + note);
    }

    /// @param typed what was typed; null for a form nobody sent yet, filled for the entrance `to`
    OrientationPage orientation(
            UUID id, FormErrors errors, OrientationPage.@Nullable Typed typed, String to) {
        var r = rows.get(id);
        if (r.patient() != null) trail.read(r.patient(), "orientation", id);
        var found = doors.of(r);
        return new OrientationPage(
                id.toString(),
                title(r),
                detail(r, LocalDate.now(clock)),
                r.patientId() == null,
                r.status().open(),
                Codes.of(Codes.Agreement.class, r.agreement())
                        .map(Codes.Agreement::label)
                        .orElse(""),
                Codes.choices(ToKind.values()),
                networks.setting(Setting.HANDOVER_DAYS, null),
                errors,
                typed != null
                        ? typed
                        : RightDoor.typed(found, to, r).orElse(OrientationPage.Typed.NOTHING),
                found.stream()
                        .map(d ->
                                new OrientationPage.Entrance(
                                        "/demandes/" + id + "/orientation?vers=" + d.structure(),
                                        d.name(),
                                        d.phone(),
                                        d.now(),
                                        d.why(),
                                        d.sure()))
                        .toList());
    }

    private static String title(ReferralRow r) {
        return r.person() == null ? IntakeText.ABOUT_NOBODY : r.person();
    }

    private static @Nullable String detail(ReferralRow r, LocalDate today) {
        if (r.person() == null) return null;
        var age = r.birthDate() == null ? null : FrenchDates.age(r.birthDate(), today);
        return age == null ? r.commune() : r.commune() == null ? age : age + ", " + r.commune();
    }
}
