package fr.maillage.directory.internal.load;

import java.sql.SQLException;

/// Codes of communes in tables.
final class Communes {

    private Communes() {}

    /// Reads the codes of communes that were merged as those of the communes of today.
    static void today(Database database, String table) throws SQLException {
        database.execute(
                "update %s a set commune_code = f.code from territory.commune_former f where f.old_code = a.commune_code"
                        .formatted(table));
    }

    /// Codes that nothing here knows, with how many lines bear each.
    static void unknown(Database database, String table, Remarks remarks) throws SQLException {
        try (var statement = database.reading();
                var found =
                        statement.executeQuery(
                                """
                                select a.commune_code, a.lines from (select commune_code, count(*) as lines from %s
                                                                      where commune_code is not null group by commune_code) a
                                 where not exists (select 1 from territory.commune c where c.code = a.commune_code) order by 1
                                """
                                        .formatted(table))) {
            while (found.next())
                remarks.add(Reason.COMMUNE, null, found.getString(1), found.getLong(2));
        }
    }
}
