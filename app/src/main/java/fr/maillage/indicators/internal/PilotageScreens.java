package fr.maillage.indicators.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.indicators.internal.PilotagePage.Bar;
import fr.maillage.indicators.internal.PilotagePage.Chart;
import fr.maillage.indicators.internal.PilotagePage.Coordinator;
import fr.maillage.indicators.internal.PilotagePage.Figure;
import fr.maillage.indicators.internal.PilotagePage.Meaning;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Share;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steering page and the lists behind its figures.
@Component
class PilotageScreens {

    /// Situations at once per coordinator, as observed; never a norm. Source: guide DGOS 2012,
    /// fiche D1 (ARESPA).
    static final int ARESPA_AT_ONCE = 110;

    private final Figures figures;
    private final Networks networks;
    private final Trail trail;
    private final JdbcClient sql;
    private final Clock clock;

    PilotageScreens(Figures figures, Networks networks, Trail trail, JdbcClient sql, Clock clock) {
        this.figures = figures;
        this.networks = networks;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    /// A national theme with the means of the 2010 activity reports.
    record ThemeReference(String code, String label, long mean, long median) {}

    @Transactional(readOnly = true)
    PilotagePage pilotage() {
        var day = LocalDate.now(clock);
        var counts =
                Definitions1.ALL.stream()
                        .collect(Collectors.toMap(Function.identity(), i -> figures.count(i, day)));
        var withPps =
                new Share(
                        count(counts, Definitions1.WITH_PPS),
                        count(counts, Definitions1.LEVELS_2_AND_3));
        var validated =
                new Share(
                        count(counts, Definitions1.WITH_OPINION),
                        count(counts, Definitions1.LEVELS_2_AND_3));
        var requests = figures.by(Definitions1.REQUESTS, Axis.REASON, day);
        var alerts = figures.by(Definitions1.ALERTS, Axis.REASON, day);
        var service = networks.setting(Setting.CASELOAD_SERVICE, null);

        var shown = new ArrayList<Figure>();
        shown.add(
                figure(
                        Definitions1.FILE_ACTIVE,
                        counts,
                        day,
                        "personnes différentes · repère du guide : environ "
                                + Typography.number(service),
                        null));
        shown.add(
                figure(
                        Definitions1.SITUATIONS,
                        counts,
                        day,
                        "accompagnements actifs ce jour",
                        null));
        shown.add(figure(Definitions1.INCLUDED, counts, day, "depuis le 1er janvier", null));
        shown.add(figure(Definitions1.WATCHED, counts, day, "niveau 0, comptées à part", null));
        shown.add(
                figure(
                        Definitions1.REQUESTS,
                        counts,
                        day,
                        "à analyser ou en attente d’informations",
                        older(requests, "A4", "15")));
        shown.add(
                figure(
                        Definitions1.ALERTS,
                        counts,
                        day,
                        "en pause comprises",
                        older(alerts, "B4", "15")));
        shown.add(share(Definitions1.WITH_PPS, withPps, day));
        shown.add(share(Definitions1.WITH_OPINION, validated, day));
        for (var plain :
                List.of(
                        Definitions1.LEVELS_2_AND_3,
                        Definitions1.WITHOUT_PPS,
                        Definitions1.WITHOUT_OPINION)) {
            shown.add(figure(plain, counts, day, "", null));
        }
        shown.add(
                figure(
                        Definitions1.EXITS,
                        counts,
                        day,
                        "accompagnements clos depuis le 1er janvier",
                        null));
        shown.add(
                figure(
                        Definitions1.NOT_INCLUDED,
                        counts,
                        day,
                        "demandes de l’année sans accompagnement",
                        null));

        var coordinators = coordinators(day);
        var ringMax =
                Math.max(
                        ARESPA_AT_ONCE + 10,
                        (int) coordinators.stream().mapToLong(Coordinator::width).max().orElse(0));
        return new PilotagePage(
                FrenchDates.longDay(day),
                day.getYear(),
                IndicatorsText.definitions(Definitions1.VERSION),
                shown,
                coordinators,
                caseload(),
                ringMax,
                ARESPA_AT_ONCE,
                charts(day, requests, alerts),
                Definitions1.ALL.stream()
                        .map(i -> new Meaning(i.label(), i.definition(), i.source()))
                        .toList(),
                withPps.numerator() == 0
                        ? "Aucun PPS en vigueur : seuls les réseaux qui en tiennent répondent à la définition d’un réseau (circulaire du 2 mars 2007)."
                        : null,
                SignedIn.current().role() == Role.HEAD);
    }

    private static long count(Map<Indicator, Long> counts, Indicator indicator) {
        return Objects.requireNonNullElse(counts.get(indicator), 0L);
    }

    private Figure figure(
            Indicator indicator,
            Map<Indicator, Long> counts,
            LocalDate day,
            String reference,
            @Nullable String late) {
        return new Figure(
                indicator.label(),
                "/pilotage/" + indicator.slug(),
                Typography.number(count(counts, indicator)),
                reference,
                hover(indicator, day),
                late);
    }

    private Figure share(Indicator indicator, Share share, LocalDate day) {
        var counts =
                Typography.number(share.numerator())
                        + " sur "
                        + Typography.number(share.denominator())
                        + ", niveaux 2 et 3";
        return new Figure(
                indicator.label(),
                "/pilotage/" + indicator.slug(),
                share.formatted(),
                counts,
                hover(indicator, day),
                null);
    }

    private static String hover(Indicator indicator, LocalDate day) {
        return indicator.definition()
                + " Source : "
                + indicator.source()
                + ". Au "
                + FrenchDates.date(day)
                + ".";
    }

    private static @Nullable String older(Map<String, Long> byAge, String oldest, String days) {
        var n = byAge.getOrDefault(oldest, 0L);
        return n == 0
                ? null
                : Typography.number(n) + " depuis plus de " + days + Typography.NBSP + "j";
    }

    private String caseload() {
        return "Repères : %d à %d personnes par coordonnateur et par an (guide DGOS 2012, indicatif, adaptable), %d situations à la fois observées par l’ARESPA."
                .formatted(
                        networks.setting(Setting.CASELOAD_LOW, null),
                        networks.setting(Setting.CASELOAD_HIGH, null),
                        ARESPA_AT_ONCE);
    }

    /// Everybody who follows persons today, even nobody yet, then those whose persons are still
    /// theirs, then « sans référent ».
    private List<Coordinator> coordinators(LocalDate day) {
        var now = figures.by(Definitions1.SITUATIONS, Axis.COORDINATOR, day);
        var inYear = figures.by(Definitions1.FILE_ACTIVE_BY_COORDINATOR, Axis.COORDINATOR, day);
        var names = new LinkedHashMap<String, String>();
        for (var member : networks.coordinators(day))
            names.put(member.id().toString(), member.name());
        for (var code : inYear.keySet()) {
            if (!code.equals(Axis.NONE))
                names.computeIfAbsent(code, c -> networks.member(UUID.fromString(c)).name());
        }
        if (now.containsKey(Axis.NONE) || inYear.containsKey(Axis.NONE))
            names.put(Axis.NONE, IndicatorsText.NO_COORDINATOR);
        var low = networks.setting(Setting.CASELOAD_LOW, null);
        var high = networks.setting(Setting.CASELOAD_HIGH, null);
        return names.entrySet().stream()
                .map(e -> {
                    var year = inYear.getOrDefault(e.getKey(), 0L);
                    var atOnce = now.getOrDefault(e.getKey(), 0L);
                    var load =
                            e.getKey().equals(Axis.NONE) ? Load.WITHIN : Load.of(year, low, high);
                    return new Coordinator(
                            e.getValue(),
                            href(Definitions1.SITUATIONS, Axis.COORDINATOR, e.getKey()),
                            Typography.number(atOnce),
                            atOnce,
                            href(
                                    Definitions1.FILE_ACTIVE_BY_COORDINATOR,
                                    Axis.COORDINATOR,
                                    e.getKey()),
                            Typography.number(year),
                            load == Load.OVER
                                    ? "Surcharge : au-delà de " + Typography.number(high)
                                    : null,
                            load == Load.BELOW ? "sous " + Typography.number(low) : null);
                })
                .toList();
    }

    private List<Chart> charts(
            LocalDate day, Map<String, Long> requests, Map<String, Long> alerts) {
        var themes = themes();
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
                        code -> themeLabel(themes, code),
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
                        code -> themeLabel(themes, code),
                        code -> {
                            var theme = themes.get(code);
                            return theme == null
                                    ? ""
                                    : IndicatorsText.national(
                                            theme.mean(), theme.median(), low.get(code));
                        },
                        low::containsKey));
        var byCommune = figures.by(Definitions1.SITUATIONS, Axis.COMMUNE, day);
        var communes = communes(byCommune.keySet());
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
                                        href(indicator, axis, e.getKey()),
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

