package fr.maillage.portal.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.CarePlans.Intervention;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.careplan.CarePlans.Section;
import fr.maillage.careplan.CarePlans;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CrisisPlans;
import fr.maillage.casefile.Rights;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.portal.internal.AwaitedActs.Awaited;
import fr.maillage.web.Structures;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages of the person and of the relative who reads with them: what the plan says in plain
/// words, who is around, who opened the file.
@Component
@Transactional(readOnly = true)
class MyPlanScreens {

    private static final int TRAIL_LINES = 200;

    /// As many as one takes in at a glance; the pages of the circle and of the openings have all.
    private static final int FEW = 4;

    private static final List<String> WISHES = List.of("LIFE_PROJECT", "PREFERENCES_PERSON");

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseFiles caseFiles;
    private final CarePlans carePlans;
    private final Structures structures;
    private final Trail trail;
    private final Rights rights;
    private final AwaitedActs awaitedActs;

    MyPlanScreens(
            JdbcClient sql,
            Clock clock,
            CaseFiles caseFiles,
            CarePlans carePlans,
            Structures structures,
            Trail trail,
            Rights rights,
            AwaitedActs awaitedActs) {
        this.sql = sql;
        this.clock = clock;
        this.caseFiles = caseFiles;
        this.carePlans = carePlans;
        this.structures = structures;
        this.trail = trail;
        this.rights = rights;
        this.awaitedActs = awaitedActs;
    }

    MyPlanPage plan(OpenFile file, SignedIn who) {
        return plan(file, reader(file, who), PortalText.firstName(who.displayName()), null);
    }

    /// The page of the person, or of a relative who reads with them, as they would read it: who
    /// opened the file is theirs alone.
    MyPlanPage preview(OpenFile file, @Nullable Actor relative) {
        var banner = file.banner();
        var name = banner.given() + " " + banner.family();
        var feminine = feminine(file);
        return relative == null
                ? plan(file, Reader.person(name, feminine), banner.given(), banner.name())
                : plan(
                        file,
                        Reader.relative(relation(relative), name, feminine),
                        PortalText.firstName(relative.name()),
                        relative.name());
    }

    private @Nullable String relation(Actor relative) {
        return sql.sql("select coalesce(relation, '') from casefile.relative where id = :id")
                .param("id", relative.id())
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse(null);
    }

    /// @param as whose page is shown to somebody else; null for the reader's own
    private MyPlanPage plan(OpenFile file, Reader reader, String first, @Nullable String as) {
        var frame = structures.frameOf(file.network());
        var plan = carePlans.current(file.patient()).orElse(null);
        var preparing =
                sql.sql(
                                "select exists (select 1 from careplan.pending_pps where patient_id = :patient and status = 'SOUMIS')")
                        .param("patient", file.patient().value())
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        var circle = caseFiles.circle(file.patient(), today());
        var awaited = awaitedActs.of(file.patient());
        var coming = coming(file, plan, awaited);
        return new MyPlanPage(
                reader,
                first,
                plan == null ? null : FrenchDates.date(PortalScreens.day(plan)),
                plan == null ? null : wish(plan),
                week(coming),
                coming.stream()
                        .filter(c -> c.day().isAfter(today().plusDays(6)))
                        .findFirst()
                        .map(c -> PortalText.later(c.day(), c.what()))
                        .orElse(null),
                plan == null ? List.of() : cards(plan, reader, awaited),
                preparing,
                file.banner().doctor(),
                crisis(file, plan),
                new MyPlanPage.Help(
                        plan != null && plan.referent() != null
                                ? plan.referent()
                                : file.banner().coordinator(),
                        frame.name(),
                        frame.onCallPhone(),
                        Objects.requireNonNullElse(PortalScreens.dial(frame.onCallPhone()), ""),
                        frame.hours()),
                plan == null ? null : FrenchDates.longDay(plan.reassessOn()),
                circle.stream().limit(FEW).map(a -> around(a, reader)).toList(),
                circle.size(),
                as != null
                        ? List.of()
                        : opened(trail.of(file.patient(), true, 60), reader).stream()
                                .limit(FEW)
                                .toList(),
                reader.self()
                        ? rights.of(file.patient()).stream()
                                .filter(right -> !right.closed())
                                .map(Rights.Named::words)
                                .toList()
                        : List.of(),
                plan == null
                        ? List.of()
                        : plan.sections().stream()
                                .filter(section ->
                                        !WISHES.contains(section.key())
                                                && !section.key().equals("CRISIS"))
                                .map(section ->
                                        new MyPlanPage.Text(section.title(), section.text()))
                                .toList(),
                file.banner().id(),
                as);
    }

