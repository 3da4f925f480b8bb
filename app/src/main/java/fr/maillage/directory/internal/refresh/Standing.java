package fr.maillage.directory.internal.refresh;

import fr.maillage.directory.internal.refresh.Trouble.What;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each list of a service stands (`directory.refresh`), in the transaction of a connection.
record Standing(Connection connection, NationalService service) {

    /// What a list answered.
    ///
    /// @param mark latest change seen; null to leave the one that stands
    /// @param failure null when it was taken to its last page
    record Heard(String type, @Nullable Instant mark, @Nullable What failure, long taken) {}

    /// Latest change seen, by list.
    Map<String, Instant> marks() throws SQLException {
        var marks = new HashMap<String, Instant>();
        try (var statement =
                connection.prepareStatement(
                        "select resource, mark from directory.refresh where service = ? and mark is not null")) {
            statement.setString(1, service.name());
            try (var row = statement.executeQuery()) {
                while (row.next()) marks.put(row.getString(1), row.getTimestamp(2).toInstant());
            }
        }
        return marks;
    }

    /// Nights in a row that a list went wrong, the longest of the service.
    int nights() throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select coalesce(max(failures), 0) from directory.refresh where service = ?")) {
            statement.setString(1, service.name());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Writes what each list answered.
    void say(List<Heard> heard, Instant at) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into directory.refresh as r (service, resource, mark, tried_at, heard_at, failure, failures, taken) values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (service, resource) do update set mark = coalesce(excluded.mark, r.mark), tried_at = excluded.tried_at,
                          heard_at = coalesce(excluded.heard_at, r.heard_at), failure = excluded.failure,
                          failures = case when excluded.failure is null then 0 else r.failures + 1 end, taken = excluded.taken
                        """)) {
            var now = Timestamp.from(at);
            for (var each : heard) {
                statement.setString(1, service.name());
                statement.setString(2, each.type());
                statement.setTimestamp(3, each.mark() == null ? null : Timestamp.from(each.mark()));
                statement.setTimestamp(4, now);
                statement.setTimestamp(5, each.failure() == null ? now : null);
                statement.setString(6, each.failure() == null ? null : each.failure().name());
                statement.setInt(7, each.failure() == null ? 0 : 1);
                statement.setLong(8, each.taken());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