    private static String href(Indicator indicator, Axis axis, String code) {
        return "/pilotage/" + indicator.slug() + "?par=" + axis.parameter() + "&code=" + code;
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }

    private Map<String, ThemeReference> themes() {
        return sql
                .sql(
                        "select code, label, coalesce(patients_mean, 0)::bigint as mean, coalesce(patients_median, 0)::bigint as median from network.theme")
                .query((row, _) ->
                        new ThemeReference(
                                row.getString("code"),
                                row.getString("label"),
                                row.getLong("mean"),
                                row.getLong("median")))
                .list()
                .stream()
                .collect(Collectors.toMap(ThemeReference::code, Function.identity()));
    }

    private static String themeLabel(Map<String, ThemeReference> themes, String code) {
        var theme = themes.get(code);
        return theme == null ? IndicatorsText.of(code) : theme.label();
    }

    /// Names of communes by code.
    Map<String, String> communes(java.util.Collection<String> codes) {
        var names = new LinkedHashMap<String, String>();
        sql.sql("select code, name from territory.commune where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> names.put(row.getString("code"), row.getString("name")))
                .list();
        return names;
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
        var themes = themes();
        var rows = figures.rows(indicator, axis, wanted, day);
        if (named)
            trail.listed(
                    "PILOTAGE",
                    rows.stream()
                            .flatMap(r -> java.util.stream.Stream.ofNullable(r.patient()))
                            .toList());
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
            case THEME -> themeLabel(themes, code);
            case LEVEL -> IndicatorsText.level(code);
            case COMMUNE ->
                    communes(List.of(code)).getOrDefault(code, IndicatorsText.of(Axis.NONE));
            case COORDINATOR ->
                    code.equals(Axis.NONE)
                            ? IndicatorsText.NO_COORDINATOR
                            : fr.maillage.kernel.Ids.parse(code)
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
                clinician && theme != null ? themeLabel(themes, theme) : "",
                IndicatorsText.of(row.state()),
                FrenchDates.shortDay(row.since(), day),
                FrenchDates.longDay(row.since()),
                Objects.requireNonNullElse(row.coordinator(), ""));
    }
}
