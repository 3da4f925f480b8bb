package fr.maillage.directory.internal.load;

import java.sql.SQLException;

/// Codes of communes in what was read.
final class Communes {

    private Communes() {}

    /// Codes that nothing here knows, with how many lines bear each.
    static void unknown(Database database, String table, Remarks remarks) throws SQLException {
        told(
                database,
                """
                select a.commune_code, a.lines from (select commune_code, count(*) as lines from %s
                                                      where commune_code is not null group by commune_code) a
                 where not exists (select 1 from territory.commune c where c.code = a.commune_code) order by 1
                """
                        .formatted(table),
                Reason.COMMUNE,
                remarks);
    }

    private static void told(Database database, String query, Reason reason, Remarks remarks)
            throws SQLException {
        try (var statement = database.connection().createStatement();
                var found = statement.executeQuery(query)) {
            while (found.next()) remarks.add(reason, null, found.getString(1), found.getLong(2));
        }
    }
}
