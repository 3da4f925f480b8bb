package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.TemplateVersionPage.Line;
import java.util.ArrayList;
import java.util.List;

/// What changed between two texts, line by line: the longest common subsequence stays.
final class LineDiff {

    private LineDiff() {}

    static List<Line> between(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--)
            for (int j = after.size() - 1; j >= 0; j--)
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(before.get(i++), false, false));
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(before.get(i++), true, false));
            } else lines.add(new Line(after.get(j++), false, true));
        }
        return List.copyOf(lines);
    }
}
