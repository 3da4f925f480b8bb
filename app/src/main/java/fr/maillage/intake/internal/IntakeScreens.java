package fr.maillage.intake.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.directory.Practitioners;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals;
import fr.maillage.intake.internal.BoardPage.Card;
import fr.maillage.intake.internal.BoardPage.Column;
import fr.maillage.intake.internal.BoardPage.Tile;
import fr.maillage.intake.internal.Codes.Agreement;
import fr.maillage.intake.internal.Codes.Channel;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Degree;
import fr.maillage.intake.internal.Codes.MtNotice;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.intake.internal.Codes.ToKind;
import fr.maillage.intake.internal.Codes.ToldHow;
import fr.maillage.intake.internal.ReferralPage.Fact;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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

/// The pages of intake, in words. They leave the trail of what they show, so their transactions
/// write.
@Component
@Transactional
class IntakeScreens {

    /// How long an answered request stays on the board.
    static final Duration ANSWERED = Duration.ofDays(14);

    /// How far back the list of persons not included looks.
    static final Duration YEAR = Duration.ofDays(365);

    private static final String S = Typography.NBSP;

    private final ReferralRows rows;
    private final Handovers handovers;
    private final Referrals referrals;
    private final Patients patients;
    private final Practitioners practitioners;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    IntakeScreens(
            ReferralRows rows,
            Handovers handovers,
            Referrals referrals,
            Patients patients,
            Practitioners practitioners,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.handovers = handovers;
        this.referrals = referrals;
        this.patients = patients;
        this.practitioners = practitioners;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    // The board.

    BoardPage board(String filter) {
        var me = SignedIn.current();
        var now = clock.instant();
        var all = rows.board(now.minus(ANSWERED));
        trail.listed(
                "demandes",
                all.stream().map(ReferralRow::patientId).filter(Objects::nonNull).toList());
        Map<String, Predicate<ReferralRow>> filters =
                Map.of(
                        "ouvertes", r -> active(r),
                        "retard", r -> active(r) && late(r, now),
                        "moi", r -> active(r) && Objects.equals(r.assignedTo(), me.memberId()),
                        "libres", r -> active(r) && r.assignedTo() == null);
        var kept =
                filters.containsKey(filter)
                        ? all.stream().filter(filters.get(filter)).toList()
                        : all;
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
        var names = names();
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
                                        now)),
                        new Column(
                                "Urgentes",
                                "is-urgent",
                                cards(
                                        kept.stream().filter(urgent).sorted(oldest),
                                        names,
                                        waiting,
                                        now)),
                        new Column(
                                "En cours",
                                "",
                                cards(
                                        kept.stream().filter(running).sorted(oldest),
                                        names,
                                        waiting,
                                        now)),
                        new Column(
                                "Répondues (14" + S + "j)",
                                "",
                                cards(kept.stream().filter(answered), names, waiting, now)));
        var acts = me.role() != fr.maillage.access.Role.HEAD;
        return new BoardPage(tiles, columns, acts, acts, team());
    }

    private static boolean active(ReferralRow r) {
        return r.status().open() || r.urgencyRuns();
    }

    private boolean late(ReferralRow r, Instant now) {
        if (r.urgencyRuns()) {
            var next = nextEvaluation(r);
            if (next != null && next.isBefore(now)) return true;
        }
        return r.status().open()
                && r.answerDue() != null
                && r.answerDue().isBefore(LocalDate.now(clock));
    }

    private static @Nullable Instant nextEvaluation(ReferralRow r) {
        if (r.done48() != null) return null;
        return r.done24() == null ? r.due24() : r.due48();
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
            Instant now) {
        return requests.map(r -> card(r, names, waiting.get(r.id()), now)).toList();
    }

    private Card card(
            ReferralRow r,
            Map<UUID, String> names,
            Handovers.@Nullable Handover handover,
            Instant now) {
        var today = LocalDate.now(clock);
        var clinical = SignedIn.current().role().clinical();
        var mark = mark(r, now, today);
        var person = r.person();
        var family = person == null ? null : person.replaceFirst(" [^ ]*[a-zà-ÿ].*$", "");
        var level = r.level() != null ? r.level() : r.proposedLevel();
        return new Card(
                r.id().toString(),
                family,
                person == null
                        ? IntakeText.ABOUT_NOBODY
                        : person.substring(Objects.requireNonNull(family).length()).strip(),
                detail(r, today),
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
                mark[0],
                mark[1],
                mark[2],
                r.assignedTo() == null
                        ? null
                        : names.getOrDefault(r.assignedTo(), "un collègue parti"),
                active(r) && r.assignedTo() == null,
                handover != null
                        ? "Relais sans accusé depuis le "
                                + FrenchDates.shortDay(day(handover.sentAt()), today)
                        : r.status() == Status.EN_ATTENTE
                                ? "Attend des informations"
                                : r.status() == Status.ORIENTEE ? "Vers " + r.orientedTo() : null);
    }

    /// The words, the class and the icon of what is late or due.
    private String[] mark(ReferralRow r, Instant now, LocalDate today) {
        if (r.urgencyRuns()) {
            var next = nextEvaluation(r);
            if (next == null)
                return new String[] {"Urgente, à faire entrer en niveau", "is-late", "urgent"};
            var hours = r.done24() == null ? "24" : "48";
            return next.isBefore(now)
                    ? new String[] {
                        "Évaluation à " + hours + S + "h en retard", "is-late", "urgent"
                    }
                    : new String[] {
                        "Urgente, " + hours + S + "h" + S + ": " + moment(next), "is-late", "urgent"
                    };
        }
        if (!r.status().open()) return new String[] {r.status().label(), "is-done", "check"};
        if (r.answerDue() == null) return new String[] {r.status().label(), "", "info-circle"};
        var due = r.answerDue();
        if (due.isBefore(today))
            return new String[] {
                "En retard" + S + ": réponse due " + FrenchDates.relative(due, today),
                "is-late",
                "alert-circle"
            };
        return new String[] {
            "Réponse due " + FrenchDates.relative(due, today),
            due.isAfter(today.plusDays(1)) ? "" : "is-due",
            "clock"
        };
    }

    static String moment(Instant at) {
        var local = LocalDateTime.ofInstant(at, FrenchDates.PARIS);
        return FrenchDates.shortDay(local.toLocalDate()) + " à" + S + FrenchDates.time(local);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, FrenchDates.PARIS);
    }

    private static @Nullable String detail(ReferralRow r, LocalDate today) {
        if (r.person() == null) return null;
        return Stream.of(
                        r.birthDate() == null ? null : FrenchDates.age(r.birthDate(), today),
                        r.commune())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        networks.team(LocalDate.now(clock)).forEach(m -> names.put(m.id(), m.name()));
        return names;
    }

    private List<Choice> team() {
        return networks.coordinators(LocalDate.now(clock)).stream()
                .map(m -> new Choice(m.id().toString(), m.name()))
                .toList();
    }

    // The new request.

    /// @param search whether the directory is searched too, for the form without script
    NewReferralPage form(ReferralForm form, FormErrors errors, boolean search) {
        var days = networks.setting(Setting.ANSWER_DAYS, null);
        var askers =
                search && form.askerRpps().isBlank()
                        ? practitioners.near(form.asker(), 6).stream()
                                .map(p ->
                                        new NearPage.Line(
                                                p.rpps(),
                                                p.displayName(),
                                                p.professionLabel()
                                                        + (p.communeName() == null
                                                                ? ""
                                                                : ", " + p.communeName())))
                                .toList()
                        : List.<NearPage.Line>of();
        return new NewReferralPage(
                form,
                errors,
                near(form.subject(), form.patient()),
                askers,
                Arrays.stream(AskerQuality.values())
                        .map(q -> new Choice(q.name(), q.label()))
                        .toList(),
                Arrays.stream(Motive.values()).map(m -> new Choice(m.name(), m.label())).toList(),
                Codes.choices(Channel.values()),
                Arrays.stream(Degree.values())
                        .map(d ->
                                new NewReferralPage.Degree(
                                        d.name(), d.label(), IntakeText.answerDelay(d, days)))
                        .toList(),
                Codes.choices(Agreement.values()));
    }

    NearPage near(String typed, String chosen) {
        var asked = typed.strip().length() >= 2;
        var today = LocalDate.now(clock);
        var found =
                asked
                        ? patients.near(typed.length() > 200 ? typed.substring(0, 200) : typed, 8)
                        : List.<Patients.Near>of();
        trail.listed("recherche", found.stream().map(n -> n.id().value()).toList());
        return new NearPage(
                typed,
                asked,
                found.stream()
                        .map(n ->
                                new NearPage.Line(
                                        n.id().toString(),
                                        n.displayName(),
                                        Stream.of(
                                                        n.birthDate() == null
                                                                ? null
                                                                : FrenchDates.age(
                                                                                n.birthDate(),
                                                                                today)
                                                                        + ", né(e) le "
                                                                        + FrenchDates.numeric(
                                                                                n.birthDate()),
                                                        n.communeName(),
                                                        n.deceasedOn() == null
                                                                ? null
                                                                : "décès le "
                                                                        + FrenchDates.numeric(
                                                                                n.deceasedOn()))
                                                .filter(Objects::nonNull)
                                                .collect(Collectors.joining(" · "))))
                        .toList(),
                chosen);
    }

    // One request.

    ReferralPage page(UUID id, FormErrors errors, ReferralPage.Typed typed) {
        var r = rows.get(id);
        var me = SignedIn.current();
        var clinical = me.role().clinical();
        var today = LocalDate.now(clock);
        var now = clock.instant();
        if (r.patient() != null) trail.read(r.patient(), "demande", id);
        var facts = new ArrayList<Fact>();
        facts.add(
                new Fact(
                        "Adresseur",
                        r.askerName()
                                + " ("
                                + r.quality().label().toLowerCase(java.util.Locale.FRENCH)
                                + ")"
                                + (r.askerStructure() == null ? "" : ", " + r.askerStructure())));
        if (r.askerPhone() != null)
            facts.add(new Fact("À rappeler au", PhoneNumber.written(r.askerPhone())));
        if (r.askerRpps() != null) facts.add(new Fact("RPPS", r.askerRpps()));
        facts.add(new Fact("Motif", Motive.words(r.motives())));
        facts.add(
                new Fact(
                        "Reçue",
                        FrenchDates.exact(r.receivedAt())
                                + ", "
                                + Codes.of(Channel.class, r.channel())
                                        .map(c -> c.label().toLowerCase(java.util.Locale.FRENCH))
                                        .orElse("")
                                + (r.recordedBy() == null ? "" : ", par " + r.recordedBy())));
        Codes.of(Agreement.class, r.agreement())
                .ifPresent(a ->
                        facts.add(
                                new Fact(
                                        "La personne",
                                        a.label()
                                                + (r.agreementReason() == null || !clinical
                                                        ? ""
                                                        : S + ": " + r.agreementReason()))));
        if (r.answerDue() != null && r.status().open())
            facts.add(
                    new Fact(
                            "Réponse due",
                            FrenchDates.longDay(r.answerDue())
                                    + " ("
                                    + FrenchDates.relative(r.answerDue(), today)
                                    + ")"));
        var mt =
                Codes.of(
                                MtNotice.class,
                                r.mtTold() || r.patientId() == null ? r.mtNotice() : "OPPOSITION")
                        .orElse(MtNotice.SANS_OBJET);
        var level = r.level() != null ? r.level() : r.proposedLevel();
        var proposeObstacles = Decision.obstacles(new Decision.Propose(), r.situation());
        var names = names();
        return new ReferralPage(
                id.toString(),
                r.number(),
                r.person() == null ? IntakeText.ABOUT_NOBODY : r.person(),
                r.patientId() == null ? null : "/dossiers/" + r.patientId(),
                detail(r, today),
                r.status().label(),
                r.status().open() ? "is-due" : "is-done",
                r.status().open(),
                Codes.of(Degree.class, r.urgency()).map(Degree::label).orElse(""),
                r.urgency().equals("URGENTE"),
                r.urgencyOpenedAt() == null
                        ? null
                        : r.urgencyRuns() ? mark(r, now, today)[0] : "Circuit d’urgence terminé",
                r.urgencyRuns() && late(r, now),
                List.copyOf(facts),
                clinical,
                clinical ? r.ownWords() : null,
                clinical ? r.relativesWords() : null,
                clinical ? r.note() : null,
                mt.label()
                        + (mt == MtNotice.A_PREVENIR && r.mtLetterReady()
                                ? IntakeText.LETTER_READY
                                : "")
                        + (r.mtName() == null || mt == MtNotice.SANS_MT
                                ? ""
                                : " (" + r.mtName() + ")")
                        + (r.mtToldAt() == null
                                ? ""
                                : ", le "
                                        + FrenchDates.shortDay(day(r.mtToldAt()), today)
                                        + Codes.of(ToldHow.class, r.mtToldHow())
                                                .map(h ->
                                                        ", "
                                                                + h.label()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .FRENCH))
                                                .orElse("")),
                switch (mt) {
                    case PREVENU, EST_L_ADRESSEUR -> "is-done";
                    case A_PREVENIR -> "is-due";
                    default -> "";
                },
                mt == MtNotice.A_PREVENIR && me.role() != fr.maillage.access.Role.HEAD,
                Codes.choices(ToldHow.values()),
                level == null
                        ? null
                        : (r.level() == null ? "Proposition Maillage" + S + ": " : "")
                                + IntakeText.level(level),
                clinical ? r.because() : List.of(),
                r.needValidatedOn() == null
                        ? null
                        : "Besoin de coordination validé le "
                                + FrenchDates.date(r.needValidatedOn()),
                outcome(r, clinical),
                r.assignedTo() == null
                        ? null
                        : names.getOrDefault(r.assignedTo(), "un collègue parti"),
                r.assignedTo() == null ? null : r.assignedTo().toString(),
                team(),
                active(r) && r.assignedTo() == null,
                told(r),
                handovers.of(id).stream().map(h -> handover(h, today, clinical)).toList(),
                proposeObstacles.isEmpty() ? null : IntakeText.of(proposeObstacles.getFirst()),
                r.status() == Status.ACCOMPAGNEMENT && r.patientId() != null
                        ? "/dossiers/" + r.patientId() + "/inclusion?demande=" + id
                        : null,
                clinical,
                clinical || r.patientId() == null && me.role() != fr.maillage.access.Role.HEAD,
                me.role() != fr.maillage.access.Role.HEAD,
                Codes.choices(ClosedReason.values()),
                errors,
                typed);
    }

    private ReferralPage.Handover handover(
            Handovers.Handover h, LocalDate today, boolean clinical) {
        var limit = day(h.sentAt()).plusDays(networks.setting(Setting.HANDOVER_DAYS, null));
        return new ReferralPage.Handover(
                h.id().toString(),
                h.toName(),
                Codes.of(ToKind.class, h.toKind()).map(ToKind::label).orElse(h.toKind()),
                clinical ? h.content() : "",
                FrenchDates.relative(h.sentAt(), today),
                FrenchDates.exact(h.sentAt()),
                h.acknowledgedAt() == null
                        ? null
                        : "Reçu le "
                                + FrenchDates.shortDay(day(h.acknowledgedAt()), today)
                                + ", confirmé par "
                                + h.acknowledgedBy()
                                + (h.acknowledgedNote() == null || !clinical
                                        ? ""
                                        : S + ": " + h.acknowledgedNote()),
                h.remindedAt() == null
                        ? null
                        : "Relancé " + FrenchDates.relative(h.remindedAt(), today),
                h.acknowledgedAt() == null && today.isAfter(limit));
    }

    private static @Nullable String outcome(ReferralRow r, boolean clinical) {
        return switch (r.status()) {
            case A_ANALYSER -> null;
            case EN_ATTENTE ->
                    clinical && r.awaiting() != null
                            ? "Attend" + S + ": " + r.awaiting()
                            : "Attend des informations";
            case CONSEIL ->
                    (clinical || r.patientId() == null) && r.advice() != null
                            ? "Conseil donné" + S + ": " + r.advice()
                            : "Conseil donné";
            case ORIENTEE -> "Orientée vers " + r.orientedTo();
            case ACCOMPAGNEMENT -> "Accompagnement proposé";
            case SANS_SUITE ->
                    "Sans suite"
                            + S
                            + ": "
                            + Codes.of(ClosedReason.class, r.closedReason())
                                    .map(ClosedReason::label)
                                    .orElse("")
                            + (r.closedNote() == null || !clinical ? "" : ", " + r.closedNote());
        };
    }

    /// Who is told, and how much: the letters themselves are the correspondence's.
    private List<String> told(ReferralRow r) {
        var lines = new ArrayList<String>();
        for (var letter : referrals.noticeFor(r.id()).letters()) {
            lines.add(
                    letter.recipientName()
                            + S
                            + ": "
                            + letter.subject().toLowerCase(java.util.Locale.FRENCH));
        }
        return lines;
    }

    // Lists.

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
                                        IntakeScreens::code,
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
                                        detail(r, today),
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
