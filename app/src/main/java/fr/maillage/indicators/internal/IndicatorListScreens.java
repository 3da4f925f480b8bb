package fr.maillage.indicators.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import fr.maillage.indicators.internal.PilotageLabels.ThemeReference;
import fr.maillage.kernel.Ids;
import java.util.stream.Stream;

/// The lists behind the figures of the steering page.
@Component
class IndicatorListScreens {

    private final Figures figures;
    private final PilotageLabels labels;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    IndicatorListScreens(
            Figures figures, PilotageLabels labels, Networks networks, Trail trail, Clock clock) {
        this.figures = figures;
        this.labels = labels;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// The list behind a figure, or behind one of its parts. Throws `NotFound` for a figure that
    /// does not exist. Leaves a line in the trail with the persons named.
    @Transactional
    IndicatorListPage list(String slug, @Nullable String par, @Nullable String code) {
        var indicator =
                Definitions1.bySlug(slug).orElseThrow(() -> new NotFound("indicateur", null));
        var axis =
                par == null
                        ? null
                        : Axis.of(par).orElseThrow(() -> new NotFound("indicateur", null));
        var wanted = code == null ? Axis.NONE : code;
        var day = LocalDate.now(clock);
        var clinician = SignedIn.current().role().clinical();
        // Directors see names and status, not health content: a name in the list of a theme would
        // say what the person suffers from.
        var named = clinician || axis != Axis.THEME;
        var themes = labels.themes();
        var rows = figures.rows(indicator, axis, wanted, day);
        if (named)
            trail.listed(
                    "PILOTAGE",
                    rows.stream().flatMap(r -> Stream.ofNullable(r.patient())).toList());
        var lines = rows.stream().map(r -> line(r, named, clinician, themes, day)).toList();
        return new IndicatorListPage(
                indicator.label(),
                axis == null ? null : filter(axis, wanted, themes),
                Typography.number(rows.size()),
                FrenchDates.longDay(day),
                indicator.definition(),
                indicator.source(),
                clinician,
                named ? null : IndicatorsText.THEME_LIST,
                lines);
    }

    private String filter(Axis axis, String code, Map<String, ThemeReference> themes) {
        return switch (axis) {
            case THEME -> PilotageLabels.theme(themes, code);
            case LEVEL -> IndicatorsText.level(code);
            case COMMUNE ->
                    labels.communes(List.of(code)).getOrDefault(code, IndicatorsText.of(Axis.NONE));
            case COORDINATOR ->
                    code.equals(Axis.NONE)
                            ? IndicatorsText.NO_COORDINATOR
                            : Ids.parse(code)
                                    .map(id -> networks.member(id).name())
                                    .orElseThrow(() -> new NotFound("membre", null));
            case REASON -> IndicatorsText.of(code);
        };
    }

    private static IndicatorListPage.Line line(
            Figures.Row row,
            boolean named,
            boolean clinician,
            Map<String, ThemeReference> themes,
            LocalDate day) {
        var patient = row.patient();
        var name =
                patient == null
                        ? IndicatorsText.ABOUT_NOBODY
                        : named
                                ? Objects.requireNonNullElse(row.name(), "")
                                : IndicatorsText.NAME_RESERVED;
        var theme = row.theme();
        return new IndicatorListPage.Line(
                name,
                patient == null || !named ? null : "/dossiers/" + patient,
                named ? Objects.requireNonNullElse(row.commune(), "") : "",
                row.level() == null ? "" : "Niveau " + row.level(),
                clinician && theme != null ? PilotageLabels.theme(themes, theme) : "",
                IndicatorsText.of(row.state()),
                FrenchDates.shortDay(row.since(), day),
                FrenchDates.longDay(row.since()),
                Objects.requireNonNullElse(row.coordinator(), ""));
    }
}
