package fr.maillage.demo.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/// Calls of this morning in which professionals say that they came: each is proposed for the act it
/// may have fulfilled, and waits for Claire. Made of persons and plans already there.
final class MatchingPart {

    private static final String SCRIPT =
            """
            do $$
            declare
              net uuid := '%1$s'; today date := date '%2$s'; morning timestamptz := (date '%2$s' + time '08:20') at time zone 'Europe/Paris';
              claire network.team_member; o record; n int := 0; event uuid; call uuid;
            begin
              select * into claire from network.team_member where network_id = net and family_name = 'DUMONT' and given_name = 'Claire' limit 1;
              if claire.id is null then return; end if;
              for o in select distinct on (x.patient_id) x.* from followup.occurrence x
                         join casefile.support s on s.network_id = x.network_id and s.patient_id = x.patient_id and s.status = 'ACTIF' and s.coordinator_id = claire.id
                        where x.network_id = net and x.status = 'PREVU' and x.actor_name is not null and today between x.due_on and x.late_after
                        order by x.patient_id, x.due_on, x.id limit 4 loop
                n := n + 1;
                call := md5('rapprochement appel ' || n)::uuid;
                event := md5('rapprochement ' || n)::uuid;
                insert into followup.contact (network_id, id, at, channel, direction, who, who_quality, reached, reason, note, author_id, author_name)
                  values (net, call, morning + n * interval '7 minutes', 'TELEPHONE', 'ENTRANT', o.actor_name, 'Intervenant', 'JOINT', 'Passage fait', null, claire.account_id, 'Claire DUMONT');
                insert into followup.contact_patient (network_id, contact_id, patient_id, at) values (net, call, o.patient_id, morning + n * interval '7 minutes');
                insert into followup.incoming (network_id, id, patient_id, kind, event_id, nature, on_day, title, who, account_id, at)
                  values (net, event, o.patient_id, 'CONTACT', call, 'TELEPHONE', today, 'Passage fait', o.actor_name, claire.account_id, morning + n * interval '7 minutes');
                insert into followup.proposal (network_id, incoming_id, occurrence_id, rank, score, why)
                  values (net, event, o.id, 1, case when o.due_until < today then 60 - (today - o.due_until) else 60 end,
                          'même auteur, ' || case when o.due_until < today then (today - o.due_until) || case when today - o.due_until = 1 then ' jour' else ' jours' end || ' après les dates prévues'
                                                  else 'dans les dates prévues' end);
              end loop;
            end $$
            """;

    private MatchingPart() {}

    static void write(Connection connection, UUID platform, LocalDate today) throws SQLException {
        Loader.execute(connection, SCRIPT.formatted(platform, today));
    }
}
