package fr.maillage.space.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormRefused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who may enter which space. The policies of the database say the same: without a key, nothing of
/// a space is read.
@Component
@Transactional(readOnly = true)
class Spaces {

    private final JdbcClient sql;

    Spaces(JdbcClient sql) {
        this.sql = sql;
    }

    /// A space who is signed in reads. Throws `NotFound`, the same when there is none.
    Space entered(UUID id) {
        return find(id).filter(Space::enters).orElseThrow(() -> new NotFound("espace", id));
    }

    /// As [#entered], to write in it. Throws `FormRefused` when it is closed.
    Space written(UUID id, String field) {
        var space = entered(id);
        if (space.over()) throw FormRefused.because(field, SpaceText.OVER);
        return space;
    }

    /// As [#written], by those who moderate it. Throws `AccessDeniedException`.
    Space moderated(UUID id, String field) {
        var space = written(id, field);
        if (!space.moderates()) throw new AccessDeniedException("not a moderator");
        return space;
    }

    /// A space whose members are looked at: by who reads it, and by who answers for a structure or
    /// an agency that is in it or invited. Throws `NotFound`.
    Space answered(UUID id) {
        return find(id).filter(s -> s.enters() || keeps())
                .orElseThrow(() -> new NotFound("espace", id));
    }

    /// As [#entered], by the host. Throws `AccessDeniedException`.
    Space hosted(UUID id) {
        var space = entered(id);
        if (!mayHost(space)) throw new AccessDeniedException("not the host");
        return space;
    }

    static boolean mayHost(Space space) {
        return space.hosts() && space.enters() && keeps();
    }

    /// Whether who is signed in answers for a structure or an agency.
    static boolean keeps() {
        var role = SignedIn.current().role();
        return role == Role.HEAD || role == Role.AGENCY;
    }

    private Optional<Space> find(UUID id) {
        return sql.sql(
                        """
                        select s.*, t.label as theme, z.label as zone, s.id in (select space.mine()) as enters, space.moderates(s.id) as moderates, space.hosts(s.id) as hosts
                        from space.space s left join network.theme t on t.code = s.theme_code left join territory.zone z on z.code = s.zone_code where s.id = :id
                        """)
                .param("id", id)
                .query((row, _) ->
                        new Space(
                                id,
                                row.getString("kind"),
                                row.getString("title"),
                                row.getString("purpose"),
                                row.getString("region_code"),
                                row.getString("theme_code"),
                                row.getString("theme"),
                                row.getString("zone_code"),
                                row.getString("zone"),
                                row.getObject("body_id", UUID.class),
                                row.getString("host_name"),
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("closed_on", LocalDate.class),
                                row.getString("closed_why"),
                                row.getInt("version"),
                                row.getBoolean("enters"),
                                row.getBoolean("moderates"),
                                row.getBoolean("hosts")))
                .optional();
    }
}
