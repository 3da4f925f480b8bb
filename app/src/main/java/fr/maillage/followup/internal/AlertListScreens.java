package fr.maillage.followup.internal;

import fr.maillage.access.Trail;
import fr.maillage.followup.AlertPlaces;
import fr.maillage.followup.AlertRule;
import fr.maillage.followup.Urgency;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.network.Networks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/// The list of the team's alerts, cut and sorted by the database.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class AlertListScreens {

    private static final int ON_A_PAGE = 40;

    private final JdbcClient sql;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    AlertListScreens(JdbcClient sql, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// What a tile keeps; said to the database by its code.
    enum View {
        OUVERTES("ouvertes", "alert-circle", ""),
        PRESSANTES(
                "pressantes, urgence " + Urgency.PRESSING + " et plus",
                "alert-triangle",
                "is-late"),
        NOUVELLES("levées depuis 7\u00A0jours", "calendar-event", ""),
        EN_PAUSE("en pause", "player-pause", "");

        final String words;
        final String icon;
        final String severity;

        View(String words, String icon, String severity) {
            this.words = words;
            this.icon = icon;
            this.severity = severity;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static View of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(v -> v.code().equals(code))
                    .findFirst()
                    .orElse(OUVERTES);
        }
    }

    /// How the list is sorted.
    enum Order {
        URGENCE("les plus urgentes"),
        ANCIENNETE("les plus anciennes"),
        PERSONNE("par personne");

        final String words;

        Order(String words) {
            this.words = words;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Order of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(o -> o.code().equals(code))
                    .findFirst()
                    .orElse(URGENCE);
        }
    }

    /// What is asked.
    ///
    /// @param rule code of a rule
    record Asked(
            View view, @Nullable String rule, @Nullable UUID coordinator, Order order, int page) {

        static Asked of(
                @Nullable String view,
                @Nullable String rule,
                @Nullable String coordinator,
                @Nullable String order,
                int page) {
            var known =
                    Arrays.stream(AlertRule.values())
                            .map(AlertRule::name)
                            .filter(r -> r.equals(rule))
                            .findFirst();
            return new Asked(
                    View.of(view),
                    known.orElse(null),
                    coordinator == null ? null : Ids.parse(coordinator).orElse(null),
                    Order.of(order),
                    Math.clamp(page, 1, 1_000));
        }

        String href(View view, int page) {
            var address = UriComponentsBuilder.fromPath("/alertes").queryParam("vue", view.code());
            if (rule != null) address.queryParam("regle", rule);
            if (coordinator != null) address.queryParam("coordinateur", coordinator);
            if (order != Order.URGENCE) address.queryParam("tri", order.code());
            if (page > 1) address.queryParam("page", page);
            return address.build().toUriString();
        }
    }

    private static final String KEPT =
            """
             from followup.alert a
            where a.status in ('OUVERTE', 'EN_PAUSE')
              and (cast(:rule as text) is null or a.rule = :rule)
              and (cast(:coordinator as uuid) is null or a.coordinator_id = :coordinator)
            """;

    private record Counts(int open, int urgent, int recent, int paused) {
        int of(View view) {
            return switch (view) {
                case OUVERTES -> open;
                case PRESSANTES -> urgent;
                case NOUVELLES -> recent;
                case EN_PAUSE -> paused;
            };
        }
    }

    AlertsPage page(Asked asked) {
        var today = LocalDate.now(clock);
        var counts = counts(asked, today);
        var found = lines(asked, today);
        var shown = found.subList(0, Math.min(ON_A_PAGE, found.size()));
        trail.listed("ALERTES", shown.stream().map(Found::patient).toList());
        return new AlertsPage(
                counts.open() + " ouvertes, " + counts.paused() + " en pause",
                Arrays.stream(View.values()).map(v -> tile(v, asked, counts)).toList(),
                asked.view().code(),
                Stream.concat(
                                Stream.of(
                                        new Choice("", "Toutes les règles", asked.rule() == null)),
                                Arrays.stream(AlertRule.values())
                                        .map(r ->
                                                new Choice(
                                                        r.name(),
                                                        r.label(),
                                                        r.name().equals(asked.rule()))))
                        .toList(),
                Stream.concat(
                                Stream.of(
                                        new Choice(
                                                "", "Toute l’équipe", asked.coordinator() == null)),
                                networks.coordinators(today).stream()
                                        .map(m ->
                                                new Choice(
                                                        m.id().toString(),
                                                        m.name(),
                                                        m.id().equals(asked.coordinator()))))
                        .toList(),
                Arrays.stream(Order.values())
                        .map(o -> new Choice(o.code(), o.words, o == asked.order()))
                        .toList(),
                shown.stream().map(Found::line).toList(),
                asked.page() > 1 ? asked.href(asked.view(), asked.page() - 1) : null,
                found.size() > ON_A_PAGE ? asked.href(asked.view(), asked.page() + 1) : null);
    }

    private static AlertsPage.Tile tile(View view, Asked asked, Counts counts) {
        var count = counts.of(view);
        return new AlertsPage.Tile(
                asked.href(view, 1),
                count,
                view.words,
                view.icon,
                count == 0 ? "" : view.severity,
                view == asked.view());
    }

    private Counts counts(Asked asked, LocalDate today) {
        return sql.sql(
                        """
                        select count(*) filter (where a.status = 'OUVERTE') as open,
                               count(*) filter (where a.status = 'OUVERTE' and followup.urgency(a.urgency, a.due_on, :today) >= :pressing) as urgent,
                               count(*) filter (where a.status = 'OUVERTE' and a.raised_at >= cast(:today as date) - 7) as recent,
                               count(*) filter (where a.status = 'EN_PAUSE') as paused
                        """
                                + KEPT)
                .param("today", today)
                .param("pressing", Urgency.PRESSING)
                .param("rule", asked.rule(), Types.VARCHAR)
                .param("coordinator", asked.coordinator(), Types.OTHER)
                .query((row, _) ->
                        new Counts(
                                row.getInt("open"),
                                row.getInt("urgent"),
                                row.getInt("recent"),
                                row.getInt("paused")))
                .single();
    }

    private record Found(UUID patient, AlertsPage.Line line) {}

    private List<Found> lines(Asked asked, LocalDate today) {
        return sql.sql(
                        """
                        select k.id, k.patient_id, k.rule, k.subject_id, k.title, k.due_on, k.status, k.urgency, k.weight, k.extra, k.paused_until, k.pause_reason,
                               i.display_name, i.birth_date, i.commune_name, m.given_name || ' ' || upper(m.family_name) as coordinator
                        from (select a.*, followup.urgency(a.urgency, a.due_on, :today) as rank
                        """
                                + KEPT
                                + """
                                    and case :view when 'PRESSANTES' then a.status = 'OUVERTE' and followup.urgency(a.urgency, a.due_on, :today) >= :pressing
                                                   when 'NOUVELLES' then a.status = 'OUVERTE' and a.raised_at >= cast(:today as date) - 7
                                                   when 'EN_PAUSE' then a.status = 'EN_PAUSE' else a.status = 'OUVERTE' end) k
                                join patient.identity i on i.network_id = k.network_id and i.id = k.patient_id
                                left join network.team_member m on m.network_id = k.network_id and m.id = k.coordinator_id
                                order by case :order when 'ANCIENNETE' then k.raised_at end, case :order when 'PERSONNE' then i.display_name end collate "fr-x-icu",
                                         k.rank desc, k.due_on, k.id
                                limit :most offset :from
                                """)
                .param("today", today)
                .param("pressing", Urgency.PRESSING)
                .param("rule", asked.rule(), Types.VARCHAR)
                .param("coordinator", asked.coordinator(), Types.OTHER)
                .param("view", asked.view().name())
                .param("order", asked.order().name())
                .param("most", ON_A_PAGE + 1)
                .param("from", (asked.page() - 1) * ON_A_PAGE)
                .query((row, _) -> found(row, today))
                .list();
    }

    private static Found found(ResultSet row, LocalDate today) throws SQLException {
        var rule = AlertRule.valueOf(row.getString("rule"));
        var patient = row.getObject("patient_id", UUID.class);
        var due = row.getObject("due_on", LocalDate.class);
        var urgency = urgency(row, rule, due, today);
        var paused = row.getString("status").equals("EN_PAUSE");
        var coordinator = row.getString("coordinator");
        return new Found(
                patient,
                new AlertsPage.Line(
                        row.getString("id"),
                        patient.toString(),
                        row.getString("display_name"),
                        facts(row, today),
                        rule.label(),
                        paused ? "player-pause" : rule.icon(),
                        paused ? "" : due.isAfter(today) ? "is-due" : "is-late",
                        urgency.total(),
                        urgency.words(),
                        row.getString("title"),
                        FrenchDates.relative(due, today),
                        coordinator == null ? AlertText.NOBODY : coordinator,
                        paused
                                ? AlertText.pausedUntil(
                                        row.getObject("paused_until", LocalDate.class),
                                        row.getString("pause_reason"),
                                        today)
                                : null,
                        AlertPlaces.of(rule, patient, row.getObject("subject_id", UUID.class))));
    }

    /// The urgency of a line of `followup.alert`.
    static Urgency urgency(ResultSet row, AlertRule rule, LocalDate due, LocalDate today)
            throws SQLException {
        return Urgency.of(
                rule,
                row.getObject("weight", Integer.class),
                row.getInt("extra"),
                row.getInt("urgency"),
                ChronoUnit.DAYS.between(due, today));
    }

    private static String facts(ResultSet row, LocalDate today) throws SQLException {
        var born = row.getObject("birth_date", LocalDate.class);
        return Stream.of(
                        born == null ? "" : FrenchDates.age(born, today),
                        row.getString("commune_name") == null ? "" : row.getString("commune_name"))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
