package fr.maillage.demo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// The level grid each structure starts with, and lines of it that give a level: from 3 points
/// level 1, from 8 level 2, or 3 when one of them is long term.
record Grid(String code, String label, int points, boolean longTerm) {

    /// Lines that hold.
    record Found(List<String> codes, int points, int level, List<String> because) {}

    /// The guide's medical criteria that these lines tell.
    static List<String> medical(List<String> codes) {
        var criteria = new ArrayList<String>();
        if (codes.contains("P1")) criteria.add("PLURIPATHOLOGIE");
        if (codes.contains("M1") || codes.contains("M3")) criteria.add("SEVERITE");
        if (codes.contains("M2")) criteria.add("DESEQUILIBRE");
        return criteria;
    }

    /// The guide's social criteria that these lines tell.
    static List<String> social(List<String> codes) {
        var criteria = new ArrayList<String>();
        if (codes.contains("E1") || codes.contains("S1") || codes.contains("S3"))
            criteria.add("ISOLEMENT");
        if (codes.contains("P4")) criteria.add("PRATIQUES");
        if (codes.contains("P2") || codes.contains("R2")) criteria.add("INTRICATION");
        return criteria;
    }

    static Found drawn(List<Grid> grid, int level, RandomGenerator random) {
        var shuffled = new ArrayList<>(grid);
        for (int i = shuffled.size() - 1; i > 0; i--)
            java.util.Collections.swap(shuffled, i, random.nextInt(i + 1));
        var found = new ArrayList<Grid>();
        int points = 0;
        int wanted = level >= 2 ? 8 : level == 1 ? 3 : 0;
        int most = level >= 2 ? 100 : level == 1 ? 7 : 2;
        if (level == 3) {
            var first = shuffled.stream().filter(Grid::longTerm).findFirst().orElseThrow();
            found.add(first);
            points = first.points();
            shuffled.remove(first);
        }
        for (var line : shuffled) {
            if (points >= wanted && (level < 2 || found.size() >= 4)) break;
            if (points + line.points() > most || level == 2 && line.longTerm()) continue;
            found.add(line);
            points += line.points();
        }
        found.sort(Comparator.comparing(Grid::code));
        return new Found(
                found.stream().map(Grid::code).toList(),
                points,
                level,
                found.stream().map(Grid::label).toList());
    }
}
