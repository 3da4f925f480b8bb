package fr.maillage.adverse.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.Csv;
import fr.maillage.web.FormView;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// The register, as each may read it. No person's name is in its list, its counts or its file.
@Component
@Transactional // not read-only: a list of events about persons leaves its line in the trail
class RegisterScreens {

    private static final int PAGE = 30;
    private static final int EXPORTED = 20_000;

    private static final String WHERE =
            " where e.happened_on between :from and :to and "
                    + Audience.SEEN
                    + """
                     and (:type = '' or e.type = :type) and (:gravity = '' or e.gravity = :gravity or :gravity = 'EIGS' and e.eigs)
                     and (:state = '' or (:state = 'CLOS') = (e.closed_at is not null))
                    """;

    private final JdbcClient sql;
    private final Audience audience;
    private final ProposalService proposals;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    RegisterScreens(
            JdbcClient sql,
            Audience audience,
            ProposalService proposals,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.audience = audience;
        this.proposals = proposals;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    RegisterPage page(RegisterFilter filter, Shown shown) {
        var me = audience.me();
        var total =
                in(sql.sql("select count(*) from adverse.event e" + WHERE), filter, me)
                        .query((row, _) -> row.getInt(1))
                        .single();
        var lines = lines(filter, me);
        trail.listed(
                EventService.PART,
                lines.stream()
                        .map(AdverseEvent::patient)
                        .filter(Objects::nonNull)
                        .map(PatientId::value)
                        .distinct()
                        .toList());
        var decides = SignedIn.current().role() != Role.SECRETARY;
        return new RegisterPage(
                me.keeps(),
                total,
                filter.from().toString(),
                filter.to().toString(),
                chosen("Tous les types", EventType.options(), filter.type()),
                chosen("Toutes les gravités", gravities(), filter.gravity()),
                chosen(
                        "Ouverts et clos",
                        List.of(
                                new Option("OUVERT", "Ouverts", false),
                                new Option("CLOS", "Clos", false)),
                        filter.state()),
                lines.stream().map(this::line).toList(),
                Arrays.stream(Gravity.values()).map(g -> g.label).toList(),
                counts(filter, me),
                months(filter, me),
                "Du "
                        + FrenchDates.date(filter.before())
                        + " au "
                        + FrenchDates.date(filter.from().minusDays(1)),
                decides ? proposals.waiting() : null,
                me.keeps() ? filter.href("/evenements/registre.csv", 1) : null,
                filter.page() > 1 ? filter.href("/evenements", filter.page() - 1) : null,
                filter.page() * PAGE < total ? filter.href("/evenements", filter.page() + 1) : null,
                SignedIn.current().role() == Role.HEAD ? managers(shown) : null,
                AdverseText.GRAVITY_SOURCE);
    }

    private static List<Option> gravities() {
        var all = new ArrayList<Option>();
        all.add(new Option("EIGS", "EIGS, à déclarer", false));
        for (var gravity : Gravity.values())
            all.add(new Option(gravity.name(), gravity.label, false));
        return all;
    }

    private static List<Option> chosen(String none, List<Option> options, String value) {
        var all = new ArrayList<Option>();
        all.add(new Option("", none, value.isEmpty()));
        options.forEach(o -> all.add(new Option(o.value(), o.label(), o.value().equals(value))));
        return all;
    }

    private static StatementSpec in(
            StatementSpec statement, RegisterFilter filter, Audience.Reader me) {
        return me.in(statement)
                .param("from", filter.from())
                .param("to", filter.to())
                .param("type", filter.type())
                .param("gravity", filter.gravity())
                .param("state", filter.state());
    }

    private List<AdverseEvent> lines(RegisterFilter filter, Audience.Reader me) {
        return in(
                        sql.sql(
                                "select "
                                        + EventRepository.COLUMNS
                                        + EventRepository.FROM
                                        + WHERE
                                        + " order by e.happened_on desc, e.year desc, e.rank desc limit :limit offset :offset"),
                        filter,
                        me)
                .param("limit", PAGE)
                .param("offset", (filter.page() - 1) * PAGE)
                .query(EventRepository::event)
                .list();
    }

    /// One line, without the person.
    RegisterPage.Line line(AdverseEvent event) {
        var today = LocalDate.now(clock);
        var gravity = event.gravity();
        return new RegisterPage.Line(
                event.href(),
                event.number(),
                event.type().label,
                event.type().icon,
                FrenchDates.shortDay(event.happenedOn(), today),
                FrenchDates.longDay(event.happenedOn()),
                gravity == null ? null : gravity.label,
                gravity == null ? "" : gravity.tone,
                event.eigs(),
                event.closed()
                        ? "Clos"
                        : event.analysedOn() == null ? "À analyser" : "Actions en cours",
                event.closed() ? "is-done" : event.analysedOn() == null ? "is-due" : "",
                event.closed()
                        ? "circle-check"
                        : event.analysedOn() == null ? "hourglass" : "list-check",
                AdverseText.awaited(event, today));
    }

    private record Count(
            String type, @Nullable String gravity, boolean eigs, boolean before, int n) {}

    /// By type and gravity in the period, beside the period of the same length before.
    private List<RegisterPage.Row> counts(RegisterFilter filter, Audience.Reader me) {
        var all =
                me.in(
                                sql.sql(
                                        """
                                        select e.type, e.gravity, e.eigs, e.happened_on < :from as before, count(*) as n from adverse.event e
                                         where e.happened_on between :since and :to and
                                        """
                                                + Audience.SEEN
                                                + " group by 1, 2, 3, 4"))
                        .param("from", filter.from())
                        .param("since", filter.before())
                        .param("to", filter.to())
                        .query((row, _) ->
                                new Count(
                                        row.getString("type"),
                                        row.getString("gravity"),
                                        row.getBoolean("eigs"),
                                        row.getBoolean("before"),
                                        row.getInt("n")))
                        .list();
        var rows = new ArrayList<RegisterPage.Row>();
        for (var type : EventType.values())
            rows.add(
                    row(
                            type.label,
                            all.stream().filter(c -> c.type().equals(type.name())).toList()));
        rows.add(row("Ensemble", all));
        return rows;
    }

    private static RegisterPage.Row row(String label, List<Count> all) {
        var now = all.stream().filter(c -> !c.before()).toList();
        var counts = new ArrayList<Integer>();
        for (var gravity : Gravity.values())
            counts.add(sum(now.stream().filter(c -> gravity.name().equals(c.gravity())).toList()));
        counts.add(sum(now.stream().filter(c -> c.gravity() == null).toList()));
        return new RegisterPage.Row(
                label,
                counts,
                sum(now.stream().filter(Count::eigs).toList()),
                sum(now),
                sum(all) - sum(now));
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::n).sum();
    }

