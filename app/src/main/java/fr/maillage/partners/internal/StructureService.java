package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A structure no national file knows, added to the structure's own: a conseil départemental, a
/// caisse, an association have no FINESS number.
@Service
@Transactional
class StructureService {

    private final JdbcClient sql;
    private final TypedReach reaches;
    private final Clock clock;

    StructureService(JdbcClient sql, TypedReach reaches, Clock clock) {
        this.sql = sql;
        this.reaches = reaches;
        this.clock = clock;
    }

    /// Kinds one may add, in the order of their categories: code and words.
    @Transactional(readOnly = true)
    Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        sql.sql(
                        """
                        select k.code, k.label from partners.category_code k join partners.category c on c.code = k.category
                         where k.sort = 'KIND' and k.label is not null order by c.rank, k.code = 'AUTRE', k.label collate "fr-x-icu"
                        """)
                .query(row -> {
                    kinds.put(row.getString("code"), row.getString("label"));
                });
        return kinds;
    }

    /// Answers its identifier. Refuses by [FormRefused].
    UUID add(Sent form) {
        var name = form.required("name", 200);
        var kind = form.choice("kind", kinds().keySet());
        var reach = reaches.read(form);
        FormRefused.unless(form.errors());
        var id = Ids.next();
        reach.in(
                        sql.sql(
                                """
                                insert into partners.structure (id, name, kind, address, commune_code, commune_name, phone, email, mssante, added_at, added_by)
                                values (:id, :name, :kind, :address, :commune, :communeName, :phone, :email, :mssante, :now, :by)
                                """))
                .param("id", id)
                .param("name", name)
                .param("kind", kind)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }
}
