package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Unusable;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Takes the staged lines (temporary table `staged`) into the tables in use, by statements over
/// whole tables.
interface Merge {

    /// Lines in use before.
    long before(Database database) throws SQLException;

    /// Lines staged that are compared with those.
    default long lines(Database database) throws SQLException {
        return database.number("select count(*) from staged");
    }

    /// Does it.
    ///
    /// @return what changed; lines left to the caller
    Import.Done run(Database database, UUID edition, Remarks remarks) throws SQLException, Unusable;

    /// Rows of a table, told apart by `key`: those that are no more go, those that differ are
    /// changed, those that are new come; nothing else is touched.
    ///
    /// @param own condition on `t` that says which rows are the file's; the others stay
    /// @param from the table they come from, with the same columns
    record Keyed(String table, String from, String own, List<String> key, List<String> values)
            implements Merge {

        @Override
        public long before(Database database) throws SQLException {
            return database.number("select count(*) from " + table + " t where " + own);
        }

        @Override
        public Import.Done run(Database database, UUID edition, Remarks remarks)
                throws SQLException {
            long before = before(database);
            var same =
                    key.stream()
                            .map(k -> "s." + k + " = t." + k)
                            .collect(Collectors.joining(" and "));
            long removed =
                    database.update(
                            "delete from %s t where %s and not exists (select 1 from %s s where %s)"
                                    .formatted(table, own, from, same));
            long changed = values.isEmpty() ? 0 : database.update(change(same));
            var all =
                    String.join(", ", key)
                            + values.stream().map(v -> ", " + v).collect(Collectors.joining());
            long added =
                    database.update(
                            "insert into %1$s (%2$s) select %2$s from %3$s s where not exists (select 1 from %1$s t where %4$s)"
                                    .formatted(table, all, from, same));
            return new Import.Done(0, before, added, removed, changed);
        }

        private String change(String same) {
            return "update %s t set %s from %s s where %s and (%s) is distinct from (%s)"
                    .formatted(
                            table,
                            values.stream()
                                    .map(v -> v + " = s." + v)
                                    .collect(Collectors.joining(", ")),
                            from,
                            same,
                            values.stream().map(v -> "t." + v).collect(Collectors.joining(", ")),
                            values.stream().map(v -> "s." + v).collect(Collectors.joining(", ")));
        }
    }
}
