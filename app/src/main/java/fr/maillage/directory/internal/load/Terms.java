package fr.maillage.directory.internal.load;

import fr.maillage.directory.internal.files.Fields;
import java.util.HashMap;
import java.util.Map;

/// The codes a file uses, with their labels: a few hundred for millions of lines, so a code seen
/// before costs one look and no string.
final class Terms {

    private final Map<String, Map<Long, String[]>> kinds = new HashMap<>();

    /// One nomenclature, between two columns of the file.
    final class Kind {
        private final int code;
        private final int label;
        private final Map<Long, String[]> known;

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
            if (!known.containsKey(packed))
                known.put(packed, new String[] {line.text(code), line.text(label)});
        }
    }

    /// Every code with its label, by kind.
    Map<String, Map<Long, String[]>> kinds() {
        return kinds;
    }
}
