package fr.maillage.followup.internal;

import fr.maillage.patient.PersonalRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about persons. Acts of a plan that stops are suspended, not missed.
@Component
class FollowUpRecords implements PersonalRecords {

    private static final String OCCURRENCE = "followup.occurrence";
    private static final String INCOMING = "followup.incoming";
    private static final String ABOUT = "followup.contact_patient";

    private final JdbcClient sql;

    FollowUpRecords(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.following(OCCURRENCE, "id", "Actes", "t.pps_id"),
                Records.of(
                        "followup.concertation",
                        "Réunions tenues",
                        "'le ' || to_char(t.held_on, 'DD/MM/YYYY')",
                        "cast(t.held_on as timestamptz)"),
                Records.of(
                        INCOMING,
                        "Événements à rapprocher",
                        "'du ' || to_char(t.on_day, 'DD/MM/YYYY')",
                        "t.at"),
                Records.following("followup.alert", "id", "Alertes", "t.subject_id"),
                Records.of(
                        "followup.rule_override",
                        "Réglages d’alertes de la personne",
                        "t.reason",
                        "t.set_at"),
                Records.of(
                                ABOUT,
                                "Contacts",
                                "(select c.who || ', ' || to_char(c.at, 'DD/MM/YYYY') from followup.contact c where c.network_id = t.network_id and c.id = t.contact_id)",
                                "t.at")
                        .by("contact_id"),
                new Records(
                        "followup.task",
                        "id",
                        "patient_id",
                        "Tâches et rappels",
                        "'pour le ' || to_char(t.due_on, 'DD/MM/YYYY')",
                        "t.created_at",
                        "t.contact_id"),
                Records.of(
                        "followup.consigne",
                        "Consignes",
                        "'du ' || to_char(t.made_at, 'DD/MM/YYYY')",
                        "t.made_at"),
                Records.of(
                        "followup.liaison_entry",
                        "Cahier de liaison",
                        "'du ' || to_char(t.at, 'DD/MM/YYYY') || ', ' || t.author_name",
                        "t.at"),
                Records.of(
                        "followup.coordination_point",
                        "Points de coordination",
                        "'du ' || to_char(t.held_at, 'DD/MM/YYYY')",
                        "t.held_at"));
    }

    @Override
    public void putAside(Joining joining) {
        var bothInForce =
                sql.sql(
                                """
                                select o.id from followup.occurrence o
                                where o.patient_id = :stops and o.status = 'PREVU'
                                  and exists (select 1 from careplan.current_pps a where a.network_id = o.network_id and a.patient_id = :goesOn)
                                """)
                        .param("goesOn", joining.goesOn().value())
                        .param("stops", joining.stops().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.change(OCCURRENCE, "id", bothInForce, Map.of("status", "SUSPENDU"));
        var aboutBoth =
                sql.sql(
                                """
                                select a.contact_id from followup.contact_patient a join followup.contact_patient b on b.network_id = a.network_id and b.contact_id = a.contact_id
                                where a.patient_id = :absorbed and b.patient_id = :survivor
                                """)
                        .param("absorbed", joining.pair().absorbed().value())
                        .param("survivor", joining.pair().survivor().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.remove(ABOUT, "contact_id", aboutBoth);
        var cameForBoth =
                sql.sql(
                                """
                                select a.id from followup.incoming a
                                  join followup.incoming b on b.network_id = a.network_id and b.kind = a.kind and b.event_id = a.event_id
                                where a.patient_id = :absorbed and b.patient_id = :survivor
                                """)
                        .param("absorbed", joining.pair().absorbed().value())
                        .param("survivor", joining.pair().survivor().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        joining.remove(INCOMING, "id", cameForBoth);
    }
}
