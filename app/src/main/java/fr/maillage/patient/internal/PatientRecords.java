package fr.maillage.patient.internal;

import fr.maillage.patient.PersonalRecords;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about persons, besides their identity.
@Component
class PatientRecords implements PersonalRecords {

    private static final String CONSENT = "patient.consent";
    private static final String LINK = "patient.family_link";

    private final JdbcClient sql;
    private final Clock clock;

    PatientRecords(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Records> records() {
        return List.of(
                Records.of(
                        CONSENT,
                        "Accords et oppositions",
                        "to_char(t.given_on, 'DD/MM/YYYY')",
                        "t.recorded_at"),
                new Records(
                        "patient.identity_change",
                        "id",
                        "patient_id",
                        "Changements d’identité",
                        null,
                        null,
                        null),
                new Records(
                        "patient.former_name",
                        "id",
                        "patient_id",
                        "Anciens noms",
                        null,
                        null,
                        null),
                Records.of(LINK, "Liens de famille", "to_char(t.since, 'DD/MM/YYYY')", "t.since"),
                new Records(
                        "patient.timeline_entry",
                        "id",
                        "patient_id",
                        "Ligne de vie",
                        "case when t.clinical then 'Ligne de la ligne de vie' else t.title end",
                        "t.at",
                        "cast(substring(t.link from '/([0-9a-f]{8}-[0-9a-f-]{27})$') as uuid)"),
                new Records(LINK, "id", "other_id", "Liens de famille", null, null, null));
    }

    @Override
    public List<Clash> clashes(Pair pair) {
        var differ =
                sql.sql(
                                """
                                select exists (select 1 from patient.current_consent a join patient.current_consent b on b.network_id = a.network_id and b.act = a.act
                                                where a.patient_id = :survivor and b.patient_id = :absorbed and a.opposed_to is null and b.opposed_to is null
                                                  and (a.state in ('REFUSE', 'OPPOSITION', 'RETIRE')) <> (b.state in ('REFUSE', 'OPPOSITION', 'RETIRE')))
                                """)
                        .param("survivor", pair.survivor().value())
                        .param("absorbed", pair.absorbed().value())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        return differ
                ? List.of(new Clash(MergeText.CONSENTS, MergeText.CONSENTS_DONE, false))
                : List.of();
    }

    /// A person is no relative of themselves, and is linked once to each other.
    @Override
    public void putAside(Joining joining) {
        var lines =
                sql.sql(
                                """
                                select distinct l.id from patient.family_link l
                                where l.ended_at is null and (
                                  l.patient_id in (:survivor, :absorbed) and l.other_id in (:survivor, :absorbed)
                                  or l.link_id in (select a.link_id from patient.family_link a
                                                     join patient.family_link b on b.network_id = a.network_id and b.other_id = a.other_id
                                                    where a.patient_id = :absorbed and b.patient_id = :survivor and a.ended_at is null and b.ended_at is null))
                                """)
                        .param("survivor", joining.pair().survivor().value())
                        .param("absorbed", joining.pair().absorbed().value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        var values = new HashMap<String, @Nullable Object>();
        values.put("ended_at", clock.instant().toString());
        values.put("ended_by", "Maillage");
        values.put("ended_why", MergeText.LINK_ENDED);
        joining.change(LINK, "id", lines, values);
    }
}
