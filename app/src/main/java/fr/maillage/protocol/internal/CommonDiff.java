package fr.maillage.protocol.internal;

import fr.maillage.protocol.internal.Document.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A common version beside the model of one structure: the lines it lacks or says otherwise, and
/// how many it has besides. What the group leaves to each is no difference.
///
/// @param local lines of the model that the common version does not have
record CommonDiff(List<Gap> gaps, int local) {

    /// @param common what the common version says, in words
    /// @param ours what the structure says; null when it has no such line
    record Gap(String key, String kind, String title, String common, @Nullable String ours) {}

    static CommonDiff of(Document common, Document ours, Collection<String> leftToEach) {
        var gaps = new ArrayList<Gap>();
        var local = 0;
        for (var kind : Kind.values()) {
            var others = new ArrayList<Document.Line>(ours.lines(kind));
            for (var line : common.lines(kind)) {
                var twin = DocumentDiff.twin(line, others);
                if (twin != null) others.remove(twin);
                if (leftToEach.contains(key(kind, line.key()))) continue;
                var said = ProtocolReading.words(line, common);
                if (twin == null)
                    gaps.add(
                            new Gap(
                                    key(kind, line.key()),
                                    label(kind, line),
                                    line.title(),
                                    said,
                                    null));
                else {
                    var before = DocumentDiff.said(line, twin, common);
                    var after = DocumentDiff.said(twin, line, ours);
                    if (!before.equals(after))
                        gaps.add(
                                new Gap(
                                        key(kind, line.key()),
                                        label(kind, line),
                                        line.title(),
                                        before,
                                        after));
                }
            }
            local += others.size();
        }
        return new CommonDiff(gaps, local);
    }

    private static String label(Kind kind, Document.Line line) {
        return line instanceof Document.Criterion c ? c.moment().label() : kind.label();
    }

    /// A line of a document, whatever its kind.
    static String key(Kind kind, String key) {
        return kind.path() + "." + key;
    }
}
