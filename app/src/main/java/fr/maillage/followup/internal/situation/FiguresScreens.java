package fr.maillage.followup.internal.situation;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.followup.internal.situation.FiguresPage.Figure;
import fr.maillage.followup.internal.situation.FiguresPage.Goal;
import fr.maillage.followup.internal.situation.FiguresPage.Goals;
import fr.maillage.followup.internal.situation.FiguresPage.Score;
import fr.maillage.followup.internal.situation.FiguresPage.Span;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Indicators of one situation, over some months and over as many before: what is counted, and what
/// is judged (goals, scores, words). Source: guide DGOS 2012, fiche D3, schéma 1 (« suivi :
/// indicateurs quantitatifs et qualitatifs »); which ones: « proposition Maillage ».
@Component
@Transactional(readOnly = true)
class FiguresScreens {

    private static final List<Integer> SPANS = List.of(3, 6, 12);

    private final JdbcClient sql;
    private final Clock clock;

    FiguresScreens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param months 3, 6 or 12; 6 for anything else
    FiguresPage page(OpenFile file, int months) {
        int span = SPANS.contains(months) ? months : 6;
        var today = LocalDate.now(clock);
        var from = today.minusMonths(span);
        var patient = file.patient();
        var here = "/dossiers/" + patient;
        var counted = counts(patient, from, today, span);
        var now = Objects.requireNonNull(counted.get(true));
        var before = Objects.requireNonNull(counted.get(false));
        return new FiguresPage(
                file.banner(),
                SPANS.stream()
                        .map(n ->
                                new Span(
                                        here + "/indicateurs?mois=" + n,
                                        n + Typography.NBSP + "mois",
                                        n == span))
                        .toList(),
                "du " + FrenchDates.date(from.plusDays(1)) + " au " + FrenchDates.date(today),
                "les " + span + Typography.NBSP + "mois d’avant",
                figures(now, before, here),
                goals(patient),
                scores(patient, from, today),
                problems(patient),
                project(patient),
                SituationText.SOURCE);
    }

    /// What happened in one of the two periods.
    private record Counts(
            boolean recent,
            boolean followed,
            int due,
            int done,
            int missed,
            int contacts,
            int visits,
            int unplanned,
            int hospitalDays,
            int raised,
            int open,
            int actors) {}

