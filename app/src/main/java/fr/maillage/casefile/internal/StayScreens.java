package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.StayFollowUps;
import fr.maillage.casefile.internal.ReturnLists.Moment;
import fr.maillage.casefile.internal.StayService.Stay;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of stays and of the return home.
@Component
@Transactional(readOnly = true)
class StayScreens {

    /// Days after a return during which the risk of another stay is still said.
    private static final int WATCHED_DAYS = 30;

    private final JdbcClient sql;
    private final Supports supports;
    private final StayService stays;
    private final ReturnLists returns;
    private final StayFollowUps follow;
    private final Clock clock;

    StayScreens(
            JdbcClient sql,
            Supports supports,
            StayService stays,
            ReturnLists returns,
            StayFollowUps follow,
            Clock clock) {
        this.sql = sql;
        this.supports = supports;
        this.stays = stays;
        this.returns = returns;
        this.follow = follow;
        this.clock = clock;
    }

    StayPage stays(OpenFile file, Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var support = supports.open(file.patient());
        var pausedFrom = support.map(Supports.Row::pausedFrom).orElse(null);
        var pausedUntil = support.map(Supports.Row::pausedUntil).orElse(null);
        return new StayPage(
                file.banner(),
                form,
                outcome.errors(),
                outcome.conflict(),
                InclusionScreens.options(SupportText.STAYS),
                InclusionScreens.options(StayText.CALLED),
                InclusionScreens.options(SupportText.PAUSES),
                lines(file.patient(), today),
                pausedFrom == null || pausedUntil != null && pausedUntil.isBefore(today)
                        ? null
                        : CaseFileText.paused(pausedFrom, pausedUntil, today) + ".",
                support.isPresent(),
                InclusionScreens.options(StayText.GOALS),
                support.map(s -> Objects.requireNonNullElse(s.goal(), "")).orElse(""),
                support.map(s -> SupportScreens.version(form, outcome, s)).orElse(0));
    }

    private List<StayPage.Line> lines(PatientId patient, LocalDate today) {
        var all = stays.of(patient);
        var lists = returns.of(all.stream().map(Stay::id).toList());
        var expected = expected(patient, today);
        var follows =
                follow.of(
                        patient,
                        all.stream()
                                .map(s -> new StayFollowUps.Days(s.id(), s.dischargedOn()))
                                .toList());
        var person = person(patient, today);
        return all.stream()
                .map(s -> {
                    var list = lists.getOrDefault(s.id(), List.of());
                    var days = expected.getOrDefault(s.id(), List.of());
                    return new StayPage.Line(
                            s.id().toString(),
                            SupportText.STAYS.getOrDefault(s.kind(), ""),
                            s.unplanned(),
                            s.hospital(),
                            SupportText.stay(s, today),
                            s.reason(),
                            s.dischargedOn() == null && !s.admittedOn().isAfter(today),
                            s.dischargedOn() != null,
                            s.told(),
                            s.called().isEmpty() ? null : StayText.called(s.called()),
                            s.expectedOn() == null ? "" : s.expectedOn().toString(),
                            days.size() < 2 ? List.of() : days,
                            list.isEmpty() ? null : StayText.progress(list),
                            s.dischargedOn() == null ? null : StayText.left(list),
                            risk(s, all, person, today),
                            follows.get(s.id()),
                            s.version());
                })
                .toList();
    }

    /// Why an early readmission is to be feared, while the stay lasts and in the month after.
    private static List<String> risk(Stay stay, List<Stay> all, Person person, LocalDate today) {
        var end = Objects.requireNonNullElse(stay.dischargedOn(), today);
        if (stay.admittedOn().isAfter(today) || end.isBefore(today.minusDays(WATCHED_DAYS)))
            return List.of();
        var before = stay.admittedOn().minusDays(90);
        var unplanned = all.stream().filter(Stay::unplanned).toList();
        var risk =
                ReadmissionRisk.of(
                        new ReadmissionRisk.Facts(
                                stay.unplanned(),
                                (int)
                                        unplanned.stream()
                                                .filter(s ->
                                                        s.admittedOn().isBefore(stay.admittedOn())
                                                                && !s.admittedOn().isBefore(before))
                                                .count(),
                                (int)
                                        unplanned.stream()
                                                .filter(s ->
                                                        !s.admittedOn().isAfter(end)
                                                                && s.admittedOn()
                                                                        .isAfter(end.minusYears(1)))
                                                .count(),
                                ChronoUnit.DAYS.between(stay.admittedOn(), end),
                                person.age(),
                                person.alone(),
                                person.vulnerable(),
                                person.withoutDoctor()));
        return risk.high() ? risk.reasons() : List.of();
    }

