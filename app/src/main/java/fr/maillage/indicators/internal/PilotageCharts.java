package fr.maillage.indicators.internal;

import fr.maillage.indicators.internal.PilotagePage.Bar;
import fr.maillage.indicators.internal.PilotagePage.Chart;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import fr.maillage.indicators.internal.PilotageLabels.ThemeReference;

/// The charts of the steering page, each with the list behind its bars.
@Component
class PilotageCharts {

    private final Figures figures;
    private final PilotageLabels labels;
    private final Networks networks;

    PilotageCharts(Figures figures, PilotageLabels labels, Networks networks) {
        this.figures = figures;
        this.labels = labels;
        this.networks = networks;
    }

    /// Every chart, in the order of the page.
    ///
    /// @param requests those that wait, by age
    /// @param alerts those that are open, by age
    List<Chart> of(LocalDate day, Map<String, Long> requests, Map<String, Long> alerts) {
        var themes = labels.themes();
        var percent = networks.setting(Setting.LOW_FILE_PERCENT, null);
        var byTheme = figures.by(Definitions1.FILE_ACTIVE, Axis.THEME, day);
        var low = low(byTheme, themes, percent);
        var charts = new ArrayList<Chart>();
        charts.add(
                chart(
                        "themes",
                        "Situations en cours par thème",
                        "",
                        "Thème",
                        Definitions1.SITUATIONS,
                        Axis.THEME,
                        figures.by(Definitions1.SITUATIONS, Axis.THEME, day),
                        code -> PilotageLabels.theme(themes, code),
                        null,
                        ""));
        charts.add(
                chart(
                        "niveaux",
                        "Situations en cours par niveau",
                        "",
                        "Niveau",
                        Definitions1.SITUATIONS,
                        Axis.LEVEL,
                        sorted(figures.by(Definitions1.SITUATIONS, Axis.LEVEL, day)),
                        IndicatorsText::level,
                        null,
                        ""));
        charts.add(
                chart(
                        "file-themes",
                        "File active " + day.getYear() + " par thème",
                        IndicatorsText.lowFile(percent),
                        "Thème",
                        Definitions1.FILE_ACTIVE,
                        Axis.THEME,
                        byTheme,
                        code -> PilotageLabels.theme(themes, code),
                        code -> {
                            var theme = themes.get(code);
                            return theme == null
                                    ? ""
                                    : IndicatorsText.national(
                                            theme.mean(), theme.median(), low.get(code));
                        },
                        low::containsKey));
        var byCommune = figures.by(Definitions1.SITUATIONS, Axis.COMMUNE, day);
        var communes = labels.communes(byCommune.keySet());
        charts.add(
                chart(
                        "communes",
                        "Situations en cours par commune",
                        "",
                        "Commune",
                        Definitions1.SITUATIONS,
                        Axis.COMMUNE,
                        byCommune,
                        code ->
                                communes.getOrDefault(
                                        code,
                                        code.equals(Axis.NONE) ? IndicatorsText.of(code) : code),
                        null,
                        ""));
        charts.add(
                chart(
                        "demandes",
                        "Demandes en attente, par âge",
                        "Depuis la réception.",
                        "Depuis",
                        Definitions1.REQUESTS,
                        Axis.REASON,
                        sorted(requests),
                        IndicatorsText::of,
                        null,
                        "A4"));
        charts.add(
                chart(
                        "alertes",
                        "Âge des alertes ouvertes",
                        "Depuis que l’alerte a été levée.",
                        "Depuis",
                        Definitions1.ALERTS,
                        Axis.REASON,
                        sorted(alerts),
                        IndicatorsText::of,
                        null,
                        "B4"));
        charts.add(
                chart(
                        "sans-pps",
                        "Sans PPS en vigueur, par état",
                        "Niveaux 2 et 3.",
                        "État",
                        Definitions1.WITHOUT_PPS,
                        Axis.REASON,
                        figures.by(Definitions1.WITHOUT_PPS, Axis.REASON, day),
                        IndicatorsText::of,
                        null,
                        ""));
        charts.add(
                chart(
                        "sans-avis",
                        "Sans l’avis du médecin traitant, par état",
                        "Niveaux 2 et 3.",
                        "État",
                        Definitions1.WITHOUT_OPINION,
                        Axis.REASON,
                        figures.by(Definitions1.WITHOUT_OPINION, Axis.REASON, day),
                        IndicatorsText::of,
                        null,
                        ""));
        charts.add(
                chart(
                        "sorties",
                        "Sorties de l’année, par motif",
                        "",
                        "Motif",
                        Definitions1.EXITS,
                        Axis.REASON,
                        figures.by(Definitions1.EXITS, Axis.REASON, day),
                        IndicatorsText::of,
                        null,
                        ""));
        charts.add(
                chart(
                        "reperees",
                        "Personnes repérées, non incluses, par motif",
                        "",
                        "Motif",
                        Definitions1.NOT_INCLUDED,
                        Axis.REASON,
                        figures.by(Definitions1.NOT_INCLUDED, Axis.REASON, day),
                        IndicatorsText::of,
                        null,
                        ""));
        return charts;
    }

    /// Floors of the themes whose file active is under theirs.
    private static Map<String, Long> low(
            Map<String, Long> byTheme, Map<String, ThemeReference> themes, int percent) {
        var low = new LinkedHashMap<String, Long>();
        byTheme.forEach((code, count) -> {
            var theme = themes.get(code);
            if (theme == null) return;
            var floor = LowFile.floor(code, theme.mean(), percent);
            if (count < floor) low.put(code, floor);
        });
        return low;
    }

    private static Chart chart(
            String id,
            String title,
            String caption,
            String first,
            Indicator indicator,
            Axis axis,
            Map<String, Long> counts,
            Function<String, String> label,
            @Nullable Function<String, String> second,
            String lateCode) {
        return chart(
                id,
                title,
                caption,
                first,
                indicator,
                axis,
                counts,
                label,
                second,
                lateCode::equals);
    }

    private static Chart chart(
            String id,
            String title,
            String caption,
            String first,
            Indicator indicator,
            Axis axis,
            Map<String, Long> counts,
            Function<String, String> label,
            @Nullable Function<String, String> second,
            Predicate<String> late) {
        var max = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var bars =
                counts.entrySet().stream()
                        .map(e ->
                                new Bar(
                                        label.apply(e.getKey()),
                                        PilotageScreens.href(indicator, axis, e.getKey()),
                                        Typography.number(e.getValue()),
                                        e.getValue(),
                                        late.test(e.getKey()),
                                        second == null ? null : second.apply(e.getKey())))
                        .toList();
        return new Chart(
                id,
                title,
                caption,
                first,
                "Nombre",
                second == null ? null : "National 2010",
                Math.max(max, 1),
                bars);
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }
}
