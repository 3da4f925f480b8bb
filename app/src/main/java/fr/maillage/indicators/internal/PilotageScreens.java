package fr.maillage.indicators.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.indicators.internal.PilotagePage.Coordinator;
import fr.maillage.indicators.internal.PilotagePage.Figure;
import fr.maillage.indicators.internal.PilotagePage.Meaning;
import fr.maillage.kernel.FrenchDates;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The steering page.
@Component
class PilotageScreens {

    /// Situations at once per coordinator, as observed; never a norm. Source: guide DGOS 2012,
    /// fiche D1 (ARESPA).
    static final int ARESPA_AT_ONCE = 110;

    /// Days before its day a task is said.
    private static final int TASKS_AHEAD = 30;

    private final JdbcClient sql;
    private final Figures figures;
    private final PilotageCharts charts;
    private final Networks networks;
    private final Clock clock;

    PilotageScreens(
            JdbcClient sql,
            Figures figures,
            PilotageCharts charts,
            Networks networks,
            Clock clock) {
        this.sql = sql;
        this.figures = figures;
        this.charts = charts;
        this.networks = networks;
        this.clock = clock;
    }

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
                        "personnes différentes · repère du guide\u00A0: environ "
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
                charts.of(day, requests, alerts),
                Definitions1.ALL.stream()
                        .map(i -> new Meaning(i.label(), i.definition(), i.source()))
                        .toList(),
                withPps.numerator() == 0
                        ? "Aucun PPS en vigueur\u00A0: seuls les réseaux qui en tiennent répondent à la définition d’un réseau (circulaire du 2 mars 2007)."
                        : null,
                SignedIn.current().role() == Role.HEAD,
                SignedIn.current().role() == Role.HEAD ? tasks(day) : null);
    }

    /// What was given to the head and is due, whose day has no page of its own; null when nothing
    /// is.
    private @Nullable String tasks(LocalDate day) {
        var due =
                sql.sql(
                                "select count(*)::int, (count(*) filter (where due_on < :day))::int from followup.open_task where assigned_to = :me and due_on <= :soon")
                        .param("me", SignedIn.current().member())
                        .param("day", day)
                        .param("soon", day.plusDays(TASKS_AHEAD))
                        .query((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                        .single();
        return IndicatorsText.tasks(due[0], due[1], TASKS_AHEAD);
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
                + " Source\u00A0: "
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
        return "Repères\u00A0: %d à %d personnes par coordonnateur et par an (guide DGOS 2012, indicatif, adaptable), %d situations à la fois observées par l’ARESPA."
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
                                    ? "Surcharge\u00A0: au-delà de " + Typography.number(high)
                                    : null,
                            load == Load.BELOW ? "sous " + Typography.number(low) : null);
                })
                .toList();
    }

    /// The list behind one part of a figure.
    static String href(Indicator indicator, Axis axis, String code) {
        return "/pilotage/" + indicator.slug() + "?par=" + axis.parameter() + "&code=" + code;
    }
}
