package fr.maillage.portal.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.careplan.CarePlans.Intervention;
import fr.maillage.careplan.CarePlans.Plan;
import fr.maillage.careplan.CarePlans;
import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.documents.Documents;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.portal.internal.AwaitedActs.Awaited;
import fr.maillage.web.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The pages of members of circles, in words. What may be shown was decided by [CaseFiles]: here, a
/// page keeps what belongs to the parts its reader was given, and nothing else.
@Component
@Transactional(readOnly = true)
class PortalScreens {

    /// More persons than any circle member follows at once.
    private static final int MOST = 500;

    /// Documents shown on the page of one person; the list has the others.
    private static final int DOCUMENTS = 6;

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseFiles caseFiles;
    private final CarePlans carePlans;
    private final Documents documents;
    private final Structures structures;
    private final LastVisit lastVisit;
    private final AwaitedActs awaitedActs;

    PortalScreens(
            JdbcClient sql,
            Clock clock,
            CaseFiles caseFiles,
            CarePlans carePlans,
            Documents documents,
            Structures structures,
            LastVisit lastVisit,
            AwaitedActs awaitedActs) {
        this.sql = sql;
        this.clock = clock;
        this.caseFiles = caseFiles;
        this.carePlans = carePlans;
        this.documents = documents;
        this.structures = structures;
        this.lastVisit = lastVisit;
        this.awaitedActs = awaitedActs;
    }

    /// Persons followed today, or whose file is still read for the relay, whose circle names this
    /// professional, by account or by RPPS number, in every structure they work with. Whether their
    /// file opens is for [CaseFiles] to say.
    List<Candidate> candidates(SignedIn who) {
        return sql.sql(
                        """
                        select distinct on (i.display_name collate "fr-x-icu", c.patient_id) c.network_id, c.patient_id, i.display_name, c.role, c.profession
                        from casefile.circle c
                        left join casefile.open_support s on s.network_id = c.network_id and s.patient_id = c.patient_id
                        left join casefile.relay r on r.network_id = c.network_id and r.patient_id = c.patient_id
                        join patient.identity i on i.network_id = c.network_id and i.id = c.patient_id
                        where c.kind <> 'PROCHE' and (c.account_id = :account or c.rpps = :rpps)
                          and c.since <= :today and (c.until is null or c.until >= :today)
                          and (s.id is not null or r.read_until >= :today)
                        order by i.display_name collate "fr-x-icu", c.patient_id, c.main desc limit :most
                        """)
                .param("account", who.accountId())
                .param("rpps", who.rpps())
                .param("today", today())
                .param("most", MOST)
                .query((row, _) ->
                        new Candidate(
                                new NetworkId(row.getObject("network_id", UUID.class)),
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                row.getString("display_name"),
                                row.getString("role"),
                                row.getString("profession")))
                .list();
    }

    /// A person whose circle names the reader.
    record Candidate(
            NetworkId network,
            PatientId patient,
            String name,
            String role,
            @Nullable String profession) {
        @Override
        public String toString() {
            return "Candidate[" + patient + "]";
        }
    }

    /// A candidate whose file opens.
    record Followed(Candidate candidate, OpenFile file) {}

    MyPatientsPage mine(SignedIn who, List<Followed> followed, List<MyPatientsPage.Act> acts) {
        var open = followed.stream().map(f -> f.candidate().patient()).collect(Collectors.toSet());
        var names = new LinkedHashMap<NetworkId, String>();
        for (var f : followed)
            names.computeIfAbsent(
                    f.candidate().network(), network -> structures.frameOf(network).shortName());
        return new MyPatientsPage(
                FrenchDates.longDay(today()),
                who.rpps() == null
                        ? List.of()
                        : carePlans.awaitedFrom(who.rpps()).stream()
                                .filter(a -> open.contains(a.patient()))
                                .map(a ->
                                        new MyPatientsPage.Opinion(
                                                a.pps().toString(),
                                                a.person(),
                                                a.number(),
                                                FrenchDates.relative(a.submittedAt(), today()),
                                                a.late()))
                                .toList(),
                acts,
                followed.stream()
                        .map(f -> {
                            var banner = f.file().banner();
                            return new MyPatientsPage.Person(
                                    banner.id(),
                                    banner.family(),
                                    banner.given(),
                                    banner.age(),
                                    banner.commune(),
                                    Objects.requireNonNullElse(
                                            names.get(f.candidate().network()), ""),
                                    f.candidate().role().equals("INTERVENANT")
                                                    && f.candidate().profession() != null
                                            ? f.candidate().profession()
                                            : PortalText.role(f.candidate().role()),
                                    tasksOnly(f.file()) ? null : banner.levelLabel(),
                                    banner.deceased());
                        })
                        .toList());
    }

    static boolean tasksOnly(OpenFile file) {
        return file.parts().equals(Set.of("TACHES"));
    }

    /// The lines of the circle that are the reader's own.
    Set<UUID> myLines(PatientId patient, SignedIn who) {
        return caseFiles.circle(patient, today()).stream()
                .filter(actor -> isMe(actor, who))
                .map(Actor::id)
                .collect(Collectors.toSet());
    }

    private static boolean isMe(Actor actor, SignedIn who) {
        return who.accountId().equals(actor.accountId())
                || (actor.rpps() != null && actor.rpps().equals(who.rpps()));
    }

    MyPatientPage one(
            OpenFile file,
            SignedIn who,
            List<MyPatientPage.Act> acts,
            List<MyPatientPage.Reason> reasons,
            MyPatientPage.@Nullable Refused refused) {
        return page(file, myLines(file.patient(), who), acts, reasons, refused, null);
    }

