package fr.maillage.registry.internal.governance;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose structures are read: those where who is signed in works, or those of a region.
///
/// @param all every region: the national level
record Scope(UUID[] own, String[] regions, boolean all) {

    static Scope current() {
        var who = SignedIn.current();
        return new Scope(
                who.networks().toArray(UUID[]::new),
                who.role() == Role.AGENCY ? who.regions().toArray(String[]::new) : new String[0],
                who.role() == Role.NATIONAL);
    }

    boolean region() {
        return all || regions.length > 0;
    }

    /// Binds `:own`, `:regions` and `:all`.
    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement.param("own", own).param("regions", regions).param("all", all);
    }
}
