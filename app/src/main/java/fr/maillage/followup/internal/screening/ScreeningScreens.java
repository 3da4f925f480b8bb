package fr.maillage.followup.internal.screening;

import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The screenings of the structure, cut and sorted by the database.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class ScreeningScreens {

    static final String HERE = "/depistages";

    private static final int SHOWN = 200;

    /// A call-back is prepared in the month before its day.
    private static final int SOON_DAYS = 30;

    private static final String LINES =
            """
            select r.id, r.patient_id, i.display_name, i.commune_name, r.on_date, r.conclusion, s.kind, t.due_on, s.no_shows, s.ended, s.ended_on, s.with_whom
              from assessment.retinal_screening r
              join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
              left join followup.screening_step s on s.network_id = r.network_id and s.screening_id = r.id
              left join followup.task t on t.network_id = s.network_id and t.id = s.task_id
            """;

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    ScreeningScreens(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a tile keeps.
    enum View {
        OPHTALMOLOGISTE("rendez-vous urgents à suivre"),
        RAPPELS("rappels des 30\u00a0prochains jours, ou passés"),
        LECTURES("lectures attendues"),
        TOUS("dépistages");

        private final String label;

        View(String label) {
            this.label = label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(view -> view.code().equals(code))
                    .findFirst()
                    .orElse(OPHTALMOLOGISTE);
        }
    }

    /// The list, and how many each view has. Persons of the list are in the trail.
    ScreeningPage list(@Nullable String asked) {
        var view = View.of(asked);
        var counts = counts();
        var lines =
                sql.sql(
                                LINES
                                        + """
                                         where case :view when 'TOUS' then true
                                                          when 'OPHTALMOLOGISTE' then s.ended is null and s.kind = 'RENDEZ_VOUS'
                                                          when 'LECTURES' then s.ended is null and s.kind = 'LECTURE'
                                                          else s.ended is null and s.kind = 'RAPPEL' and t.due_on <= :soon end
                                         order by s.ended is not null, s.kind is null, t.due_on nulls last, r.on_date desc, r.id limit :shown
                                        """)
                        .param("view", view.name())
                        .param("soon", today().plusDays(SOON_DAYS))
                        .param("shown", SHOWN)
                        .query((row, _) -> line(row))
                        .list();
        trail.listed(
                "DEPISTAGES", lines.stream().map(line -> UUID.fromString(line.patient())).toList());
        return new ScreeningPage(
                view.code(),
                Arrays.stream(View.values())
                        .map(one ->
                                new ScreeningPage.Tile(
                                        one.code(), one.label, counts.apply(one), one == view))
                        .toList(),
                lines,
                counts.apply(view) > lines.size(),
                years());
    }

    private Function<View, Integer> counts() {
        var found =
                sql.sql(
                                """
                                select count(*) filter (where s.ended is null and s.kind = 'RENDEZ_VOUS') as ophtalmologiste,
                                       count(*) filter (where s.ended is null and s.kind = 'RAPPEL' and t.due_on <= :soon) as rappels,
                                       count(*) filter (where s.ended is null and s.kind = 'LECTURE') as lectures, count(*) as tous
                                  from assessment.retinal_screening r
                                  join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id
                                  left join followup.screening_step s on s.network_id = r.network_id and s.screening_id = r.id
                                  left join followup.task t on t.network_id = s.network_id and t.id = s.task_id
                                """)
                        .param("soon", today().plusDays(SOON_DAYS))
                        .query((row, _) ->
                                Arrays.stream(View.values())
                                        .collect(
                                                Collectors.toMap(
                                                        view -> view, view -> count(row, view))))
                        .single();
        return view -> found.getOrDefault(view, 0);
    }

    private static int count(ResultSet row, View view) {
        try {
            return row.getInt(view.code());
        } catch (SQLException e) {
            throw new IllegalStateException("no count of " + view, e);
        }
    }

    /// Different persons whose eyes were photographed, by year, and those of them who have
    /// diabetes. Source: bilan régional 2011, indicateurs (patients diabétiques dépistés / total
    /// dépistés, par réseau et par an).
    List<ScreeningPage.Year> years() {
        return sql.sql(
                        """
                        select cast(extract(year from on_date) as int) as year, count(distinct patient_id) as everybody,
                               count(distinct patient_id) filter (where diabetic) as diabetics
                          from assessment.retinal_screening where conclusion in ('SUSPICION', 'ILLISIBLE', 'NORMAL', 'ATTENTE')
                         group by 1 order by 1 desc limit 10
                        """)
                .query((row, _) ->
                        new ScreeningPage.Year(
                                row.getInt("year"),
                                row.getInt("diabetics"),
                                row.getInt("everybody"),
                                ScreeningText.share(
                                        row.getInt("diabetics"), row.getInt("everybody"))))
                .list();
    }

    /// One screening and what is awaited after it. Throws `NotFound`. The caller has opened the
    /// file.
    ScreeningPage.Step step(CaseFiles.OpenFile file, UUID screening, Sent form) {
        return new ScreeningPage.Step(
                file.banner(),
                sql.sql(
                                LINES
                                        + " where r.id = :id and r.patient_id = :patient order by s.ended is not null limit 1")
                        .param("id", screening)
                        .param("patient", file.patient().value())
                        .query((row, _) -> line(row))
                        .optional()
                        .orElseThrow(() -> new NotFound("depistage", screening)),
                form);
    }

    private ScreeningPage.Line line(ResultSet row) throws SQLException {
        var today = today();
        var due = row.getObject("due_on", LocalDate.class);
        var kind = row.getString("kind");
        var ended =
                ScreeningText.ended(
                        row.getString("ended"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("with_whom"));
        var said = row.getString("conclusion");
        var conclusion = said == null ? Conclusion.ATTENTE : Conclusion.valueOf(said);
        var waits = kind != null && ended == null && due != null;
        return new ScreeningPage.Line(
                new PatientId(row.getObject("patient_id", UUID.class)).toString(),
                row.getString("id"),
                row.getString("display_name"),
                row.getString("commune_name"),
                FrenchDates.date(row.getObject("on_date", LocalDate.class)),
                conclusion.label(),
                conclusion.mark().tone(),
                conclusion.mark().icon(),
                waits ? StepKind.valueOf(kind).label() : null,
                waits ? FrenchDates.relative(due, today) : "",
                waits ? FrenchDates.longDay(due) : "",
                waits && due.isBefore(today),
                ScreeningText.noShows(row.getInt("no_shows")),
                ended);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