    /// The page of this member as they would read it, without what is for them to do: no act to
    /// mark, no visit of theirs to compare with, and no document, whose audience is asked of who is
    /// signed in.
    ///
    /// @param file as they would open it
    MyPatientPage preview(OpenFile file, Actor member) {
        var lines =
                caseFiles.circle(file.patient(), today()).stream()
                        .filter(a ->
                                a.id().equals(member.id())
                                        || a.accountId() != null
                                                && a.accountId().equals(member.accountId())
                                        || a.rpps() != null && a.rpps().equals(member.rpps()))
                        .map(Actor::id)
                        .collect(Collectors.toSet());
        return page(file, lines, List.of(), List.of(), null, member.name());
    }

    /// @param mine lines of the circle that are the reader's
    /// @param as whose page is shown to somebody else; null for the reader's own
    private MyPatientPage page(
            OpenFile file,
            Set<UUID> mine,
            List<MyPatientPage.Act> acts,
            List<MyPatientPage.Reason> reasons,
            MyPatientPage.@Nullable Refused refused,
            @Nullable String as) {
        var patient = file.patient();
        var banner = file.banner();
        var frame = structures.frameOf(file.network());
        var circle = caseFiles.circle(patient, today());
        var tasksOnly = tasksOnly(file);
        var plan = carePlans.current(patient).orElse(null);
        var awaited = awaitedActs.of(patient);
        var interventions = plan == null ? List.<Intervention>of() : plan.interventions();
        var own =
                interventions.stream()
                        .filter(i -> i.actorId() != null && mine.contains(i.actorId()))
                        .toList();
        var shown =
                tasksOnly
                        ? List.<Intervention>of()
                        : interventions.stream()
                                .filter(i -> !own.contains(i) && file.parts().contains(i.part()))
                                .toList();
        return new MyPatientPage(
                banner.id(),
                banner.family(),
                banner.given(),
                banner.age(),
                banner.commune(),
                banner.deceased(),
                tasksOnly ? List.of() : banner.warnings(),
                frame.name(),
                frame.onCallPhone(),
                frame.hours(),
                banner.coordinator(),
                tasksOnly,
                plan == null || tasksOnly
                        ? null
                        : "Version "
                                + plan.number()
                                + ", en vigueur depuis le "
                                + FrenchDates.date(day(plan)),
                plan == null || tasksOnly || !file.parts().contains("MEDICAL")
                        ? null
                        : plan.amendment(),
                plan == null || tasksOnly || plan.validated() || !plan.opinion().equals("ATTENDU")
                        ? null
                        : "Avis du médecin traitant attendu",
                as != null
                        ? null
                        : lastVisit
                                .of(
                                        file,
                                        plan,
                                        Stream.concat(own.stream(), shown.stream()).toList())
                                .orElse(null),
                acts,
                own.stream().map(i -> task(i, awaited)).toList(),
                plan == null || tasksOnly ? List.of() : texts(plan, file.parts()),
                plan == null || !file.parts().contains("MEDICAL")
                        ? List.of()
                        : plan.pathologies().stream()
                                .map(p -> p.ald() ? p.label() + " (ALD)" : p.label())
                                .toList(),
                plan == null || tasksOnly ? List.of() : goals(plan, file.parts(), shown, awaited),
                shown.stream()
                        .filter(i -> plan == null || !underAGoal(plan, file.parts(), i))
                        .map(i -> task(i, awaited))
                        .toList(),
                tasksOnly || as != null ? List.of() : documents.of(file, DOCUMENTS),
                tasksOnly ? List.of() : circle.stream().map(PortalScreens::member).toList(),
                reasons,
                today().toString(),
                refused,
                banner.crisis(),
                as);
    }

    private static List<MyPatientPage.Text> texts(Plan plan, Set<String> parts) {
        return plan.sections().stream()
                .filter(section ->
                        section.part().equals("TACHES") || parts.contains(section.part()))
                .map(section -> new MyPatientPage.Text(section.title(), section.text()))
                .toList();
    }

    private List<MyPatientPage.Goal> goals(
            Plan plan, Set<String> parts, List<Intervention> shown, Awaited awaited) {
        return plan.goals().stream()
                .filter(goal -> parts.contains(goal.part()))
                .map(goal ->
                        new MyPatientPage.Goal(
                                goal.title(),
                                goal.measure(),
                                PortalText.result(goal.result()),
                                shown.stream()
                                        .filter(i -> goal.id().equals(i.goal()))
                                        .map(i -> task(i, awaited))
                                        .toList()))
                .toList();
    }

    private static boolean underAGoal(Plan plan, Set<String> parts, Intervention intervention) {
        return plan.goals().stream()
                .anyMatch(goal ->
                        parts.contains(goal.part()) && goal.id().equals(intervention.goal()));
    }

    private MyPatientPage.Task task(Intervention intervention, Awaited awaited) {
        return new MyPatientPage.Task(
                intervention.title(),
                intervention.actor() == null ? "À trouver" : intervention.actor(),
                intervention.profession(),
                intervention.when(),
                intervention.place(),
                awaited.next(intervention.id())
                        .map(act -> PortalText.next(act, today()))
                        .orElse(null),
                PortalText.volet(intervention.part()));
    }

    private static MyPatientPage.Member member(Actor actor) {
        return new MyPatientPage.Member(
                actor.name(),
                actor.profession(),
                PortalText.role(actor.role()),
                phone(actor.phone()),
                dial(actor.phone()));
    }

    static LocalDate day(Plan plan) {
        return LocalDate.ofInstant(plan.inForceAt(), FrenchDates.PARIS);
    }

    static @Nullable String phone(@Nullable String stored) {
        return stored == null ? null : PhoneNumber.written(stored);
    }

    static @Nullable String dial(@Nullable String stored) {
        return stored == null
                ? null
                : PhoneNumber.parse(stored).map(PhoneNumber::dial).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
