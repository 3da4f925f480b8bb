package fr.maillage.agenda.internal;

import fr.maillage.correspondence.LetterFields;
import fr.maillage.kernel.FrenchDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The last home visit and the next meeting about somebody, for letters.
@Component
@Order(2)
class VisitFields implements LetterFields {

    private final JdbcClient sql;

    VisitFields(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.one("visite.date", "Dernière visite à domicile\u00A0: date", "28 mai 2026"),
                Field.one("visite.par", "Dernière visite\u00A0: par qui", "Claire DUMONT"),
                Field.one("rcp.date", "Prochaine RCP\u00A0: date", "mardi 16 juin 2026"),
                Field.one("rcp.heure", "Prochaine RCP\u00A0: heure", "14:00"));
    }

    @Override
    public void fill(Subject subject, Values values) {
        sql.sql(
                        """
                        select k.starts_at, m.given_name || ' ' || upper(m.family_name) as who
                          from agenda.kept k join network.team_member m on m.network_id = k.network_id and m.id = k.member_id
                         where k.patient_id = :patient and k.kind = 'VISITE' order by k.starts_at desc limit 1
                        """)
                .param("patient", subject.patient().value())
                .query((row, _) -> {
                    values.put("visite.date", FrenchDates.date(at(row).toLocalDate()));
                    return values.put("visite.par", row.getString("who"));
                })
                .list();
        sql.sql(
                        """
                        select starts_at from agenda.to_come where patient_id = :patient and kind = 'RCP' and starts_at >= :day
                         order by starts_at limit 1
                        """)
                .param("patient", subject.patient().value())
                .param(
                        "day",
                        java.sql.Timestamp.from(
                                subject.day().atStartOfDay(FrenchDates.PARIS).toInstant()))
                .query((row, _) -> {
                    values.put("rcp.date", FrenchDates.longDay(at(row).toLocalDate()));
                    return values.put("rcp.heure", FrenchDates.time(at(row)));
                })
                .list();
    }

    private static LocalDateTime at(ResultSet row) throws SQLException {
        return row.getTimestamp("starts_at")
                .toInstant()
                .atZone(FrenchDates.PARIS)
                .toLocalDateTime();
    }
}
