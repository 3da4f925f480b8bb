package fr.maillage.agenda.internal.setup;

import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/// Rooms, vehicles and what else is lent within the structure.
@Component
@Transactional
public class Resources {

    private final JdbcClient sql;

    Resources(JdbcClient sql) {
        this.sql = sql;
    }

    /// What may be booked.
    public enum Sort {
        SALLE("Salle"),
        VEHICULE("Véhicule"),
        MATERIEL("Matériel");

        private final String label;

        Sort(String label) {
            this.label = label;
        }

        /// The words on screen.
        public String label() {
            return label;
        }
    }

    /// @param note where it is, how many seats, where the keys are
    public record Resource(UUID id, Sort sort, String name, @Nullable String note) {}

    /// Those in use, by kind and name.
    public List<Resource> all() {
        return sql.sql(
                        """
                        select id, kind, name, note from agenda.resource where active order by kind desc, name collate "fr-x-icu"
                        """)
                .query((row, _) ->
                        new Resource(
                                row.getObject("id", UUID.class),
                                Sort.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("note")))
                .list();
    }

    /// Adds one. False when one of that name is in use.
    boolean add(Sort sort, String name, @Nullable String note) {
        return sql.sql(
                                """
                                insert into agenda.resource (id, kind, name, note) values (:id, :kind, :name, :note)
                                on conflict (network_id, platform.search_key(name)) where active do nothing
                                """)
                        .param("id", Ids.next())
                        .param("kind", sort.name())
                        .param("name", name)
                        .param("note", note)
                        .update()
                == 1;
    }

    /// No longer lent; what is booked stays written. Throws `NotFound`.
    void retire(UUID id) {
        if (sql.sql("update agenda.resource set active = false where id = :id and active")
                        .param("id", id)
                        .update()
                == 0) throw new NotFound("ressource", id);
    }
}
