package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Families;
import fr.maillage.patient.Patients;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class FamilyService implements Families {

    private final JdbcClient sql;
    private final Patients patients;
    private final Trail trail;
    private final Clock clock;

    FamilyService(JdbcClient sql, Patients patients, Trail trail, Clock clock) {
        this.sql = sql;
        this.patients = patients;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Link> of(PatientId patient) {
        return sql.sql(
                        """
                        select f.link_id, f.other_id, p.display_name, f.relation, f.household
                        from patient.family f join patient.identity p on p.network_id = f.network_id and p.id = f.other_id
                        where f.patient_id = :patient order by f.household desc, p.display_name collate "fr-x-icu", f.other_id
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Link(
                                row.getObject("link_id", UUID.class),
                                new PatientId(row.getObject("other_id", UUID.class)),
                                row.getString("display_name"),
                                Relation.valueOf(row.getString("relation")),
                                row.getBoolean("household")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Neighbour> sameAddress(PatientId patient) {
        return sql.sql(
                        """
                        select o.id, upper(coalesce(nullif(o.used_name, ''), o.birth_name)) || ' ' || o.given_names as name
                        from patient.patient p join patient.patient o on o.network_id = p.network_id and o.commune_code = p.commune_code and o.id <> p.id
                         and o.merged_into is null and platform.search_key(o.address) = platform.search_key(p.address)
                        where p.id = :patient and p.address <> ''
                          and not exists (select 1 from patient.family f where f.network_id = p.network_id and f.patient_id = p.id and f.other_id = o.id)
                        order by o.birth_name collate "fr-x-icu", o.id limit 10
                        """)
                .param("patient", patient.value())
                .query((row, _) ->
                        new Neighbour(
                                new PatientId(row.getObject("id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    @Override
    public void link(PatientId patient, PatientId other, Relation relation, boolean household) {
        if (patient.equals(other)) throw new IllegalArgumentException("nobody is their own family");
        patients.get(patient);
        patients.get(other);
        var changed =
                line(patient, other, relation, household)
                        + line(other, patient, relation.other(), household);
        if (changed == 0) {
            var link = Ids.next();
            add(link, patient, other, relation, household);
            add(link, other, patient, relation.other(), household);
        }
        trail.wrote(Trail.Action.UPDATE, patient, "FAMILLE", other.value());
        trail.wrote(Trail.Action.UPDATE, other, "FAMILLE", patient.value());
    }

    private int line(PatientId from, PatientId to, Relation relation, boolean household) {
        return sql.sql(
                        """
                        update patient.family_link set relation = :relation, household = :household
                        where patient_id = :from and other_id = :to and ended_at is null
                        """)
                .param("relation", relation.name())
                .param("household", household)
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private void add(
            UUID link, PatientId from, PatientId to, Relation relation, boolean household) {
        sql.sql(
                        """
                        insert into patient.family_link (id, link_id, patient_id, other_id, relation, household, since, by_name)
                        values (:id, :link, :from, :to, :relation, :household, :now, :by)
                        """)
                .param("id", Ids.next())
                .param("link", link)
                .param("from", from.value())
                .param("to", to.value())
                .param("relation", relation.name())
                .param("household", household)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
    }

    @Override
    public void end(PatientId patient, UUID link, @Nullable String why) {
        var others =
                sql.sql(
                                """
                                select other_id from patient.family_link where link_id = :link and patient_id = :patient and ended_at is null
                                """)
                        .param("link", link)
                        .param("patient", patient.value())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        if (others.isEmpty()) throw new NotFound("lien", link);
        sql.sql(
                        """
                        update patient.family_link set ended_at = :now, ended_by = :by, ended_why = :why where link_id = :link and ended_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .param("why", why, java.sql.Types.VARCHAR)
                .param("link", link)
                .update();
        trail.wrote(Trail.Action.UPDATE, patient, "FAMILLE", null);
        others.forEach(o -> trail.wrote(Trail.Action.UPDATE, new PatientId(o), "FAMILLE", null));
    }
}
