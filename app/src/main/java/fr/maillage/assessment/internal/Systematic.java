package fr.maillage.assessment.internal;

import fr.maillage.casefile.ThemeEvaluations;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the theme of a person's accompaniment asks to be evaluated, and where each stands.
@Component
class Systematic implements ThemeEvaluations {

    private final JdbcClient sql;
    private final Clock clock;

    Systematic(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A questionnaire of a theme for somebody not included yet.
    record Ahead(String code, @Nullable String title, int withinDays, @Nullable LocalDate doneOn) {}

    @Override
    @Transactional(readOnly = true)
    public List<Line> asked(PatientId patient, String theme) {
        if (theme.isEmpty()) return List.of();
        var today = LocalDate.now(clock);
        return sql
                .sql(
                        """
                        select y.code, y.within_days,
                               (select q.title from assessment.questionnaire q where q.code = y.code order by q.loaded_at desc limit 1) as title,
                               (select max(r.on_date) from assessment.response r where r.network_id = i.network_id and r.patient_id = i.id
                                  and r.questionnaire_code = y.code and r.status = 'TERMINEE' and r.on_date >= cast(:today as date) - assessment.days_before_inclusion()) as done_on
                          from assessment.systematic y join patient.identity i on i.id = :patient
                         where y.theme_code = :theme and y.moment = 'INCLUSION' and (y.sex is null or y.sex = i.sex)
                           and (y.from_months is null or i.birth_date <= cast(:today as date) - make_interval(months => y.from_months))
                           and (y.until_months is null or i.birth_date > cast(:today as date) - make_interval(months => y.until_months))
                         order by y.rank
                        """)
                .param("patient", patient.value())
                .param("theme", theme)
                .param("today", today)
                .query(DataClassRowMapper.newInstance(Ahead.class))
                .list()
                .stream()
                .map(one ->
                        new Line(
                                one.code(),
                                one.title() == null ? one.code() : one.title(),
                                one.doneOn() != null
                                        ? AssessmentText.systematicDone(
                                                FrenchDates.date(one.doneOn()))
                                        : AssessmentText.systematicAsked(one.withinDays()),
                                one.doneOn() != null))
                .toList();
    }

    /// A line of the view `assessment.systematic_expected`, asked now or later.
    ///
    /// @param draft the one begun and not completed; null when there is none
    record Expected(
            String code,
            @Nullable String title,
            @Nullable Integer ageMonths,
            String source,
            LocalDate fromOn,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable UUID draft) {}

    /// In the order of the table: what is asked now of each questionnaire, and the next age of a
    /// calendar when nothing of it is asked now. Empty without an open accompaniment.
    List<EvaluationsPage.Systematic> of(PatientId patient) {
        var today = LocalDate.now(clock);
        var found = new ArrayList<EvaluationsPage.Systematic>();
        var last = new HashMap<String, Expected>();
        for (var one : ahead(patient, today)) {
            var before = last.get(one.code());
            // one line of each, and what follows one that is done
            if (before != null && (before.doneOn() == null || before.fromOn().isAfter(today)))
                continue;
            last.put(one.code(), one);
            found.add(line(one, today));
        }
        return List.copyOf(found);
    }

    private List<Expected> ahead(PatientId patient, LocalDate today) {
        return sql.sql(
                        """
                        select e.code, e.age_months, e.source, e.from_on, e.due_on, e.done_on,
                               (select q.title from assessment.questionnaire q where q.code = e.code order by q.loaded_at desc limit 1) as title,
                               (select r.id from assessment.response r where r.network_id = e.network_id and r.patient_id = e.patient_id
                                  and r.questionnaire_code = e.code and r.status = 'BROUILLON' order by r.saved_at desc, r.id limit 1) as draft
                          from assessment.systematic_expected e
                         where e.patient_id = :patient and (e.next_from is null or e.next_from > :today) order by e.rank
                        """)
                .param("patient", patient.value())
                .param("today", today)
                .query(DataClassRowMapper.newInstance(Expected.class))
                .list();
    }

    private static EvaluationsPage.Systematic line(Expected one, LocalDate today) {
        var done = one.doneOn();
        var ahead = one.fromOn().isAfter(today);
        var late = done == null && one.dueOn().isBefore(today);
        var day = FrenchDates.date(done == null ? one.dueOn() : done);
        return new EvaluationsPage.Systematic(
                one.code(),
                AssessmentText.systematic(
                        one.title() == null ? one.code() : one.title(), one.ageMonths()),
                done != null
                        ? AssessmentText.systematicDone(day)
                        : ahead
                                ? AssessmentText.systematicAhead(FrenchDates.date(one.fromOn()))
                                : late
                                        ? AssessmentText.systematicLate(day)
                                        : AssessmentText.systematicDue(day),
                done != null ? "is-done" : ahead ? "" : late ? "is-late" : "is-due",
                done != null
                        ? "circle-check"
                        : ahead ? "calendar" : late ? "alert-triangle" : "alert-circle",
                done == null && !ahead,
                one.draft() == null ? null : one.draft().toString(),
                one.source());
    }
}
