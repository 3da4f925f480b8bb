package fr.maillage.demo.internal;

import fr.maillage.kernel.WorkingDays;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/// Home visits to plan: some asked by hand, and a proposal for four coordinators over the two weeks
/// after those the agenda is full of, which the application computes as soon as it answers.
final class RoundsPart {

    private static final String ASKED =
            """
            insert into planning.asked (network_id, id, patient_id, not_before, due_on, minutes, asked_by, asked_at)
            select :network, md5('visite demandée ' || s.rank)::uuid, s.patient_id, :first, :first + cast(s.rank % 9 as int), case when s.rank % 4 = 0 then 90 end,
                   s.holder, :today - cast(s.rank % 6 as int)
              from (select s.patient_id, m.given_name || ' ' || upper(m.family_name) as holder, row_number() over (order by s.id) as rank
                      from casefile.support s join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                      join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                     where s.network_id = :network and s.status = 'ACTIF' and p.deceased_on is null and p.commune_code is not null
                       and m.function = 'COORDINATOR' and abs(hashtext(s.id::text)) % 3 = 2
                       and not exists (select 1 from agenda.appointment a where a.network_id = s.network_id and a.patient_id = s.patient_id and a.starts_at > :today)) s
             where s.rank <= 34
            """;

    private static final String PROPOSAL =
            """
            insert into planning.proposal (network_id, id, first_day, last_day, members, state, asked_by, asked_at)
            select :network, md5('tournées')::uuid, :first, :first + 13, array_agg(m.id order by m.id), 'ATTENTE', 'Claire DUMONT', :today
              from (select id from network.team_member
                     where network_id = :network and function = 'COORDINATOR' and since <= :today and coalesce(until, 'infinity') > :first + 13
                     order by family_name not in ('DUMONT', 'BELKACEM'), id limit 4) m
            having count(*) > 0
            """;

    private static final String COMPUTED =
            """
            insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'tournees', network_id || ':' || id || ':' || id, timestamptz 'epoch', false, 1 from planning.proposal where network_id = :network
            """;

    private RoundsPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        for (var statement : new String[] {ASKED, PROPOSAL, COMPUTED})
            try (var run = connection.createStatement()) {
                run.execute(
                        statement
                                .replace(":network", "'" + platform + "'::uuid")
                                .replace(":today", "date '" + today + "'")
                                .replace(":first", "date '" + first(today) + "'"));
            }
    }

    /// The first Monday after what [AgendaPart] writes.
    private static LocalDate first(LocalDate today) {
        return WorkingDays.FRANCE
                .plus(WorkingDays.FRANCE.onOrAfter(today), AgendaPart.AHEAD)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
