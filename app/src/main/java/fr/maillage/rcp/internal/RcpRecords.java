package fr.maillage.rcp.internal;

import fr.maillage.patient.PersonalRecords;

import org.springframework.stereotype.Component;

import java.util.List;

/// What this module keeps about persons: decisions go where the line of the agenda goes.
@Component
class RcpRecords implements PersonalRecords {

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        "rcp.item",
                        "RCP et réunions de synthèse",
                        "(select 'du ' || to_char(m.starts_at at time zone 'Europe/Paris',"
                                + " 'DD/MM/YYYY') from rcp.meeting m where m.network_id = t.network_id"
                                + " and m.id = t.meeting_id)",
                        "(select m.starts_at from rcp.meeting m where m.network_id = t.network_id"
                                + " and m.id = t.meeting_id)"),
                Records.following("rcp.decision", "id", "Décisions de RCP", "t.item_id"),
                Records.of(
                        "rcp.wish",
                        "RCP proposées",
                        "'proposée le ' || to_char(t.wished_at, 'DD/MM/YYYY')",
                        "t.wished_at"),
                Records.of(
                        "rcp.evaluation_fee",
                        "Forfaits d’évaluation",
                        "'du ' || to_char(t.on_day, 'DD/MM/YYYY')",
                        "cast(t.on_day as timestamptz)"),
                Records.of(
                        "rcp.expertise",
                        "Expertises",
                        "'demandée le ' || to_char(t.asked_at, 'DD/MM/YYYY')",
                        "t.asked_at"));
    }
}
