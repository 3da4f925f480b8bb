package fr.maillage.registry.internal.counter;

import fr.maillage.kernel.GreatCircle;
import fr.maillage.registry.Entrances.Answer;
import fr.maillage.registry.Entrances.Ask;
import fr.maillage.registry.Entrances.Entrance;
import fr.maillage.registry.internal.counter.Candidate.Area;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which entrance is the right one: it declares the place where the person lives, follows the theme
/// (its own, before those that take everything), receives the age. Between two, the area that is
/// the nearest to the person's door, one that is in place before one being set up, one open now,
/// the nearest. No document ranks entrances: « proposition Maillage ».
final class CounterRule {

    /// Those that inform about everything in a département, when no entrance is declared.
    private static final Set<String> INFORM = Set.of("DAC", "CLIC", "MAIA", "MDPH");

    private static final int MOST_NEAREST = 4;

    private CounterRule() {}

    /// Where the person lives.
    ///
    /// @param zones codes of the zones that hold the commune, of every size
    record Place(
            String code,
            String name,
            Set<String> zones,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        String department() {
            return departmentOf(code);
        }
    }

    static String departmentOf(@Nullable String commune) {
        if (commune == null || commune.length() != 5) return "";
        return commune.startsWith("97") || commune.startsWith("98")
                ? commune.substring(0, 3)
                : commune.substring(0, 2);
    }

    private record Found(Candidate candidate, Area area, @Nullable Integer km) {}

    static Answer answer(Place place, Ask ask, List<Candidate> all, LocalDateTime now) {
        var found = new ArrayList<Found>();
        for (var candidate : all) {
            if (!candidate.takes(ask.themeCode(), ask.age())) continue;
            area(candidate, place, ask.themeCode())
                    .ifPresent(area -> found.add(new Found(candidate, area, km(candidate, place))));
        }
        found.sort(
                Comparator.comparing((Found f) -> !own(f.candidate(), ask.themeCode()))
                        .thenComparing(f -> narrow(f.candidate(), ask.themeCode()))
                        .thenComparing(f -> f.area().emerging())
                        .thenComparing(f -> f.area().size())
                        .thenComparing(f -> !f.candidate().hours().openAt(now))
                        .thenComparing(f -> f.km() == null ? Integer.MAX_VALUE : f.km())
                        .thenComparing(f -> f.candidate().typeRank())
                        .thenComparing(f -> f.candidate().name())
                        .thenComparing(f -> f.candidate().id()));
        if (!found.isEmpty())
            return new Answer(
                    found.stream().map(f -> entrance(f, place, ask, now)).toList(), List.of());
        return new Answer(List.of(), nearest(place, ask, all, now));
    }

    /// Whether it follows this very theme; when none is asked, whether it takes everything.
    private static boolean own(Candidate candidate, @Nullable String theme) {
        return theme == null ? candidate.anyTheme() : candidate.theme(theme).isPresent();
    }

    /// When no theme is asked, whether it follows fewer than another: who follows many knows best
    /// which one it is.
    private static int narrow(Candidate candidate, @Nullable String theme) {
        return theme == null ? -candidate.themes().size() : 0;
    }

    /// The smallest of its areas that holds the place, for this theme or for all.
    private static Optional<Area> area(Candidate candidate, Place place, @Nullable String theme) {
        return candidate.areas().stream()
                .filter(a -> a.theme() == null || theme == null || a.theme().equals(theme))
                .filter(a -> a.code().equals(place.code()) || place.zones().contains(a.code()))
                .min(Comparator.comparing(Area::emerging).thenComparing(Area::size));
    }

    private static List<Entrance> nearest(
            Place place, Ask ask, List<Candidate> all, LocalDateTime now) {
        var byDistance =
                Comparator.comparing(
                                (Candidate c) -> {
                                    var km = km(c, place);
                                    return km == null ? Integer.MAX_VALUE : km;
                                })
                        .thenComparing(Candidate::name);
        var kept = new LinkedHashSet<Candidate>();
        all.stream()
                .filter(c -> c.takes(ask.themeCode(), ask.age()))
                .sorted(byDistance)
                .limit(1)
                .forEach(kept::add);
        all.stream()
                .filter(c -> INFORM.contains(c.typeCode()))
                .filter(c -> c.department().equals(place.department()))
                .filter(c -> c.anyTheme() || c.themes().stream().anyMatch(t -> t.takes(ask.age())))
                .sorted(byDistance)
                .forEach(kept::add);
        all.stream()
                .filter(c -> c.follows(ask.themeCode()))
                .sorted(byDistance)
                .limit(1)
                .forEach(kept::add);
        return kept.stream()
                .limit(MOST_NEAREST)
                .map(c -> entrance(c, CounterText.whyNear(c, place, ask, km(c, place)), place, now))
                .toList();
    }

    private static Entrance entrance(Found found, Place place, Ask ask, LocalDateTime now) {
        return entrance(
                found.candidate(),
                CounterText.why(found.candidate(), found.area(), place, ask),
                place,
                now);
    }

    private static Entrance entrance(
            Candidate c, List<String> why, Place place, LocalDateTime now) {
        var words = c.hours().words();
        return new Entrance(
                c.id(),
                c.owner(),
                c.name(),
                c.typeCode(),
                c.type(),
                c.phone(),
                c.email(),
                c.place(),
                c.does(),
                c.hoursNote() == null
                        ? words
                        : words.isEmpty()
                                ? c.hoursNote()
                                : words + CounterText.THEN + c.hoursNote(),
                c.hours().openAt(now),
                c.hours().now(now),
                km(c, place),
                why);
    }

    /// As the crow flies; whole kilometres.
    private static @Nullable Integer km(Candidate c, Place place) {
        if (c.latitude() == null
                || c.longitude() == null
                || place.latitude() == null
                || place.longitude() == null) return null;
        return (int)
                Math.round(
                        GreatCircle.metres(
                                        c.latitude(),
                                        c.longitude(),
                                        place.latitude(),
                                        place.longitude())
                                / 1_000);
    }
}
