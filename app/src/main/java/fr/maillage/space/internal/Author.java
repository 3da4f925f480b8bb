package fr.maillage.space.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who writes, and for whom, as it stays written.
///
/// @param network null for an officer of an agency
/// @param region null for the people of a structure
/// @param of the structure or the agency, in words
record Author(
        UUID account, String name, @Nullable UUID network, @Nullable String region, String of) {

    /// Who is signed in: somebody of one structure, or an officer of the agency of one region.
    static Author current(JdbcClient sql) {
        var who = SignedIn.current();
        if (who.role() == Role.AGENCY) {
            var region = who.regions().stream().sorted().findFirst().orElseThrow();
            return new Author(
                    who.accountId(), who.displayName(), null, region, agency(sql, region));
        }
        var network = who.network().value();
        var name =
                sql.sql("select short_name from network.network where id = :id")
                        .param("id", network)
                        .query((row, _) -> row.getString("short_name"))
                        .single();
        return new Author(who.accountId(), who.displayName(), network, null, name);
    }

    private static String agency(JdbcClient sql, String region) {
        return sql.sql("select label from territory.zone where code = :code")
                .param("code", region)
                .query((row, _) -> SpaceText.agency(row.getString("label")))
                .single();
    }

    /// « Claire DUMONT, Appui Douaisis ».
    String full() {
        return name + ", " + of;
    }
}
