package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.careplan.PlanSuggestions;
import fr.maillage.careplan.internal.education.EducationScreens;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of a plan show. The file was opened by the controller; a member of the circle
/// sees the parts they were given, and their own tasks.
@Component
class PpsScreens {

    private static final List<String> GROUPS =
            List.of(
                    "PROFESSIONNEL_DE_SANTE",
                    "ETABLISSEMENT",
                    "CLIC",
                    "MEDICO_SOCIAL",
                    "RESEAU",
                    "MAIA",
                    "PROCHE");

    private final PpsRepository plans;
    private final PlanHistory history;
    private final PpsService service;
    private final CaseFiles files;
    private final PpsTree tree;
    private final ReceiptScreens receipts;
    private final PlanMarks marks;
    private final AidScreens aids;
    private final ChangeLog log;
    private final IncompleteScreens incomplete;
    private final EducationScreens education;
    private final PlanSuggestions suggestions;
    private final Discussed discussed;
    private final Clock clock;

    PpsScreens(
            PpsRepository plans,
            PlanHistory history,
            PpsService service,
            CaseFiles files,
            PpsTree tree,
            ReceiptScreens receipts,
            PlanMarks marks,
            AidScreens aids,
            ChangeLog log,
            IncompleteScreens incomplete,
            EducationScreens education,
            PlanSuggestions suggestions,
            Discussed discussed,
            Clock clock) {
        this.plans = plans;
        this.history = history;
        this.service = service;
        this.files = files;
        this.tree = tree;
        this.receipts = receipts;
        this.marks = marks;
        this.aids = aids;
        this.log = log;
        this.incomplete = incomplete;
        this.education = education;
        this.suggestions = suggestions;
        this.discussed = discussed;
        this.clock = clock;
    }

    /// The version to show first: the one in preparation for those who write it, else the one in
    /// force, else the last.
    @Transactional(readOnly = true)
    public Optional<UUID> mainVersion(OpenFile file) {
        var all = plans.of(file.patient());
        var inForce = all.stream().filter(p -> p.status() == Status.EN_VIGUEUR).findFirst();
        if (inForce.isPresent()) return inForce.map(Pps::id);
        return all.stream()
                .filter(p -> writes() || p.status() != Status.BROUILLON)
                .findFirst()
                .map(Pps::id);
    }

    /// A plan of this person. Throws `NotFound`, as for a draft shown to somebody who does not
    /// write it.
    @Transactional(readOnly = true)
    public Pps plan(PatientId patient, UUID id) {
        var pps = plans.get(id);
        if (!pps.patient().equals(patient) || (pps.status() == Status.BROUILLON && !writes()))
            throw new NotFound("pps", id);
        return pps;
    }

    @Transactional(readOnly = true)
    public Pps plan(UUID id) {
        return plans.get(id);
    }

    @Transactional(readOnly = true)
    public PpsPage page(OpenFile file, UUID id, FormErrors errors, String typedReason) {
        var pps = plan(file.patient(), id);
        var today = today();
        var all = plans.of(pps.patient());
        var opinions = history.opinions(id);
        var handings = history.handings(id);
        var counts = tree.counts(pps.patient(), today);
        var mine = mine(file);
        var content = readable(pps.content(), file.parts(), mine);
        var said = discussed.of(file, content);
        var actions =
                opinions.stream()
                        .map(o ->
                                new PpsPage.Line(
                                        PpsText.of(o.opinion())
                                                + ", par "
                                                + o.givenBy()
                                                + " "
                                                + PpsText.channel(o.channel()),
                                        file.parts().contains("MEDICAL") ? o.words() : null,
                                        FrenchDates.date(o.givenOn())
                                                + (o.recordedBy().equals(o.givenBy())
                                                        ? ""
                                                        : ", noté par " + o.recordedBy())))
                        .toList();
        return new PpsPage(
                file.banner(),
                base(pps.patient()),
                base(pps.patient()) + "/" + id,
                "Plan personnalisé de santé, version " + pps.number(),
                sub(pps),
                marks.status(pps, all, today),
                marks.opinion(pps, today),
                PlanMarks.handed(handings),
                receipts.steps(pps),
                text(pps.content().text(Topic.CHANGE_REASON)),
                file.parts().contains("MEDICAL") ? amendment(opinions) : null,
                content.pathologies().stream()
                        .map(p ->
                                new PpsPage.Pathology(
                                        p.label(),
                                        PlanMarks.severity(p.severity()),
                                        p.ald(),
                                        p.main()))
                        .toList(),
                PpsTree.problems(
                        content,
                        counts,
                        SignedIn.current().role().clinical() ? tree.origins(id) : Map.of(),
                        Discussed.refs(content, file.parts()),
                        said.lines(),
                        today),
                aids.lines(
                        pps.patient(),
                        content.aids(),
                        writes() ? base(pps.patient()) + "/" + id : null),
                file.parts().contains("EDUCATION") ? education(pps.patient()) : null,
                sections(content),
                actors(pps),
                versions(all, today),
                actions,
                handings.stream()
                        .map(h ->
                                new PpsPage.Line(
                                        "Remis à " + PpsText.toWhom(h.toWhom()) + " par " + h.by(),
                                        null,
                                        FrenchDates.date(h.on())))
                        .toList(),
                corrections(file, id, today),
                writes() && current(pps, all) ? incomplete.of(pps.patient()) : List.of(),
                writes() && pps.draft() ? suggestions.waiting(pps.patient()) : 0,
                pps.draft() ? PpsText.missing(pps.content()) : List.of(),
                acts(pps, all, today),
                errors,
                typedReason,
                today.toString(),
                live(pps) ? said.waiting() : -1);
    }

