package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.Masked;
import fr.maillage.territory.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Incidence by year and prevalence at a day, for the inhabitants of the area. Somebody who lives
/// elsewhere is in the register and in no rate.
///
/// @param years the oldest first
/// @param zones the lowest zones of the area
/// @param elsewhere cases that live outside the area, or nobody knows where, on `day`
record Figures(
        LocalDate day, List<Year> years, List<ByZone> zones, Rate prevalence, long elsewhere) {

    /// Cases whose day falls in a year.
    record Year(int year, Rate incidence) {}

    /// Cases living in a zone on the day.
    record ByZone(String label, Rate prevalence) {}

    /// @param first first year of the incidence; the last is that of `day`
    static Figures of(
            Definition definition, List<Case> cases, Tree tree, int first, LocalDate day) {
        var head = definition.head();
        var area = new HashSet<>(tree.communesOf(head.area()));
        var peopleOf = tree.people();
        var people = peopleOf.getOrDefault(head.area(), 0L);
        var years = new ArrayList<Year>();
        for (int year = first; year <= day.getYear(); year++) {
            var of = year;
            var count =
                    cases.stream()
                            .filter(c -> c.incidentOn().getYear() == of && in(area, c.livedIn()))
                            .count();
            years.add(new Year(year, new Rate(count, people, head.per())));
        }
        var zoneOf = new HashMap<String, Long>();
        long inside = 0;
        long elsewhere = 0;
        for (var one : cases) {
            if (!one.present(day)) continue;
            if (!in(area, one.livesIn())) {
                elsewhere++;
                continue;
            }
            inside++;
            var commune = tree.communes().get(one.livesIn());
            if (commune != null) zoneOf.merge(commune.zone(), 1L, Long::sum);
        }
        var lowest = lowest(tree, head.area());
        return new Figures(
                day,
                years,
                lowest.stream()
                        .map(z ->
                                new ByZone(
                                        z.label(),
                                        new Rate(
                                                zoneOf.getOrDefault(z.code(), 0L),
                                                peopleOf.getOrDefault(z.code(), 0L),
                                                head.per())))
                        .toList(),
                new Rate(inside, people, head.per()),
                elsewhere);
    }

    private static boolean in(Set<String> area, @Nullable String commune) {
        return commune != null && area.contains(commune);
    }

    private static List<Tree.Zone> lowest(Tree tree, String area) {
        var under = tree.down(area);
        var parents = new HashSet<String>();
        tree.zones()
                .forEach(z -> {
                    if (z.parent() != null) parents.add(z.parent());
                });
        return tree.zones().stream()
                .filter(z -> under.contains(z.code()) && !parents.contains(z.code()))
                .toList();
    }

    /// Counts by year as they may go out, and their total.
    Masked.Table maskedYears() {
        return Masked.table(years.stream().map(y -> y.incidence().cases()).toList());
    }

    /// Counts by zone as they may go out, and their total.
    Masked.Table maskedZones() {
        return Masked.table(zones.stream().map(z -> z.prevalence().cases()).toList());
    }
}
