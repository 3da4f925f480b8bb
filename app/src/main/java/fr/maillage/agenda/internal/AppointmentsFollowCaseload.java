package fr.maillage.agenda.internal;

import fr.maillage.network.CaseloadHandedOver;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.time.Clock;

/// Appointments and permanences to come follow a caseload to its new référents, in the transaction
/// of the act; each move is written, so that whoever had the appointment open is told.
@Component
class AppointmentsFollowCaseload {

    private final JdbcClient sql;
    private final Clock clock;

    AppointmentsFollowCaseload(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    void handedOver(CaseloadHandedOver over) {
        var now = Timestamp.from(clock.instant());
        sql.sql(
                        """
                        with moved as (
                          select a.id, coalesce((select p.receiver from unnest(:patients, :receivers) p (patient, receiver) where p.patient = a.patient_id), :rest) as receiver
                            from agenda.appointment a where a.member_id = :from and a.starts_at > :now and a.outcome is null),
                        written as (
                          insert into agenda.change (id, appointment_id, at, by_name, version, from_starts, from_ends, from_member, to_starts, to_ends, to_member)
                          select uuidv7(), a.id, :now, :by, a.version + 1, a.starts_at, a.ends_at, a.member_id, a.starts_at, a.ends_at, m.receiver
                            from moved m join agenda.appointment a on a.id = m.id),
                        already as (
                          delete from agenda.participant p using moved m where p.appointment_id = m.id and p.member_id = m.receiver)
                        update agenda.appointment a set member_id = m.receiver, version = a.version + 1 from moved m where a.id = m.id
                        """)
                .param("patients", over.patients())
                .param("receivers", over.receivers())
                .param("rest", over.rest())
                .param("from", over.from())
                .param("by", AgendaText.HANDED_OVER)
                .param("now", now)
                .update();
        // where they only came too: whoever receives the person comes, unless they are there
        // already
        sql.sql(
                        """
                        with left_free as (
                          delete from agenda.participant p using agenda.appointment a
                           where a.network_id = p.network_id and a.id = p.appointment_id and p.member_id = :from and a.starts_at > :now and a.outcome is null
                          returning p.appointment_id, a.member_id as holder,
                                    coalesce((select r.receiver from unnest(:patients, :receivers) r (patient, receiver) where r.patient = a.patient_id), :rest) as receiver)
                        insert into agenda.participant (appointment_id, member_id)
                        select f.appointment_id, f.receiver from left_free f where f.receiver <> f.holder
                        on conflict do nothing
                        """)
                .param("patients", over.patients())
                .param("receivers", over.receivers())
                .param("rest", over.rest())
                .param("from", over.from())
                .param("now", now)
                .update();
        sql.sql(
                        "update agenda.on_call set member_id = :rest where member_id = :from and starts_at > :now")
                .param("rest", over.rest())
                .param("from", over.from())
                .param("now", now)
                .update();
    }
}
