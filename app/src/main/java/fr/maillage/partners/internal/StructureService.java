package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder;
import fr.maillage.kernel.Ids;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.sql.Types;
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
    private final TypedCommune communes;
    private final Clock clock;

    StructureService(JdbcClient sql, TypedCommune communes, Clock clock) {
        this.sql = sql;
        this.communes = communes;
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
        var address = form.orNull("address", 300);
        var commune = communes.read(form);
        var phone = form.phone("phone");
        var email = form.email("email");
        var mssante = form.email("mssante");
        FormRefused.unless(form.errors());
        var id = Ids.next();
        sql.sql(
                        """
                        insert into partners.structure (id, name, kind, address, commune_code, commune_name, phone, email, mssante, added_at, added_by)
                        values (:id, :name, :kind, :address, :commune, :communeName, :phone, :email, :mssante, :now, :by)
                        """)
                .param("id", id)
                .param("name", name)
                .param("kind", kind)
                .param("address", address, Types.VARCHAR)
                .param("commune", commune.map(Finder.Place::code).orElse(null), Types.VARCHAR)
                .param("communeName", commune.map(Finder.Place::name).orElse(null), Types.VARCHAR)
                .param("phone", phone, Types.VARCHAR)
                .param("email", email, Types.VARCHAR)
                .param("mssante", mssante, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", SignedIn.current().displayName())
                .update();
        return id;
    }
}