    /// The list of versions, as far as the reader may know of them.
    List<PpsPage.Version> versions(List<Pps> all, LocalDate today) {
        var handings = history.handings(all.stream().map(Pps::id).toList());
        return all.stream()
                .filter(p -> p.status() != Status.BROUILLON || writes())
                .map(p -> marks.version(p, handings.getOrDefault(p.id(), List.of()), today))
                .toList();
    }

    private PpsPage.Acts acts(Pps pps, List<Pps> all, LocalDate today) {
        var writes = writes();
        var pending =
                all.stream()
                        .anyMatch(
                                p -> p.status() == Status.BROUILLON || p.status() == Status.SOUMIS);
        var submitted = pps.status() == Status.SOUMIS;
        var obstacles = submitted ? service.obstaclesToForce(pps, "motif") : List.<Obstacle>of();
        return new PpsPage.Acts(
                writes && pps.draft(),
                writes && pps.draft(),
                pps.draft()
                        ? service.obstaclesToSubmission(pps).stream().map(PpsText::of).toList()
                        : List.of(),
                writes && submitted,
                obstacles.isEmpty(),
                obstacles.isEmpty() ? null : PpsText.of(obstacles.getFirst()),
                writes && pps.obstaclesToTakingBack().isEmpty(),
                writes
                        && (submitted
                                || (pps.status() == Status.EN_VIGUEUR
                                        && !pps.opinion().validates())),
                writes && pps.receiptAwaited(),
                writes && pps.status() == Status.EN_VIGUEUR,
                writes && pps.status() == Status.EN_VIGUEUR && !pending,
                pps.previous() != null,
                writes && pps.draft() && pps.previous() != null,
                writes);
    }

    // ── pieces ──

    private PpsPage.@Nullable Education education(PatientId patient) {
        var summary = education.of(patient);
        return summary == null
                ? null
                : new PpsPage.Education(
                        summary.title(),
                        summary.lines(),
                        summary.sessions().stream()
                                .map(l -> new PpsPage.Line(l.what(), l.words(), l.when()))
                                .toList(),
                        writes() ? summary.href() : null);
    }

    /// A version whose lines may still be spoken of.
    private static boolean live(Pps pps) {
        return pps.status() != Status.REMPLACE && pps.status() != Status.CLOS;
    }

    /// The version that [Completeness] looks at.
    private static boolean current(Pps pps, List<Pps> all) {
        return pps.status() == Status.EN_VIGUEUR
                || (pps.draft() || pps.status() == Status.SOUMIS)
                        && all.stream().noneMatch(p -> p.status() == Status.EN_VIGUEUR);
    }

    /// What was changed after the submission, as far as the reader may know it.
    List<PpsPage.Correction> corrections(OpenFile file, UUID id, LocalDate today) {
        return log.of(id).stream()
                .filter(n ->
                        n.change().part().equals("TACHES")
                                || file.parts().contains(n.change().part()))
                .map(n -> {
                    var shown = VersionsScreens.change(n.change(), null);
                    return new PpsPage.Correction(
                            shown.what(),
                            shown.kind(),
                            shown.before(),
                            shown.after(),
                            FrenchDates.relative(n.at(), today) + ", " + n.author());
                })
                .toList();
    }

