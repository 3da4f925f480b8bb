package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Fields;
import fr.maillage.directory.internal.files.Words;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Codes of communes as a file writes them, counted while its lines are read: the code of a commune
/// that was merged is read as the one of the commune of today. Source: Code officiel géographique.
final class CommuneCodes {

    /// Codes nothing knows that are counted one by one; of a file that puts something else there,
    /// the first are.
    private static final int MOST = 20_000;

    private static final int LONGEST = 20;

    private final Set<String> known;
    private final Map<String, String> merged;
    private final Map<String, long[]> former = new TreeMap<>();
    private final Map<String, long[]> unknown = new TreeMap<>();
    private long others;

    /// @param known codes of today
    /// @param merged the code of today of each code of yesterday
    CommuneCodes(Set<String> known, Map<String, String> merged) {
        this.known = known;
        this.merged = merged;
    }

    /// Those this installation knows.
    static CommuneCodes of(Connection connection) throws SQLException {
        var known = new HashSet<String>();
        var merged = new HashMap<String, String>();
        try (var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select code from territory.commune")) {
                while (found.next()) known.add(found.getString(1));
            }
            try (var found =
                    statement.executeQuery("select old_code, code from territory.commune_former")) {
                while (found.next()) merged.put(found.getString(1), found.getString(2));
            }
        }
        return new CommuneCodes(known, merged);
    }

    /// Counts the code of this field, and says the one of today when it is another; null when the
    /// field is right as it is, or empty.
    @Nullable String today(Fields line, int field) {
        if (line.empty(field)) return null;
        var code = line.text(field);
        var now = merged.get(code);
        if (now != null) count(former, code + " → " + now);
        if (!known.contains(now == null ? code : now)) doubt(now == null ? code : now);
        return now;
    }

    private void doubt(String code) {
        var named = Words.plain(code, LONGEST);
        if (unknown.size() < MOST || unknown.containsKey(named)) count(unknown, named);
        else others++;
    }

    private static void count(Map<String, long[]> counts, String code) {
        counts.computeIfAbsent(code, _ -> new long[1])[0]++;
    }

    /// Says how many lines bore each code of yesterday, and each that nothing here knows.
    void tell(Remarks remarks) {
        former.forEach((code, lines) -> remarks.add(Reason.FORMER_COMMUNE, null, code, lines[0]));
        unknown.forEach((code, lines) -> remarks.add(Reason.COMMUNE, null, code, lines[0]));
        if (others > 0) remarks.add(Reason.COMMUNE, null, null, others);
    }
}
