package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.network.Networks;
import fr.maillage.network.Setting;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final PpsService service;
    private final CaseFiles files;
    private final Networks networks;
    private final PpsTree tree;
    private final ReceiptScreens receipts;
    private final Clock clock;

    PpsScreens(
            PpsRepository plans,
            PpsService service,
            CaseFiles files,
            Networks networks,
            PpsTree tree,
            ReceiptScreens receipts,
            Clock clock) {
        this.plans = plans;
        this.service = service;
        this.files = files;
        this.networks = networks;
        this.tree = tree;
        this.receipts = receipts;
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
        var opinions = plans.opinions(id);
        var handings = plans.handings(id);
        var counts = tree.counts(pps.patient(), today);
        var mine = mine(file);
        var content = readable(pps.content(), file.parts(), mine);
        var actions =
                opinions.stream()
                        .map(o ->
                                new PpsPage.Line(
                                        PpsText.of(o.opinion())
                                                + ", par "
                                                + o.givenBy()
                                                + " "
                                                + PpsText.channel(o.channel()),
                                        o.words(),
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
                status(pps, all, today),
                opinion(pps, today),
                handed(handings),
                receipts.steps(pps),
                text(pps.content().text(Topic.CHANGE_REASON)),
                amendment(opinions),
                content.pathologies().stream()
                        .map(p ->
                                new PpsPage.Pathology(
                                        p.label(), severity(p.severity()), p.ald(), p.main()))
                        .toList(),
                PpsTree.problems(
                        content,
                        counts,
                        SignedIn.current().role().clinical() ? tree.origins(id) : Map.of(),
                        today),
                sections(content),
                actors(pps),
                all.stream()
                        .filter(p -> p.status() != Status.BROUILLON || writes())
                        .map(p -> version(p, today))
                        .toList(),
                actions,
                handings.stream()
                        .map(h ->
                                new PpsPage.Line(
                                        "Remis à " + PpsText.toWhom(h.toWhom()) + " par " + h.by(),
                                        null,
                                        FrenchDates.date(h.on())))
                        .toList(),
                pps.draft() ? PpsText.missing(pps.content()) : List.of(),
                acts(pps, all, today),
                errors,
                typedReason,
                today.toString());
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
                        ? pps
                                .obstaclesToSubmission(
                                        today, service.latestReassessment(pps.patient()))
                                .stream()
                                .map(PpsText::of)
                                .toList()
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
                pps.previous() != null);
    }

    // ── versions ──

    @Transactional(readOnly = true)
    public VersionsPage versions(OpenFile file, @Nullable UUID from, @Nullable UUID to) {
        var today = today();
        var all =
                plans.of(file.patient()).stream()
                        .filter(p -> writes() || p.status() != Status.BROUILLON)
                        .toList();
        if (all.isEmpty()) throw new NotFound("pps", null);
        var second = to == null ? all.getFirst() : among(all, to);
        var first =
                from == null
                        ? all.stream()
                                .filter(p -> p.id().equals(second.previous()))
                                .findFirst()
                                .orElse(null)
                        : among(all, from);
        // old before new, whichever way they were chosen
        var reversed = first != null && first.number() > second.number();
        var older = reversed ? second : first;
        var newer = reversed ? Objects.requireNonNull(first) : second;
        var mine = mine(file);
        var before = older == null ? null : readable(older.content(), file.parts(), mine);
        return new VersionsPage(
                file.banner(),
                base(file.patient()),
                older == null
                        ? "Version " + newer.number()
                        : "Version " + older.number() + " et version " + newer.number(),
                older == null ? "Avant" : label(older),
                label(newer),
                changes(before, readable(newer.content(), file.parts(), mine)),
                all.stream()
                        .map(p ->
                                new VersionsPage.Choice(
                                        p.id().toString(),
                                        label(p),
                                        older != null && p.id().equals(older.id())))
                        .toList(),
                all.stream()
                        .map(p ->
                                new VersionsPage.Choice(
                                        p.id().toString(), label(p), p.id().equals(newer.id())))
                        .toList(),
                all.stream().map(p -> version(p, today)).toList());
    }

    private static Pps among(List<Pps> all, UUID id) {
        return all.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// From one version to the next, in words.
    static List<VersionsPage.Change> changes(@Nullable Content before, Content after) {
        return PpsDiff.between(before, after).stream()
                .map(c ->
                        new VersionsPage.Change(
                                c.what(),
                                c.kind(),
                                side(c.before(), c.after()),
                                side(c.after(), c.before())))
                .toList();
    }

    private static VersionsPage.@Nullable Side side(@Nullable String text, @Nullable String other) {
        if (text == null) return null;
        var marked = PpsDiff.Marked.of(text, other);
        return new VersionsPage.Side(marked.same(), marked.different(), marked.end());
    }

    // ── pieces ──

    /// What a reader was given: their parts, and the tasks that are theirs with the goals these
    /// serve.
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
                        .toList();
        return new Content(
                texts,
                c.reassessOn(),
                c.referentId(),
                c.referentName(),
                parts.contains("MEDICAL") ? c.pathologies() : List.of(),
                goals,
                tasks);
    }

    private Set<UUID> mine(OpenFile file) {
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
        var kept = plans.actors(pps.id());
        var actors =
                kept.isEmpty()
                        ? files.circle(pps.patient(), today()).stream()
                                .map(a ->
                                        new PpsRepository.KeptActor(
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

    private Mark status(Pps pps, List<Pps> all, LocalDate today) {
        var other =
                all.stream()
                        .filter(p -> p.status() == Status.EN_VIGUEUR && !p.id().equals(pps.id()))
                        .findFirst();
        var remains = other.map(p -> "v" + p.number() + " reste en vigueur").orElse(null);
        return switch (pps.status()) {
            case BROUILLON -> new Mark("", "edit", PpsText.of(Status.BROUILLON), remains);
            case SOUMIS ->
                    new Mark(
                            "is-info",
                            "send",
                            PpsText.of(Status.SOUMIS),
                            remains == null ? since("depuis le ", pps.submittedAt()) : remains);
            case EN_VIGUEUR ->
                    pps.toReassess(today)
                            ? new Mark(
                                    "is-late",
                                    "refresh",
                                    "À réévaluer",
                                    "en vigueur " + since("depuis le ", pps.inForceAt()))
                            : new Mark(
                                    "is-done",
                                    "circle-check",
                                    PpsText.of(Status.EN_VIGUEUR),
                                    inForce(pps));
            case REMPLACE ->
                    new Mark(
                            "",
                            "history",
                            all.stream()
                                    .filter(p -> pps.id().equals(p.previous()))
                                    .findFirst()
                                    .map(p -> "Remplacé par v" + p.number())
                                    .orElse(PpsText.of(Status.REMPLACE)),
                            since("le ", pps.replacedAt()));
            case CLOS ->
                    new Mark("", "lock", PpsText.of(Status.CLOS), since("le ", pps.closedAt()));
        };
    }

    private static @Nullable String inForce(Pps pps) {
        var since = since("depuis le ", pps.inForceAt());
        if (pps.inForceWhy() == null || pps.inForceWhy() == Pps.ForceBy.AVIS) return since;
        if (pps.inForceWhy() == Pps.ForceBy.REPRISE)
            return since + ", repris de l’ancien outil\u00A0: ce n’est pas encore un PPS";
        return pps.inForceWhy() == Pps.ForceBy.SANS_MT
                ? since + ", sans médecin traitant"
                : since + ", décision de " + pps.inForceBy() + PpsText.COLON + pps.inForceReason();
    }

    private static @Nullable String since(String words, @Nullable Instant at) {
        return at == null
                ? null
                : words + FrenchDates.date(at.atZone(FrenchDates.PARIS).toLocalDate());
    }

    private Mark opinion(Pps pps, LocalDate today) {
        return switch (pps.opinion()) {
            case ATTENDU -> {
                if (pps.draft()) yield new Mark("", "hourglass", "Pas encore demandé", null);
                var days = pps.silence(today);
                var limit =
                        networks.setting(
                                Setting.SILENCE_DAYS,
                                files.current(pps.patient())
                                        .map(CaseFiles.Support::level)
                                        .orElse(null));
                yield days >= limit && days > 0
                        ? new Mark(
                                "is-late",
                                "clock-exclamation",
                                PpsText.silent(days),
                                "ne compte pas comme validé")
                        : new Mark(
                                "is-due",
                                "hourglass",
                                PpsText.of(Opinion.ATTENDU),
                                since("demandé le ", pps.submittedAt()));
            }
            case VALIDE, VALIDE_APRES_AMENDEMENT ->
                    new Mark("is-done", "check", PpsText.of(pps.opinion()), null);
            case MODIFICATION_DEMANDEE ->
                    new Mark("is-due", "edit", PpsText.of(pps.opinion()), null);
            case SANS_OBJET ->
                    new Mark(
                            "",
                            "circle-dashed",
                            "Sans objet",
                            "pas de médecin traitant à qui le demander");
            case NON_DEMANDE ->
                    new Mark(
                            "is-due",
                            "circle-dashed",
                            "Non demandé",
                            "suivi repris, aucun médecin n’a donné d’avis");
        };
    }

    private static Mark handed(List<PpsRepository.Handing> handings) {
        if (handings.isEmpty()) return new Mark("", "circle-dashed", "Pas encore remis", null);
        var last = handings.getFirst();
        return new Mark(
                "is-done", "check", "Remis le " + FrenchDates.date(last.on()), "par " + last.by());
    }

    private PpsPage.Version version(Pps p, LocalDate today) {
        var handings = plans.handings(p.id());
        var from = p.inForceAt();
        var until = p.replacedAt() != null ? p.replacedAt() : p.closedAt();
        var force =
                from == null
                        ? "pas encore"
                        : until == null
                                ? Objects.requireNonNull(since("depuis le ", from))
                                : since("du ", from) + Objects.requireNonNull(since(" au ", until));
        return new PpsPage.Version(
                "Version " + p.number(),
                base(p.patient()) + "/" + p.id(),
                switch (p.status()) {
                    case BROUILLON -> new Mark("", "edit", PpsText.of(p.status()), null);
                    case SOUMIS -> new Mark("is-info", "send", PpsText.of(p.status()), null);
                    case EN_VIGUEUR ->
                            p.toReassess(today)
                                    ? new Mark("is-late", "refresh", "À réévaluer", null)
                                    : new Mark(
                                            "is-done",
                                            "circle-check",
                                            PpsText.of(p.status()),
                                            null);
                    case REMPLACE -> new Mark("", "history", PpsText.of(p.status()), null);
                    case CLOS -> new Mark("", "lock", PpsText.of(p.status()), null);
                },
                opinion(p, today),
                force,
                handings.isEmpty()
                        ? "pas encore"
                        : FrenchDates.date(handings.getFirst().on())
                                + ", "
                                + handings.getFirst().by());
    }

    private static String label(Pps pps) {
        return "Version "
                + pps.number()
                + ", "
                + PpsText.of(pps.status()).toLowerCase(java.util.Locale.FRENCH);
    }

    private static Mark severity(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "SEVERE" -> new Mark("is-late", "alert-circle", "Sévère", null);
            case "MODEREE" -> new Mark("is-due", "circle-dot", "Modérée", null);
            case "LEGERE" -> new Mark("", "circle", "Légère", null);
            default -> new Mark("", "help-circle", "Sévérité non précisée", null);
        };
    }

    private static @Nullable String amendment(List<PpsRepository.RecordedOpinion> opinions) {
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

    private static boolean writes() {
        return SignedIn.current().role().clinical();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