    private List<RegisterPage.Month> months(RegisterFilter filter, Audience.Reader me) {
        return me.in(
                        sql.sql(
                                """
                                select extract(year from e.happened_on)::int as y, extract(month from e.happened_on)::int as m, count(*) as n from adverse.event e
                                 where e.happened_on between :from and :to and
                                """
                                        + Audience.SEEN
                                        + " group by 1, 2 order by 1, 2"))
                .param("from", filter.from())
                .param("to", filter.to())
                .query((row, _) ->
                        new RegisterPage.Month(
                                month(YearMonth.of(row.getInt("y"), row.getInt("m"))),
                                row.getInt("n")))
                .list();
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.FRENCH)
                + " "
                + month.getYear();
    }

    private FormView managers(Shown shown) {
        var named = audience.managers().stream().map(Object::toString).toList();
        return shown.form(
                "responsables",
                "/evenements/responsables",
                "Responsables qualité",
                new fr.maillage.web.FormFields.Typed(java.util.Map.of("members", named)),
                typed ->
                        List.of(
                                new FormView.Field(
                                        "members",
                                        "Qui tient le registre avec vous",
                                        null,
                                        "DAYS",
                                        "",
                                        typed.all("members"),
                                        List.of(
                                                new FormView.Group(
                                                        "",
                                                        networks.team(LocalDate.now(clock)).stream()
                                                                .filter(m ->
                                                                        !m.function().equals("HEAD")
                                                                                && !m.function()
                                                                                        .equals(
                                                                                                "SECRETARY"))
                                                                .map(m ->
                                                                        new Option(
                                                                                m.id().toString(),
                                                                                m.name(),
                                                                                typed.all("members")
                                                                                        .contains(
                                                                                                m.id().toString())))
                                                                .toList())),
                                        true,
                                        null)),
                0,
                "Enregistrer");
    }

    /// The register for a spreadsheet: codes and dates, neither a name nor what was written. Throws
    /// `NotFound` for who does not keep it.
    String csv(RegisterFilter filter) {
        var me = audience.me();
        if (!me.keeps()) throw new NotFound("registre", me.account());
        var lines =
                in(
                                sql.sql(
                                        "select "
                                                + EventRepository.COLUMNS
                                                + """
                                                , (select count(*) from adverse.action a where a.network_id = e.network_id and a.event_id = e.id) as actions,
                                                  (select count(*) from adverse.action a where a.network_id = e.network_id and a.event_id = e.id and a.state = 'FAITE') as done,
                                                  (select count(*) from adverse.action a where a.network_id = e.network_id and a.event_id = e.id and a.effect is not null) as evaluated,
                                                  (select count(*) from adverse.action a where a.network_id = e.network_id and a.event_id = e.id and a.effect = 'EFFICACE') as effective
                                                """
                                                + EventRepository.FROM
                                                + WHERE
                                                + " order by e.year, e.rank limit :limit"),
                                filter,
                                me)
                        .param("limit", EXPORTED)
                        .query((row, n) -> cells(EventRepository.event(row, n), row))
                        .list();
        return Csv.of(AdverseText.CSV_HEAD, lines.stream());
    }

    private static List<String> cells(AdverseEvent event, ResultSet row) throws SQLException {
        var gravity = event.gravity();
        var method = event.method();
        var closed = event.closedAt();
        return List.of(
                event.number(),
                event.type().label,
                gravity == null ? "" : gravity.label,
                event.eigs() ? "oui" : "non",
                day(event.happenedOn()),
                day(LocalDate.ofInstant(event.declaredAt(), FrenchDates.PARIS)),
                day(event.analysedOn()),
                method == null ? "" : method.label,
                event.families().stream().map(f -> f.label).collect(Collectors.joining("\u00A0; ")),
                row.getString("actions"),
                row.getString("done"),
                row.getString("evaluated"),
                row.getString("effective"),
                day(event.arsOn()),
                event.arsNumber() == null ? "" : event.arsNumber(),
                day(event.arsPart2On()),
                closed == null ? "" : day(LocalDate.ofInstant(closed, FrenchDates.PARIS)));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : FrenchDates.numeric(day);
    }
}