    /// What the crisis plan says, or else the plan of care.
    private static @Nullable String crisis(OpenFile file, @Nullable Plan plan) {
        var crisis = file.banner().crisis();
        if (crisis == null || crisis.written() == null)
            return plan == null ? null : text(plan, "CRISIS");
        return CrisisPlans.joined(
                CrisisPlans.joined(crisis.words(), crisis.medical()), crisis.directives());
    }

    /// A relative of the circle who signs in reads somebody else's plan; any other account of this
    /// door is the person's.
    private Reader reader(OpenFile file, SignedIn who) {
        var name = file.banner().given() + " " + file.banner().family();
        var feminine = feminine(file);
        return sql.sql(
                        "select coalesce(relation, '') as relation from casefile.relative where patient_id = :patient and account_id = :account limit 1")
                .param("patient", file.patient().value())
                .param("account", who.accountId())
                .query((row, _) -> row.getString("relation"))
                .optional()
                .map(relation -> Reader.relative(relation, name, feminine))
                .orElseGet(() -> Reader.person(name, feminine));
    }

    private boolean feminine(OpenFile file) {
        return sql.sql("select sex from patient.identity where id = :patient")
                .param("patient", file.patient().value())
                .query((row, _) -> String.valueOf(row.getString("sex")))
                .single()
                .equals("F");
    }

    private record Coming(LocalDate day, @Nullable LocalTime at, String what) {}

