package fr.maillage.steering.internal.national;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.steering.internal.national.NationalPage.Group;
import fr.maillage.steering.internal.national.NationalPage.Line;
import fr.maillage.steering.internal.national.NationalPage.Row;
import fr.maillage.territory.Territories;
import fr.maillage.web.Sent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The follow-up of the guide: every region as it published, or one of them.
@Component
@Transactional(readOnly = true)
class NationalScreens {

    private static final List<Figure> MAIN =
            Arrays.stream(Figure.values()).filter(Figure::main).toList();

    private final RegionalStates states;
    private final Territories territories;

    NationalScreens(RegionalStates states, Territories territories) {
        this.states = states;
        this.territories = territories;
    }

    private Map<String, String> regions() {
        return territories.regions().stream()
                .collect(
                        Collectors.toMap(
                                Territories.Region::code,
                                Territories.Region::label,
                                (a, _) -> a,
                                LinkedHashMap::new));
    }

    NationalPage.Country country() {
        var latest = states.latest();
        var regions = regions();
        return new NationalPage.Country(
                NationalText.published(latest.size(), regions.size()),
                MAIN.stream().map(Figure::label).toList(),
                regions.entrySet().stream()
                        .map(r -> row(r.getKey(), r.getValue(), latest.get(r.getKey())))
                        .toList(),
                MAIN.stream().map(f -> total(latest.values(), f).words()).toList());
    }

    static Value total(Iterable<RegionalStates.State> all, Figure figure) {
        var total = Value.UNKNOWN;
        for (var state : all)
            total = total.plus(state.figures().getOrDefault(figure, Value.UNKNOWN));
        return total;
    }

    private static Row row(String code, String label, RegionalStates.@Nullable State state) {
        return state == null
                ? new Row("", label, NationalText.NOTHING, List.of())
                : new Row(
                        "/suivi-national/" + code,
                        label,
                        NationalText.asOf(state.asOf()),
                        MAIN.stream()
                                .map(f -> state.figures().getOrDefault(f, Value.UNKNOWN).words())
                                .toList());
    }

    /// The region of an agency as it stands today; empty asks for the first it has.
    NationalPage.Region own(String asked, Sent typed, @Nullable String why) {
        var mine = SignedIn.current().regions().stream().sorted().toList();
        var labels = regions();
        var code = mine.contains(asked) ? asked : mine.isEmpty() ? "" : mine.getFirst();
        if (code.isEmpty()) throw new NotFound("region", null);
        var choices = new LinkedHashMap<String, String>();
        if (mine.size() > 1) mine.forEach(r -> choices.put(r, labels.getOrDefault(r, r)));
        return new NationalPage.Region(
                code,
                labels.getOrDefault(code, code),
                NationalText.asOf(states.today()),
                true,
                groups(states.today(code)),
                null,
                states.days(code).stream().map(FrenchDates::date).toList(),
                choices,
                typed.value("words"),
                why);
    }

    /// What a region published last. Throws `NotFound` when it published nothing.
    NationalPage.Region published(String code) {
        var state = states.latest().get(code);
        if (state == null) throw new NotFound("region", null);
        return new NationalPage.Region(
                code,
                regions().getOrDefault(code, code),
                NationalText.asOf(state.asOf()),
                false,
                groups(state.figures()),
                state.words(),
                states.days(code).stream().map(FrenchDates::date).toList(),
                Map.of(),
                "",
                null);
    }

    private static List<Group> groups(Map<Figure, Value> figures) {
        return Arrays.stream(Figure.Group.values())
                .map(g ->
                        new Group(
                                g.label(),
                                g.source(),
                                Arrays.stream(Figure.values())
                                        .filter(f -> f.group() == g)
                                        .map(f -> line(f, figures.getOrDefault(f, Value.UNKNOWN)))
                                        .toList()))
                .toList();
    }

    private static Line line(Figure figure, Value value) {
        return new Line(
                figure.label(),
                value.words(),
                value.of() == null ? "" : figure.among(),
                value.share(),
                value.value() == null);
    }

    /// Every figure of every region that published, for the workbook.
    Map<String, RegionalStates.State> latest() {
        return states.latest();
    }

    Map<String, String> labels() {
        return regions();
    }
}