    private Map<Boolean, Counts> counts(
            PatientId patient, LocalDate from, LocalDate today, int months) {
        return sql
                .sql(
                        """
                        select w.recent, exists (select 1 from casefile.any_support s where s.patient_id = :patient and s.opened_on <= w.upto and (s.closed_on is null or s.closed_on > w.after)) as followed,
                               o.due, o.done, o.missed,
                               (select count(*)::int from followup.contact_about c where c.patient_id = :patient and (c.at at time zone 'Europe/Paris')::date > w.after
                                   and (c.at at time zone 'Europe/Paris')::date <= w.upto) as contacts,
                               (select count(*)::int from agenda.kept k where k.patient_id = :patient and (k.starts_at at time zone 'Europe/Paris')::date > w.after
                                   and (k.starts_at at time zone 'Europe/Paris')::date <= w.upto) as visits,
                               y.unplanned, y.hospital_days,
                               (select count(*)::int from followup.alert a where a.patient_id = :patient and (a.raised_at at time zone 'Europe/Paris')::date > w.after
                                   and (a.raised_at at time zone 'Europe/Paris')::date <= w.upto) as raised,
                               (select count(*)::int from followup.alert a where a.patient_id = :patient and (a.raised_at at time zone 'Europe/Paris')::date <= w.upto
                                   and (a.closed_at is null or (a.closed_at at time zone 'Europe/Paris')::date > w.upto)) as open,
                               (select count(*)::int from casefile.circle c where c.patient_id = :patient and c.kind <> 'PROCHE' and c.since <= w.upto
                                   and (c.until is null or c.until >= w.upto)) as actors
                          from (values (true, cast(:from as date), cast(:today as date)), (false, cast(:before as date), cast(:from as date))) as w (recent, after, upto)
                         cross join lateral (
                           select count(*)::int as due, count(*) filter (where x.state in ('FAIT', 'FAIT_HORS_DELAI'))::int as done,
                                  count(*) filter (where x.state in ('NON_FAIT', 'SANS_NOUVELLE'))::int as missed
                             from (select followup.state_of(o.status, o.due_on, o.late_after, :today) as state from followup.occurrence o
                                    where o.patient_id = :patient and o.due_until > w.after and o.due_until <= w.upto) x where x.state <> 'SUSPENDU') o
                         cross join lateral (
                           select count(*) filter (where s.kind = 'NON_PROGRAMME' and s.admitted_on > w.after and s.admitted_on <= w.upto)::int as unplanned,
                                  coalesce(sum(greatest(0, least(coalesce(s.discharged_on, :today), w.upto) - greatest(s.admitted_on, w.after))), 0)::int as hospital_days
                             from casefile.hospital_stay s
                            where s.patient_id = :patient and s.admitted_on <= w.upto and coalesce(s.discharged_on, :today) > w.after) y
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("today", today)
                .param("before", from.minusMonths(months))
                .query(DataClassRowMapper.newInstance(Counts.class))
                .stream()
                .collect(Collectors.toMap(Counts::recent, Function.identity()));
    }

    private static List<Figure> figures(Counts now, Counts before, String here) {
        var figures = new ArrayList<Figure>();
        figures.add(
                new Figure(
                        "Actes du plan faits",
                        done(now),
                        before.followed() ? done(before) : "–",
                        "faits, dans le délai ou non, sur ceux dont le dernier jour est passé",
                        here + "/suivi"));
        figures.add(
                count(
                        "Actes manqués",
                        now,
                        before,
                        Counts::missed,
                        "non faits, ou restés sans nouvelle",
                        here + "/suivi"));
        figures.add(
                count(
                        "Contacts",
                        now,
                        before,
                        Counts::contacts,
                        "appels et échanges notés",
                        here + "/contacts"));
        figures.add(
                count(
                        "Rencontres tenues",
                        now,
                        before,
                        Counts::visits,
                        "visites et rendez-vous avec la personne",
                        here + "/ligne-de-vie"));
        figures.add(
                count(
                        "Hospitalisations non programmées",
                        now,
                        before,
                        Counts::unplanned,
                        "entrées de la période",
                        here + "/sejours"));
        figures.add(
                count(
                        "Jours à l’hôpital",
                        now,
                        before,
                        Counts::hospitalDays,
                        "nuits passées, tous séjours",
                        here + "/sejours"));
        figures.add(
                count(
                        "Alertes levées",
                        now,
                        before,
                        Counts::raised,
                        "pendant la période",
                        here + "/alertes"));
        figures.add(
                count(
                        "Alertes ouvertes",
                        now,
                        before,
                        Counts::open,
                        "le dernier jour de la période",
                        here + "/alertes"));
        figures.add(
                count(
                        "Intervenants",
                        now,
                        before,
                        Counts::actors,
                        "professionnels et structures du cercle, le dernier jour",
                        here + "/cercle"));
        return figures;
    }

    private static String done(Counts counts) {
        var share = new Share(counts.done(), counts.due());
        return counts.due() == 0
                ? "–"
                : share.formatted() + " (" + counts.done() + " sur " + counts.due() + ")";
    }

    private static Figure count(
            String label,
            Counts now,
            Counts before,
            ToIntFunction<Counts> of,
            String meaning,
            String href) {
        return new Figure(
                label,
                Typography.number(of.applyAsInt(now)),
                before.followed() ? Typography.number(of.applyAsInt(before)) : "–",
                meaning,
                href);
    }

    private record GoalRow(String kind, String title, String result, @Nullable String resultWhy) {}

    private List<Goals> goals(PatientId patient) {
        var rows =
                sql.sql(
                                """
                                select kind, title, result, result_why from careplan.goal_judged where patient_id = :patient order by kind desc, rank, title
                                """)
                        .param("patient", patient.value())
                        .query(DataClassRowMapper.newInstance(GoalRow.class))
                        .list();
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                GoalRow::kind, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e ->
                        new Goals(
                                SituationText.goals(e.getKey()),
                                having(e.getValue(), "ATTEINT"),
                                having(e.getValue(), "EN_PARTIE"),
                                having(e.getValue(), "NON_ATTEINT")
                                        + having(e.getValue(), "ABANDONNE"),
                                having(e.getValue(), "EN_COURS"),
                                e.getValue().stream().map(FiguresScreens::goal).toList()))
                .toList();
    }

    private static int having(List<GoalRow> goals, String result) {
        return (int) goals.stream().filter(g -> g.result().equals(result)).count();
    }

    private static Goal goal(GoalRow row) {
        return switch (row.result()) {
            case "ATTEINT" -> new Goal(row.title(), "Atteint", "is-done", "circle-check", null);
            case "EN_PARTIE" ->
                    new Goal(row.title(), "En partie", "is-due", "circle-dot", row.resultWhy());
            case "NON_ATTEINT" ->
                    new Goal(row.title(), "Non atteint", "is-late", "circle-x", row.resultWhy());
            case "ABANDONNE" -> new Goal(row.title(), "Abandonné", "", "circle-x", row.resultWhy());
            default -> new Goal(row.title(), "En cours", "", "circle-dashed", null);
        };
    }

    private record ScoreRow(
            String label,
            BigDecimal firstValue,
            LocalDate firstOn,
            BigDecimal lastValue,
            LocalDate lastOn,
            @Nullable String classLabel,
            @Nullable String severity) {}

    private List<Score> scores(PatientId patient, LocalDate from, LocalDate today) {
        return sql
                .sql(
                        """
                        select l.label, f.value as first_value, f.on_date as first_on, l.value as last_value, l.on_date as last_on, l.class_label, l.severity
                          from (select distinct on (code) code, label, value, class_label, severity, on_date from assessment.measured
                                 where patient_id = :patient and on_date > :from and on_date <= :today order by code, on_date desc, response_id desc) l
                          join (select distinct on (code) code, value, on_date from assessment.measured
                                 where patient_id = :patient and on_date > :from and on_date <= :today order by code, on_date, response_id) f on f.code = l.code
                         order by l.label
                        """)
                .param("patient", patient.value())
                .param("from", from)
                .param("today", today)
                .query(DataClassRowMapper.newInstance(ScoreRow.class))
                .stream()
                .map(FiguresScreens::score)
                .toList();
    }

    private static Score score(ScoreRow row) {
        var twice = row.firstOn().isBefore(row.lastOn());
        return new Score(
                row.label(),
                twice ? number(row.firstValue()) : null,
                number(row.lastValue()),
                row.classLabel(),
                "ALERTE".equals(row.severity())
                        ? "is-late"
                        : "ATTENTION".equals(row.severity()) ? "is-due" : "",
                twice
                        ? "du "
                                + FrenchDates.numeric(row.firstOn())
                                + " au "
                                + FrenchDates.numeric(row.lastOn())
                        : "le " + FrenchDates.numeric(row.lastOn()));
    }

    private static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private List<String> problems(PatientId patient) {
        return sql.sql(
                        "select label from assessment.retained_problem where patient_id = :patient order by since, label")
                .param("patient", patient.value())
                .query((row, _) -> row.getString("label"))
                .list();
    }

    private @Nullable String project(PatientId patient) {
        return sql
                .sql(
                        "select coalesce(life_project, preferences_person) as words from careplan.plan_in_force where patient_id = :patient")
                .param("patient", patient.value())
                .query((row, _) -> row.getString("words"))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
