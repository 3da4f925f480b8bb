package fr.maillage.rcp.internal;

import fr.maillage.correspondence.LetterFields;
import fr.maillage.kernel.FrenchDates;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Timestamp;
import java.util.List;

/// What letters may say of the next meeting about a person.
@Component
class MeetingFields implements LetterFields {

    private final JdbcClient sql;

    MeetingFields(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.one(
                        "rcp.lieu",
                        "Prochaine RCP\u00A0: lieu ou lien",
                        "salle 2, 12 rue des Fictifs, Douai"),
                Field.one("rcp.duree", "Prochaine RCP\u00A0: durée", "1 h"));
    }

    @Override
    public void fill(Subject subject, Values values) {
        sql.sql(
                        "select "
                                + MeetingRepository.COLUMNS
                                + """
                                  from rcp.meeting m
                                 where m.status = 'PREVUE' and m.starts_at >= :day
                                   and exists (select 1 from rcp.item t where t.network_id = m.network_id and t.meeting_id = m.id and t.patient_id = :patient)
                                 order by m.starts_at limit 1
                                """)
                .param(
                        "day",
                        Timestamp.from(subject.day().atStartOfDay(FrenchDates.PARIS).toInstant()))
                .param("patient", subject.patient().value())
                .query(MeetingRepository::meeting)
                .list()
                .forEach(meeting -> {
                    values.put("rcp.date", FrenchDates.longDay(meeting.day()));
                    values.put("rcp.heure", FrenchDates.time(meeting.at()));
                    values.put("rcp.lieu", RcpText.place(meeting));
                    values.put("rcp.duree", RcpText.length(meeting.minutes()));
                });
    }
}