    private record Person(
            @Nullable Integer age, boolean alone, boolean vulnerable, boolean withoutDoctor) {}

    private Person person(PatientId patient, LocalDate today) {
        return sql.sql(
                        "select birth_date, lives_alone, social_vulnerability, mt_state from patient.identity where id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> {
                    var born = row.getObject("birth_date", LocalDate.class);
                    return new Person(
                            born == null ? null : (int) ChronoUnit.YEARS.between(born, today),
                            row.getBoolean("lives_alone"),
                            row.getBoolean("social_vulnerability"),
                            !row.getString("mt_state").equals("DECLARE"));
                })
                .single();
    }

    private Map<UUID, List<String>> expected(PatientId patient, LocalDate today) {
        var found = new LinkedHashMap<UUID, List<String>>();
        sql.sql(
                        """
                        select e.stay_id, e.expected_on, e.why, e.noted_by, e.noted_at from casefile.stay_expected e
                          join casefile.stay s on s.network_id = e.network_id and s.id = e.stay_id
                         where s.patient_id = :patient order by e.noted_at, e.id
                        """)
                .param("patient", patient.value())
                .query(row -> {
                    found.computeIfAbsent(
                                    row.getObject("stay_id", UUID.class), _ -> new ArrayList<>())
                            .add(
                                    StayText.once(
                                            row.getObject("expected_on", LocalDate.class),
                                            row.getString("why"),
                                            row.getString("noted_by"),
                                            LocalDate.ofInstant(
                                                    row.getTimestamp("noted_at").toInstant(),
                                                    FrenchDates.PARIS),
                                            today));
                });
        return found;
    }

    ReturnPage list(OpenFile file, UUID id, Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var stay = stays.get(file.patient(), id);
        var list = returns.of(id);
        return new ReturnPage(
                file.banner(),
                id.toString(),
                stay.hospital(),
                stay.dischargedOn() != null
                        ? SupportText.stay(stay, today)
                        : StayText.expected(stay.expectedOn()),
                StayText.progress(list),
                stay.dischargedOn() == null ? null : StayText.left(list),
                groups(list, form, today),
                Arrays.stream(ReturnLists.State.values())
                        .map(s -> new Option(s.name(), s.label()))
                        .toList(),
                form,
                outcome.conflict(),
                outcome.status() == HttpStatus.UNPROCESSABLE_CONTENT
                        ? form.number("version")
                        : stay.version());
    }

    private static List<ReturnPage.Group> groups(
            List<ReturnLists.Line> list, Sent form, LocalDate today) {
        return Arrays.stream(Moment.values())
                .map(moment ->
                        new ReturnPage.Group(
                                moment.label(),
                                list.stream()
                                        .filter(l -> l.moment() == moment)
                                        .map(l -> line(l, form, today))
                                        .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static ReturnPage.Line line(ReturnLists.Line line, Sent form, LocalDate today) {
        var typed = !form.values().isEmpty();
        return new ReturnPage.Line(
                line.id().toString(),
                line.label(),
                typed ? form.text("who-" + line.id()) : Objects.requireNonNullElse(line.who(), ""),
                typed ? form.text("due-" + line.id()) : Objects.toString(line.dueOn(), ""),
                typed ? form.text("state-" + line.id()) : line.state().name(),
                line.saidOn() == null
                        ? null
                        : line.state().label()
                                + " le"
                                + Typography.NBSP
                                + FrenchDates.shortDay(line.saidOn(), today)
                                + (line.saidBy() == null ? "" : ", " + line.saidBy()));
    }

    ReturnPage.Model model(Sent form) {
        var items = returns.model();
        var typed = !form.values().isEmpty();
        return new ReturnPage.Model(
                ReturnLists.fields(items.size()).stream()
                        .map(i ->
                                typed || i >= items.size()
                                        ? new ReturnPage.Model.Field(
                                                i,
                                                form.text("label-" + i),
                                                form.text("moment-" + i))
                                        : new ReturnPage.Model.Field(
                                                i,
                                                items.get(i).label(),
                                                items.get(i).moment().name()))
                        .toList(),
                Arrays.stream(Moment.values()).map(m -> new Option(m.name(), m.label())).toList(),
                form);
    }
}
