package fr.maillage.casefile.internal.entitlement;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.internal.Option;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of the team: names and dates, no health content. Only persons followed, and alive.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class RightsListScreens {

    private static final int MOST = 300;

    private final JdbcClient sql;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    RightsListScreens(JdbcClient sql, Networks networks, Trail trail, Clock clock) {
        this.sql = sql;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// By when: each is a tile, and its count the length of its list. What it keeps is said to the
    /// database, which counts and cuts.
    enum Horizon {
        J30("finissent sous 30\u00A0j", "hourglass", "is-due", within(30)),
        J60("sous 60\u00A0j", "calendar-event", "", within(60)),
        J90("sous 90\u00A0j", "calendar-event", "", within(90)),
        ECHUS(
                "échus, non renouvelés",
                "alert-triangle",
                "is-late",
                "r.state = 'ACCORDE' and r.ends_on < :today"),
        DEMARCHES(
                "à demander ou en cours",
                "send",
                "",
                "r.state in ('A_DEMANDER', 'DEMANDE', 'RECOURS')"),
        REFUS("refusés", "circle-x", "is-late", "r.state = 'REFUSE'"),
        TOUS("en tout", "list-check", "", "true");

        final String words;
        final String icon;
        final String severity;
        final String keeps;

        Horizon(String words, String icon, String severity, String keeps) {
            this.words = words;
            this.icon = icon;
            this.severity = severity;
            this.keeps = keeps;
        }

        private static String within(int days) {
            return "r.state = 'ACCORDE' and r.ends_on between :today and cast(:today as date) + "
                    + days;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is asked of the list besides the tile.
    private record Filter(
            Optional<RightKind> kind, Optional<UUID> coordinator, Optional<RightState> state) {

        static final String OPEN_RIGHTS =
                """
                 from casefile.open_right r
                join casefile.open_support s on s.network_id = r.network_id and s.patient_id = r.patient_id
                join patient.identity i on i.network_id = r.network_id and i.id = r.patient_id and i.deceased_on is null
                where (cast(:kind as text) is null or r.kind = :kind)
                  and (cast(:state as text) is null or r.state = :state)
                  and (cast(:coordinator as uuid) is null or coalesce(r.followed_by, s.coordinator_id) = :coordinator)
                """;

        JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement, LocalDate today) {
            return statement
                    .param("today", today)
                    .param("kind", kind.map(RightKind::name).orElse(null), Types.VARCHAR)
                    .param("state", state.map(RightState::name).orElse(null), Types.VARCHAR)
                    .param("coordinator", coordinator.orElse(null), Types.OTHER);
        }
    }

    /// Length of each list, and how many persons are in the chosen one.
    private record Counts(List<Integer> rights, int persons) {}

    /// A right of somebody followed.
    record Row(
            UUID id,
            UUID patient,
            String person,
            @Nullable LocalDate birth,
            @Nullable String commune,
            String label,
            RightState state,
            @Nullable LocalDate endsOn,
            LocalDate warnOn,
            RightKind.@Nullable Body body,
            @Nullable UUID follower,
            @Nullable LocalDate nextOn,
            @Nullable String nextWhat,
            @Nullable RightState renewal) {}

    /// @param horizon code of a tile; 30 days when unknown
    /// @param kind code of a right, all when unknown
    /// @param coordinator who follows the right, or the person when nobody is named
    RightsListPage list(
            @Nullable String horizon,
            @Nullable String kind,
            @Nullable String coordinator,
            @Nullable String state) {
        var today = LocalDate.now(clock);
        var chosen =
                Arrays.stream(Horizon.values())
                        .filter(h -> h.code().equals(horizon))
                        .findFirst()
                        .orElse(Horizon.J30);
        var ofKind = RightKind.parse(kind == null ? "" : kind);
        var inState =
                RightState.parse(state == null ? "" : state).filter(RightState.CHOICES::contains);
        var team = networks.coordinators(today);
        var whose =
                Ids.parse(coordinator == null ? "" : coordinator)
                        .filter(id -> team.stream().anyMatch(m -> m.id().equals(id)));
        var filter = new Filter(ofKind, whose, inState);
        var counts = counts(filter, chosen, today);
        int kept = counts.rights().get(chosen.ordinal());
        var shown = rows(filter, chosen, today);
        trail.listed("DROITS", shown.stream().map(Row::patient).toList());
        var names =
                team.stream()
                        .collect(
                                Collectors.toMap(
                                        Networks.Member::id, Networks.Member::name, (a, _) -> a));
        var suffix =
                ofKind.map(k -> "&droit=" + k.name()).orElse("")
                        + whose.map(w -> "&qui=" + w).orElse("")
                        + inState.map(s -> "&etat=" + s.name()).orElse("");
        return new RightsListPage(
                sentence(kept, counts.persons()),
                Arrays.stream(Horizon.values())
                        .map(h -> {
                            int count = counts.rights().get(h.ordinal());
                            return new RightsListPage.Tile(
                                    "/droits?sous=" + h.code() + suffix,
                                    count,
                                    h.words,
                                    h.icon,
                                    count == 0 ? "" : h.severity,
                                    h == chosen);
                        })
                        .toList(),
                chosen.code(),
                with(
                        "Tous",
                        Arrays.stream(RightKind.values())
                                .map(k -> new Option(k.name(), k.label()))),
                ofKind.map(RightKind::name).orElse(""),
                with("Tous", team.stream().map(m -> new Option(m.id().toString(), m.name()))),
                whose.map(UUID::toString).orElse(""),
                with(
                        "Tous",
                        RightState.CHOICES.stream()
                                .map(s -> new Option(s.name(), s.mark().label()))),
                inState.map(RightState::name).orElse(""),
                shown.stream()
                        .map(r ->
                                line(
                                        r,
                                        r.follower() == null ? null : names.get(r.follower()),
                                        today))
                        .toList(),
                kept - shown.size(),
                "Liste du "
                        + FrenchDates.longDay(today)
                        + ", par "
                        + SignedIn.current().displayName());
    }

    private Counts counts(Filter filter, Horizon chosen, LocalDate today) {
        var each =
                Arrays.stream(Horizon.values())
                        .map(h -> "count(*) filter (where " + h.keeps + ")")
                        .collect(Collectors.joining(", "));
        return filter.in(
                        sql.sql(
                                "select "
                                        + each
                                        + ", count(distinct r.patient_id) filter (where "
                                        + chosen.keeps
                                        + ")"
                                        + Filter.OPEN_RIGHTS),
                        today)
                .query((row, _) -> {
                    var rights = new ArrayList<Integer>();
                    for (var h : Horizon.values()) rights.add(row.getInt(h.ordinal() + 1));
                    return new Counts(rights, row.getInt(Horizon.values().length + 1));
                })
                .single();
    }

    private List<Row> rows(Filter filter, Horizon chosen, LocalDate today) {
        return filter.in(
                        sql.sql(
                                """
                                select r.id, r.patient_id, r.label, r.state, r.ends_on, r.warn_on, r.body,
                                       coalesce(r.followed_by, s.coordinator_id) as follower, r.next_on, r.next_what, r.renewal_state,
                                       i.display_name, i.birth_date, i.commune_name
                                """
                                        + Filter.OPEN_RIGHTS
                                        + " and "
                                        + chosen.keeps
                                        + """
                                         order by r.state <> 'ACCORDE', r.ends_on nulls last, i.display_name collate "fr-x-icu", r.id
                                        limit :most
                                        """),
                        today)
                .param("most", MOST)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var body = row.getString("body");
        var renewal = row.getString("renewal_state");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getString("display_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("commune_name"),
                row.getString("label"),
                RightState.valueOf(row.getString("state")),
                row.getObject("ends_on", LocalDate.class),
                Optional.ofNullable(row.getObject("warn_on", LocalDate.class))
                        .orElse(LocalDate.MAX),
                body == null ? null : RightKind.Body.valueOf(body),
                row.getObject("follower", UUID.class),
                row.getObject("next_on", LocalDate.class),
                row.getString("next_what"),
                renewal == null ? null : RightState.valueOf(renewal));
    }

    private static RightsListPage.Line line(Row row, @Nullable String follower, LocalDate today) {
        var ends = row.state() == RightState.ACCORDE ? row.endsOn() : null;
        return new RightsListPage.Line(
                "/dossiers/" + row.patient() + "/mesures/" + row.id(),
                PersonName.familyOf(row.person()),
                PersonName.givenOf(row.person()),
                Stream.of(
                                row.birth() == null || row.birth().isAfter(today)
                                        ? ""
                                        : FrenchDates.age(row.birth(), today),
                                row.commune() == null ? "" : row.commune())
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.joining(", ")),
                row.label(),
                row.state().mark(),
                ends == null
                        ? null
                        : FrenchDates.shortDay(ends, today)
                                + ", "
                                + FrenchDates.relative(ends, today),
                ends == null ? null : FrenchDates.longDay(ends),
                ends == null
                        ? ""
                        : ends.isBefore(today)
                                ? "is-late"
                                : row.warnOn().isAfter(today) ? "" : "is-due",
                row.renewal() == null
                        ? null
                        : "Renouvellement\u00A0: "
                                + row.renewal().mark().label().toLowerCase(java.util.Locale.FRENCH),
                row.body() == null ? null : row.body().label(),
                follower,
                row.nextOn() == null
                        ? null
                        : row.nextWhat() + ", " + FrenchDates.shortDay(row.nextOn(), today),
                row.nextOn() != null && row.nextOn().isBefore(today));
    }

    private static String sentence(long rights, long persons) {
        return Typography.number(rights)
                + (rights > 1 ? " droits de " : " droit de ")
                + Typography.number(persons)
                + (persons > 1 ? " personnes suivies" : " personne suivie");
    }

    private static List<Option> with(String all, Stream<Option> options) {
        return Stream.concat(Stream.of(new Option("", all)), options).toList();
    }
}
