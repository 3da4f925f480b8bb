package fr.maillage.help.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.help.internal.MissionPage.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// The page of priority missions: counts alone, no name.
@Component
class MissionScreens {

    private final MissionService service;
    private final Clock clock;

    MissionScreens(MissionService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /// @param typed the first year, as typed
    MissionPage page(String typed) {
        var current = LocalDate.now(clock).getYear();
        var starts = IntStream.rangeClosed(0, 5).mapToObj(k -> current - k).toList();
        var asked = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
        int start = starts.contains(asked) ? asked : current - MissionService.YEARS + 1;
        var years = IntStream.range(0, MissionService.YEARS).mapToObj(k -> start + k).toList();
        var counts = service.years(start);
        var clinical = SignedIn.current().role().clinical();
        return new MissionPage(
                starts,
                start,
                years,
                Arrays.stream(Mission.values())
                        .map(m -> new Row(m.label, of(counts, years, m.name())))
                        .toList(),
                of(counts, years, "SANS"),
                of(counts, years, "TOUS"),
                clinical,
                clinical ? service.toConfirm() : 0);
    }

    private static List<Integer> of(
            Map<Integer, Map<String, Integer>> counts, List<Integer> years, String what) {
        return years.stream()
                .map(y -> counts.getOrDefault(y, Map.of()).getOrDefault(what, 0))
                .toList();
    }
}
