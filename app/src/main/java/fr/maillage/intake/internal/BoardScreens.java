package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.intake.Motive;
import fr.maillage.intake.internal.BoardPage.Card;
import fr.maillage.intake.internal.BoardPage.Column;
import fr.maillage.intake.internal.BoardPage.Tile;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lists of requests, in words: the board, and the persons who were not included. They leave
/// the trail of what they show, so their transactions write.
@Component
@Transactional
class BoardScreens {

    /// How long an answered request stays on the board.
    static final Duration ANSWERED = Duration.ofDays(14);

    /// How far back the list of persons not included looks.
    static final Duration YEAR = Duration.ofDays(365);

    private static final String S = Typography.NBSP;

    private final ReferralRows rows;
    private final Handovers handovers;
    private final Colleagues colleagues;
    private final RightDoor rightDoor;
    private final Trail trail;
    private final Clock clock;

    BoardScreens(
            ReferralRows rows,
            Handovers handovers,
            Colleagues colleagues,
            RightDoor rightDoor,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.colleagues = colleagues;
        this.rightDoor = rightDoor;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param door code of a channel, to keep the requests that came by it; empty for all
    BoardPage board(String filter, String door) {
        var me = SignedIn.current();
        var now = clock.instant();
        var all = rows.board(now.minus(ANSWERED));
        trail.listed(
                "demandes",
                all.stream().map(ReferralRow::patientId).filter(Objects::nonNull).toList());
        Map<String, Predicate<ReferralRow>> filters =
                Map.of(
                        "ouvertes", Standing::active,
                        "retard", r -> Standing.active(r) && Standing.late(r, now),
                        "moi",
                                r ->
                                        Standing.active(r)
                                                && Objects.equals(r.assignedTo(), me.memberId()),
                        "libres", r -> Standing.active(r) && r.assignedTo() == null);
        var kept =
                (filters.containsKey(filter)
                                ? all.stream().filter(filters.get(filter)).toList()
                                : all)
                        .stream().filter(r -> door.isEmpty() || r.channel().equals(door)).toList();
        var doors = doors(all, door);
        var tiles =
                List.of(
                        tile("", "toutes", all.size(), "", "inbox", filter),
                        tile(
                                "ouvertes",
                                "ouvertes",
                                count(all, filters.get("ouvertes")),
                                "",
                                "message-circle",
                                filter),
                        tile(
                                "retard",
                                "en retard",
                                count(all, filters.get("retard")),
                                "is-late",
                                "alert-circle",
                                filter),
                        tile("moi", "à moi", count(all, filters.get("moi")), "", "users", filter),
                        tile(
                                "libres",
                                "sans coordinateur",
                                count(all, filters.get("libres")),
                                "is-due",
                                "user-question",
                                filter));
        var names = colleagues.names();
        var elsewhere =
                me.role().clinical() ? rightDoor.of(kept) : Map.<UUID, List<RightDoor.Door>>of();
        var waiting =
                handovers.unacknowledged().stream()
                        .filter(h -> h.referral() != null)
                        .collect(
                                Collectors.toMap(
                                        h -> Objects.requireNonNull(h.referral()),
                                        h -> h,
                                        (a, _) -> a));
        Predicate<ReferralRow> urgent =
                r -> r.urgencyRuns() || r.status().open() && r.urgency().equals("URGENTE");
        Predicate<ReferralRow> sort =
                r -> !urgent.test(r) && r.status() == Status.A_ANALYSER && r.assignedTo() == null;
        Predicate<ReferralRow> running = r -> !urgent.test(r) && !sort.test(r) && r.status().open();
        Predicate<ReferralRow> answered = r -> !urgent.test(r) && !r.status().open();
        var oldest = Comparator.comparing(ReferralRow::receivedAt);
        var columns =
                List.of(
                        new Column(
                                "À trier",
                                "",
                                cards(
                                        kept.stream().filter(sort).sorted(oldest),
                                        names,
                                        waiting,
                                        elsewhere,
                                        now)),
                        new Column(
                                "Urgentes",
                                "is-urgent",
                                cards(
                                        kept.stream().filter(urgent).sorted(oldest),
                                        names,
                                        waiting,
                                        elsewhere,
                                        now)),
                        new Column(
                                "En cours",
                                "",
                                cards(
                                        kept.stream().filter(running).sorted(oldest),
                                        names,
                                        waiting,
                                        elsewhere,
                                        now)),
                        new Column(
                                "Répondues (14" + S + "j)",
                                "",
                                cards(
                                        kept.stream().filter(answered),
                                        names,
                                        waiting,
                                        elsewhere,
                                        now)));
        var acts = me.role() != fr.maillage.access.Role.HEAD;
        return new BoardPage(tiles, doors, columns, acts, acts, colleagues.coordinators());
    }

    /// The doors by which what is on the board came, each with its count.
    private static List<Tile> doors(List<ReferralRow> all, String current) {
        var counts =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReferralRow::channel,
                                        java.util.TreeMap::new,
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(e ->
                        new Tile(
                                e.getKey().equals(current)
                                        ? "/demandes"
                                        : "/demandes?porte=" + e.getKey(),
                                Codes.of(Codes.Channel.class, e.getKey())
                                        .map(Codes.Channel::label)
                                        .orElse(e.getKey()),
                                e.getValue().intValue(),
                                "",
                                "login",
                                e.getKey().equals(current)))
                .toList();
    }

    private static int count(List<ReferralRow> all, @Nullable Predicate<ReferralRow> filter) {
        return filter == null ? all.size() : (int) all.stream().filter(filter).count();
    }

    private static Tile tile(
            String filter, String label, int count, String css, String icon, String current) {
        return new Tile(
                filter.isEmpty() ? "/demandes" : "/demandes?filtre=" + filter,
                label,
                count,
                css,
                icon,
                filter.equals(current));
    }

    private List<Card> cards(
            Stream<ReferralRow> requests,
            Map<UUID, String> names,
            Map<UUID, Handovers.Handover> waiting,
            Map<UUID, List<RightDoor.Door>> elsewhere,
            Instant now) {
        return requests.map(r ->
                        card(
                                r,
                                names,
                                waiting.get(r.id()),
                                elsewhere.getOrDefault(r.id(), List.of()),
                                now))
                .toList();
    }

    private Card card(
            ReferralRow r,
            Map<UUID, String> names,
            Handovers.@Nullable Handover handover,
            List<RightDoor.Door> elsewhere,
            Instant now) {
        var door = elsewhere.stream().findFirst().orElse(null);
        var today = LocalDate.now(clock);
        var clinical = SignedIn.current().role().clinical();
        var mark = Standing.of(r, now);
        var person = r.person();
        var family = person == null ? null : person.replaceFirst(" [^ ]*[a-zà-ÿ].*$", "");
        var level = r.level() != null ? r.level() : r.proposedLevel();
        return new Card(
                r.id().toString(),
                family,
                person == null
                        ? IntakeText.ABOUT_NOBODY
                        : person.substring(Objects.requireNonNull(family).length()).strip(),
                Standing.detail(r, today),
                Motive.words(r.motives()),
                r.askerName() + ", " + r.quality().label().toLowerCase(java.util.Locale.FRENCH),
                FrenchDates.relative(r.receivedAt(), today),
                FrenchDates.exact(r.receivedAt()),
                level == null
                        ? null
                        : r.level() != null
                                ? "Niveau" + S + level
                                : "Proposition" + S + ": niveau" + S + level,
                clinical && !r.because().isEmpty() ? r.because().getFirst() : null,
                mark.words(),
                mark.tone(),
                mark.icon(),
                Colleagues.name(names, r.assignedTo()),
                Standing.active(r) && r.assignedTo() == null,
                handover != null
                        ? "Relais sans accusé depuis le "
                                + FrenchDates.shortDay(Standing.day(handover.sentAt()), today)
                        : r.status() == Status.EN_ATTENTE
                                ? "Attend des informations"
                                : r.status() == Status.ORIENTEE ? "Vers " + r.orientedTo() : null,
                door == null ? null : RightDoor.footnote(door),
                door == null
                        ? null
                        : "/demandes/" + r.id() + "/orientation?vers=" + door.structure());
    }

    NotIncludedPage notIncluded(String reason) {
        var today = LocalDate.now(clock);
        var all = rows.notIncluded(clock.instant().minus(YEAR));
        var kept = all.stream().filter(r -> reason.isEmpty() || reason.equals(code(r))).toList();
        trail.listed(
                "repérées non incluses",
                kept.stream().map(ReferralRow::patientId).filter(Objects::nonNull).toList());
        var groups =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        BoardScreens::code,
                                        java.util.TreeMap::new,
                                        Collectors.counting()));
        var tiles = new ArrayList<Tile>();
        tiles.add(
                new Tile(
                        "/demandes/sans-inclusion",
                        "toutes",
                        all.size(),
                        "",
                        "users",
                        reason.isEmpty()));
        groups.forEach((code, count) ->
                tiles.add(
                        new Tile(
                                "/demandes/sans-inclusion?motif=" + code,
                                label(code),
                                count.intValue(),
                                "",
                                "filter",
                                code.equals(reason))));
        return new NotIncludedPage(
                List.copyOf(tiles),
                kept.stream()
                        .map(r ->
                                new NotIncludedPage.Line(
                                        r.id().toString(),
                                        r.person() == null ? "" : r.person(),
                                        Standing.detail(r, today),
                                        label(code(r)),
                                        r.status() == Status.ORIENTEE ? r.orientedTo() : null,
                                        r.decidedAt() == null
                                                ? ""
                                                : FrenchDates.relative(r.decidedAt(), today),
                                        r.decidedAt() == null
                                                ? ""
                                                : FrenchDates.exact(r.decidedAt())))
                        .toList());
    }

    private static String code(ReferralRow r) {
        return r.closedReason() == null ? r.status().name() : r.closedReason();
    }

    private static String label(String code) {
        return Codes.of(ClosedReason.class, code)
                .map(ClosedReason::label)
                .or(() -> Codes.of(Status.class, code).map(Status::label))
                .orElse(code);
    }
}