    // acts awaited and appointments with the team, over the next months, in order; an act whose
    // first day has passed is in its card
    private List<Coming> coming(OpenFile file, @Nullable Plan plan, Awaited awaited) {
        var today = today();
        var found = new ArrayList<Coming>();
        for (var i : plan == null ? List.<Intervention>of() : plan.interventions()) {
            awaited.of(i.id()).stream()
                    .filter(act ->
                            !act.on().isBefore(today) && act.on().isBefore(today.plusMonths(3)))
                    .map(act ->
                            new Coming(
                                    act.on(),
                                    null,
                                    PortalText.toCome(
                                            i.title(),
                                            i.byThePerson() ? null : i.actor(),
                                            act,
                                            today)))
                    .forEach(found::add);
        }
        found.addAll(
                sql.sql(
                                """
                                select a.kind, a.starts_at, concat_ws(' ', m.given_name, m.family_name) as member
                                  from agenda.to_come a left join network.team_member m on m.network_id = a.network_id and m.id = a.member_id
                                 where a.patient_id = :patient and a.starts_at >= :now and a.with_the_person
                                 order by a.starts_at limit 50
                                """)
                        .param("patient", file.patient().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .query((row, _) -> {
                            var at =
                                    LocalDateTime.ofInstant(
                                            row.getTimestamp("starts_at").toInstant(),
                                            FrenchDates.PARIS);
                            return new Coming(
                                    at.toLocalDate(),
                                    at.toLocalTime(),
                                    PortalText.appointment(
                                            row.getString("kind"),
                                            FrenchDates.time(at),
                                            row.getString("member")));
                        })
                        .list());
        found.sort(
                Comparator.comparing(Coming::day)
                        .thenComparing(Coming::at, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Coming::what));
        return found;
    }

    private List<MyPlanPage.Day> week(List<Coming> coming) {
        var today = today();
        return today.datesUntil(today.plusDays(7))
                .map(day ->
                        new MyPlanPage.Day(
                                PortalText.day(day, today),
                                coming.stream()
                                        .filter(c -> c.day().equals(day))
                                        .map(Coming::what)
                                        .toList()))
                .filter(day -> !day.what().isEmpty())
                .toList();
    }

    private static @Nullable String wish(Plan plan) {
        var words =
                WISHES.stream()
                        .map(key -> text(plan, key))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String text(Plan plan, String key) {
        return plan.sections().stream()
                .filter(s -> s.key().equals(key))
                .map(Section::text)
                .findFirst()
                .orElse(null);
    }

    private List<MyPlanPage.Card> cards(Plan plan, Reader reader, Awaited awaited) {
        var cards = new ArrayList<MyPlanPage.Card>();
        for (var goal : plan.goals()) {
            if (goal.result().equals("ABANDONNE")) continue;
            cards.add(
                    new MyPlanPage.Card(
                            goal.title(),
                            goal.measure(),
                            plan.interventions().stream()
                                    .filter(i -> goal.id().equals(i.goal()))
                                    .map(i -> line(i, awaited))
                                    .toList()));
        }
        var goals =
                plan.goals().stream()
                        .filter(g -> !g.result().equals("ABANDONNE"))
                        .map(CarePlans.Goal::id)
                        .collect(Collectors.toSet());
        plan.interventions().stream()
                .filter(i -> i.goal() == null || !goals.contains(i.goal()))
                .collect(
                        Collectors.groupingBy(
                                Intervention::part, LinkedHashMap::new, Collectors.toList()))
                .forEach((part, lines) ->
                        cards.add(
                                new MyPlanPage.Card(
                                        PortalText.toCare(part, reader),
                                        null,
                                        lines.stream().map(i -> line(i, awaited)).toList())));
        return List.copyOf(cards);
    }

    private MyPlanPage.Line line(Intervention i, Awaited awaited) {
        var icon =
                switch (i.part()) {
                    case "SOINS" -> "stethoscope";
                    case "EDUCATION" -> "info-circle";
                    default -> "home-heart";
                };
        return new MyPlanPage.Line(
                i.actor(),
                i.profession(),
                i.title(),
                i.when(),
                awaited.next(i.id()).map(act -> PortalText.next(act, today())).orElse(null),
                icon);
    }

    MyCirclePage circle(OpenFile file, SignedIn who) {
        var reader = reader(file, who);
        var frame = structures.frameOf(file.network());
        var circle = caseFiles.circle(file.patient(), today());
        return new MyCirclePage(
                reader,
                circle.stream()
                        .filter(a -> !a.kind().equals("PROCHE"))
                        .map(a -> around(a, reader))
                        .toList(),
                circle.stream()
                        .filter(a -> a.kind().equals("PROCHE"))
                        .map(a -> around(a, reader))
                        .toList(),
                file.banner().coordinator(),
                frame.name(),
                frame.onCallPhone(),
                Objects.requireNonNullElse(PortalScreens.dial(frame.onCallPhone()), ""));
    }

    private static MyCirclePage.Member around(Actor actor, Reader reader) {
        return new MyCirclePage.Member(
                actor.name(),
                PortalText.quality(actor, reader),
                PortalScreens.phone(actor.phone()),
                PortalScreens.dial(actor.phone()),
                PortalText.sees(actor, reader));
    }

    MyAccessPage accesses(OpenFile file, SignedIn who) {
        var frame = structures.frameOf(file.network());
        var lines = trail.of(file.patient(), true, TRAIL_LINES);
        var reader = reader(file, who);
        return new MyAccessPage(
                reader,
                opened(lines, reader),
                lines.size() == TRAIL_LINES,
                frame.name(),
                frame.onCallPhone(),
                Objects.requireNonNullElse(PortalScreens.dial(frame.onCallPhone()), ""));
    }

    // the same thing by the same person on the same day is one line
    private List<MyAccessPage.Line> opened(List<Trail.Line> lines, Reader reader) {
        var grouped = new LinkedHashMap<List<Object>, List<Trail.Line>>();
        for (var line : lines) {
            var day = LocalDate.ofInstant(line.at(), FrenchDates.PARIS);
            grouped.computeIfAbsent(
                            List.of(day, line.actor(), line.action(), line.what()),
                            _ -> new ArrayList<>())
                    .add(line);
        }
        return grouped.values().stream()
                .map(same ->
                        new MyAccessPage.Line(
                                same.getFirst().actor(),
                                PortalText.access(
                                        same.getFirst().action(), same.getFirst().what(), reader),
                                FrenchDates.relative(same.getFirst().at(), today()),
                                FrenchDates.exact(same.getFirst().at()),
                                same.size()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
