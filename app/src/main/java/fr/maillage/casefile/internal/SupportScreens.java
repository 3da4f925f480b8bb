package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.LevelAdvice.Advice;
import fr.maillage.casefile.LevelAdvice;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Period;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the accompaniment: level, exit.
@Component
@Transactional(readOnly = true)
class SupportScreens {

    private final JdbcClient sql;
    private final Supports supports;
    private final LevelService levels;
    private final CaseFiles files;
    private final Networks networks;
    private final Clock clock;
    private final LevelAdvice advice;

    SupportScreens(
            JdbcClient sql,
            Supports supports,
            LevelService levels,
            CaseFiles files,
            Networks networks,
            Clock clock,
            LevelAdvice advice) {
        this.advice = advice;
        this.sql = sql;
        this.supports = supports;
        this.levels = levels;
        this.files = files;
        this.networks = networks;
        this.clock = clock;
    }

    LevelPage level(OpenFile file, Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var support = supports.open(file.patient());
        var history =
                supports.levels(file.patient()).stream()
                        .map(l ->
                                new LevelPage.Line(
                                        SupportText.line(l),
                                        FrenchDates.shortDay(l.since(), today),
                                        FrenchDates.longDay(l.since()),
                                        l.reason(),
                                        l.changedBy(),
                                        SupportText.advised(l)))
                        .toList();
        if (support.isEmpty()) {
            return new LevelPage(
                    file.banner(),
                    form,
                    form,
                    outcome.errors(),
                    outcome.conflict(),
                    "Niveau",
                    List.of(),
                    -1,
                    null,
                    null,
                    false,
                    List.of(),
                    List.of(),
                    null,
                    history,
                    0);
        }
        var row = support.get();
        var done = levels.done(row.id(), row.level());
        var notes = notes(row);
        var next = LevelSteps.next(row.level(), done);
        var steps =
                LevelSteps.of(row.level()).stream()
                        .map(s ->
                                new LevelPage.Step(
                                        s.step(),
                                        s.title(),
                                        s.with(),
                                        done.containsKey(s.step()),
                                        next.isPresent() && next.get().equals(s),
                                        done.containsKey(s.step())
                                                ? "fait le "
                                                        + FrenchDates.shortDay(
                                                                java.util.Objects.requireNonNull(
                                                                        done.get(s.step())),
                                                                today)
                                                : null,
                                        notes.get(s.step())))
                        .toList();
        return new LevelPage(
                file.banner(),
                form,
                form.values().containsKey("level")
                        ? form
                        : Sent.with(
                                "level", String.valueOf(row.level()), "intensity", row.intensity()),
                outcome.errors(),
                outcome.conflict(),
                SupportText.levelAndIntensity(row.level(), row.intensity()),
                steps,
                next.map(LevelSteps.Step::step).orElse(-1),
                next.map(LevelSteps.Step::title).orElse(null),
                row.active() ? null : SupportText.NOT_ACTIVE,
                true,
                InclusionScreens.options(CaseFileText.LEVELS).stream()
                        .filter(o -> !o.value().equals("0"))
                        .toList(),
                InclusionScreens.options(CaseFileText.INTENSITIES),
                advice.of(file.patient()).map(a -> shown(a, row)).orElse(null),
                history,
                version(form, outcome, row));
    }

    private static LevelPage.Advised shown(Advice advice, Supports.Row row) {
        return new LevelPage.Advised(
                advice.needs().label(),
                SupportText.levelAndIntensity(advice.level(), advice.intensity()),
                advice.why(),
                advice.source(),
                advice.level() == row.level() && advice.intensity().equals(row.intensity()),
                advice.criteria().stream()
                        .collect(
                                Collectors.groupingBy(
                                        LevelAdvice.Criterion::family,
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(e -> new LevelPage.Family(e.getKey(), e.getValue()))
                        .toList());
    }

    ExitPage exit(OpenFile file, Sent form, FormOutcome outcome) {
        var today = LocalDate.now(clock);
        var support = supports.open(file.patient());
        var filled =
                form.values().isEmpty()
                        ? Sent.with(
                                "watchReviewOn",
                                        today.plusMonths(networks.setting(Setting.WATCH_MONTHS, 0))
                                                .toString(),
                                "closedOn", today.toString())
                        : form;
        return new ExitPage(
                file.banner(),
                filled,
                outcome.errors(),
                outcome.conflict(),
                support.isPresent(),
                support.isPresent() && !support.get().active(),
                InclusionScreens.options(SupportText.EXITS),
                support.map(s ->
                                networks.criteria(false, s.themeCode()).stream()
                                        .map(Networks.Criterion::label)
                                        .toList())
                        .orElse(List.of()),
                files.all(file.patient()).stream()
                        .filter(s -> s.closedOn() != null)
                        .map(s -> past(s, today))
                        .toList(),
                support.map(s -> version(form, outcome, s)).orElse(0));
    }

    private static String past(CaseFiles.Support support, LocalDate today) {
        var reason = support.exitReason() == null ? "" : SupportText.exit(support.exitReason());
        return FrenchDates.period(new Period(support.openedOn(), support.closedOn()), today)
                + "\u00A0: "
                + reason;
    }

    /// The version the form was opened on, kept across a refusal so that a conflict is not lost by
    /// showing the page again; after a conflict, the new one: the second saving is meant.
    static int version(Sent form, FormOutcome outcome, Supports.Row support) {
        return outcome.status() == HttpStatus.UNPROCESSABLE_CONTENT && form.number("version") >= 0
                ? form.number("version")
                : support.version();
    }

    private Map<Integer, String> notes(Supports.Row support) {
        var notes = new java.util.LinkedHashMap<Integer, String>();
        sql.sql(
                        "select step, note from casefile.level_step where support_id = :support and level = :level and note is not null")
                .param("support", support.id())
                .param("level", support.level())
                .query(row -> {
                    notes.put(row.getInt("step"), row.getString("note"));
                });
        return notes;
    }
}