    /// What a reader was given: their parts, and the tasks that are theirs with the title of the
    /// goals these serve.
    static Content readable(Content c, Set<String> parts, Set<UUID> mine) {
        var texts = new java.util.EnumMap<Topic, String>(Topic.class);
        c.texts()
                .forEach((topic, text) -> {
                    if (topic.part().equals("TACHES") || parts.contains(topic.part()))
                        texts.put(topic, text);
                });
        var tasks =
                c.interventions().stream()
                        .filter(i ->
                                parts.contains(i.type().volet())
                                        || (i.actorId() != null && mine.contains(i.actorId())))
                        .toList();
        var goals =
                c.goals().stream()
                        .filter(g ->
                                parts.contains(g.part())
                                        || tasks.stream().anyMatch(i -> g.id().equals(i.goalId())))
                        .map(g -> parts.contains(g.part()) ? g : g.titleAlone())
                        .toList();
        return new Content(
                texts,
                c.reassessOn(),
                c.referentId(),
                c.referentName(),
                parts.contains("MEDICAL") ? c.pathologies() : List.of(),
                goals,
                tasks,
                parts.contains("AIDE") || parts.contains("SOCIAL") ? c.aids() : List.of());
    }

    Set<UUID> mine(OpenFile file) {
        var me = SignedIn.current();
        var mine = new java.util.HashSet<UUID>();
        for (var actor : files.circle(file.patient(), today())) {
            if (me.accountId().equals(actor.accountId())
                    || (me.rpps() != null && me.rpps().equals(actor.rpps()))) mine.add(actor.id());
        }
        return mine;
    }

    private static List<PpsPage.Section> sections(Content content) {
        return Arrays.stream(Topic.Section.values())
                .map(section ->
                        new PpsPage.Section(
                                section.name().toLowerCase(java.util.Locale.ROOT),
                                PpsText.of(section),
                                Arrays.stream(Topic.values())
                                        .filter(t ->
                                                t.section() == section
                                                        && t != Topic.CHANGE_REASON
                                                        && !content.text(t).isEmpty())
                                        .map(t -> new PpsPage.Text(PpsText.of(t), content.text(t)))
                                        .toList()))
                .filter(section -> !section.texts().isEmpty())
                .toList();
    }

    private List<PpsPage.ActorGroup> actors(Pps pps) {
        var kept = history.actors(pps.id());
        var actors =
                kept.isEmpty()
                        ? files.circle(pps.patient(), today()).stream()
                                .map(a ->
                                        new PlanHistory.KeptActor(
                                                a.id(),
                                                a.group(),
                                                a.role(),
                                                a.main(),
                                                a.name(),
                                                a.profession(),
                                                a.phone()))
                                .toList()
                        : kept;
        return GROUPS.stream()
                .map(group ->
                        new PpsPage.ActorGroup(
                                PpsText.group(group),
                                actors.stream()
                                        .filter(a -> a.group().equals(group))
                                        .map(a ->
                                                new PpsPage.Actor(
                                                        a.name(),
                                                        a.profession() == null
                                                                ? ""
                                                                : a.profession(),
                                                        a.main(),
                                                        a.phone() == null
                                                                ? null
                                                                : PhoneNumber.written(a.phone())))
                                        .toList()))
                .filter(group -> !group.actors().isEmpty())
                .toList();
    }

    private static String sub(Pps pps) {
        var parts = new ArrayList<String>();
        var c = pps.content();
        if (c.referentName() != null) parts.add("Référent" + PpsText.COLON + c.referentName());
        if (!c.text(Topic.CASE_COORDINATOR).isEmpty())
            parts.add("coordonnateur de cas" + PpsText.COLON + c.text(Topic.CASE_COORDINATOR));
        if (c.reassessOn() != null)
            parts.add("à réévaluer avant le " + FrenchDates.date(c.reassessOn()));
        return String.join(" · ", parts);
    }

    private static @Nullable String amendment(List<PlanHistory.RecordedOpinion> opinions) {
        return opinions.stream()
                .filter(o -> o.opinion() == Opinion.VALIDE_APRES_AMENDEMENT && o.words() != null)
                .findFirst()
                .map(o ->
                        o.words() + " (" + o.givenBy() + ", " + FrenchDates.date(o.givenOn()) + ")")
                .orElse(null);
    }

    static String base(PatientId patient) {
        return "/dossiers/" + patient + "/pps";
    }

    static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    static boolean writes() {
        return SignedIn.current().role().clinical();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
