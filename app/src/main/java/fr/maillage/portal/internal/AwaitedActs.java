package fr.maillage.portal.internal;

import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is still to come of a plan, as the follow-up dates it: without what a pause suspends, what
/// was already marked, and with the days of a plan that waited for the doctor. Joins the caller's
/// transaction.
@Component
class AwaitedActs {

    private final JdbcClient sql;
    private final Clock clock;

    AwaitedActs(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// One dated act nobody marked.
    ///
    /// @param on first day of its window
    /// @param until last day of its window, today or later
    record Act(UUID intervention, LocalDate on, LocalDate until) {

        /// Its first day has passed: it may be done any day until the last.
        boolean open(LocalDate today) {
            return on.isBefore(today) && until.isAfter(today);
        }
    }

    /// Those of a person, by intervention, each in order of days; none is over.
    record Awaited(Map<UUID, List<Act>> acts) {

        List<Act> of(UUID intervention) {
            return acts.getOrDefault(intervention, List.of());
        }

        /// The next one; empty when nothing more is awaited.
        Optional<Act> next(UUID intervention) {
            return of(intervention).stream().findFirst();
        }
    }

    Awaited of(PatientId patient) {
        return new Awaited(
                sql
                        .sql(
                                """
                                select intervention_id, due_on, due_until from followup.dated_act
                                 where patient_id = :patient and status = 'PREVU' and due_until >= :today
                                 order by due_on
                                """)
                        .param("patient", patient.value())
                        .param("today", LocalDate.now(clock))
                        .query((row, _) ->
                                new Act(
                                        row.getObject("intervention_id", UUID.class),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getObject("due_until", LocalDate.class)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Act::intervention)));
    }
}
