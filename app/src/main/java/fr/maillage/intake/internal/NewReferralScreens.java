package fr.maillage.intake.internal;

import fr.maillage.access.Trail;
import fr.maillage.directory.Practitioners;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The form of a new request, and those near the name being typed. The names shown are left in the
/// trail, so its transactions write.
@Component
@Transactional
class NewReferralScreens {

    private final Patients patients;
    private final Practitioners practitioners;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    NewReferralScreens(
            Patients patients,
            Practitioners practitioners,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.patients = patients;
        this.practitioners = practitioners;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param search whether the directory is searched too, for the form without script
    NewReferralPage form(ReferralForm form, FormErrors errors, boolean search) {
        var days = networks.setting(Setting.ANSWER_DAYS, null);
        var askers =
                search && form.askerRpps().isBlank()
                        ? practitioners.near(form.asker(), 6).stream()
                                .map(p ->
                                        new NearPage.Line(
                                                p.rpps(),
                                                p.displayName(),
                                                p.professionLabel()
                                                        + (p.communeName() == null
                                                                ? ""
                                                                : ", " + p.communeName())))
                                .toList()
                        : List.<NearPage.Line>of();
        return new NewReferralPage(
                form,
                errors,
                near(form.subject(), form.patient()),
                askers,
                Arrays.stream(AskerQuality.values())
                        .map(q -> new Choice(q.name(), q.label()))
                        .toList(),
                Arrays.stream(Motive.values()).map(m -> new Choice(m.name(), m.label())).toList(),
                Codes.choices(Channel.values()),
                Arrays.stream(Degree.values())
                        .map(d ->
                                new NewReferralPage.Degree(
                                        d.name(), d.label(), IntakeText.answerDelay(d, days)))
                        .toList(),
                Codes.choices(Agreement.values()));
    }

    NearPage near(String typed, String chosen) {
        var asked = typed.strip().length() >= 2;
        var today = LocalDate.now(clock);
        var found =
                asked
                        ? patients.near(typed.length() > 200 ? typed.substring(0, 200) : typed, 8)
                        : List.<Patients.Near>of();
        trail.listed("recherche", found.stream().map(n -> n.id().value()).toList());
        return new NearPage(
                typed,
                asked,
                found.stream()
                        .map(n ->
                                new NearPage.Line(
                                        n.id().toString(),
                                        n.displayName(),
                                        Stream.of(
                                                        n.birthDate() == null
                                                                ? null
                                                                : FrenchDates.age(
                                                                                n.birthDate(),
                                                                                today)
                                                                        + ", né(e) le "
                                                                        + FrenchDates.numeric(
                                                                                n.birthDate()),
                                                        n.communeName(),
                                                        n.deceasedOn() == null
                                                                ? null
                                                                : "décès le "
                                                                        + FrenchDates.numeric(
                                                                                n.deceasedOn()))
                                                .filter(Objects::nonNull)
                                                .collect(Collectors.joining(" · "))))
                        .toList(),
                chosen);
    }
}
