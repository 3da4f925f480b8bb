package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Words;
import fr.maillage.directory.internal.files.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The codes a file uses, with their labels: a few hundred for millions of lines, so a code seen
/// before costs one look and no string.
final class Terms {

    /// Codes of a nomenclature that are kept; the largest has some thousands. Of a file that puts
    /// something else there, the first are.
    static final int MOST = 20_000;

    private static final int LONGEST = 300;

    private final Map<String, Map<Long, String[]>> kinds = new HashMap<>();

    /// One nomenclature, between two columns of the file.
    final class Kind {
        private final int code;
        private final int label;
        private final Map<Long, String[]> known;
        private long last;

        Kind(String kind, int code, int label) {
            this.code = code;
            this.label = label;
            this.known = kinds.computeIfAbsent(kind, _ -> new HashMap<>());
        }

        /// Notes the code of this line. Codes of more than eight characters are not national ones.
        void see(Fields line) {
            if (line.empty(code)) return;
            int from = line.start(code);
            int to = line.end(code);
            if (to - from > 8) return;
            long packed = 0;
            for (int i = from; i < to; i++) packed = packed << 8 | line.bytes()[i] & 0xff;
            // most lines bear the code of the one before
            if (packed == last) return;
            last = packed;
            if (known.size() < MOST && !known.containsKey(packed))
                known.put(
                        packed,
                        new String[] {line.text(code), Words.plain(line.text(label), LONGEST)});
        }
    }

    /// Puts them into `directory.term`, with the labels of this file.
    void write(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        insert into directory.term (kind, code, label) values (?, ?, ?)
                        on conflict (kind, code) do update set label = excluded.label where directory.term.label <> excluded.label
                        """)) {
            for (var kind : kinds.entrySet())
                for (var term : kind.getValue().values()) {
                    statement.setString(1, kind.getKey());
                    statement.setString(2, term[0]);
                    statement.setString(3, term[1].isEmpty() ? term[0] : term[1]);
                    statement.addBatch();
                }
            statement.executeBatch();
        }
    }
}
