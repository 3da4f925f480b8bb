package fr.maillage.directory.internal.load;

import java.sql.SQLException;

/// Codes of communes in what was read.
final class Communes {

    private Communes() {}

    /// Reads the code of a commune that was merged as the one of the commune of today, and says how
    /// many lines bore each.
    static void today(Database database, String table, Remarks remarks) throws SQLException {
        if (database.number(
                        "select count(*) from (select 1 from territory.commune_former limit 1) f")
                > 0) {
            told(
                    database,
                    "select f.old_code || ' → ' || f.code, count(*) from %s a join territory.commune_former f on f.old_code = a.commune_code group by 1 order by 1"
                            .formatted(table),
                    Reason.FORMER_COMMUNE,
                    remarks);
            database.execute(
                    "update %s a set commune_code = f.code from territory.commune_former f where f.old_code = a.commune_code"
                            .formatted(table));
        }
        unknown(database, table, remarks);
    }

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
        try (var statement = database.reading();
                var found = statement.executeQuery(query)) {
            while (found.next()) remarks.add(reason, null, found.getString(1), found.getLong(2));
        }
    }
}
