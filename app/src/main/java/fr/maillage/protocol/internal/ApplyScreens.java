package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts.ActLine;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanDrafts.Origin;
import fr.maillage.careplan.RecurrenceWords;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PersonName;
import fr.maillage.protocol.internal.Merge.Effect;
import fr.maillage.protocol.internal.Merge.Proposal;
import fr.maillage.protocol.internal.ProtocolRepository.Protocol;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The preview of what protocols add to a plan.
@Component
@Transactional(readOnly = true)
class ApplyScreens {

    private final ApplyService service;
    private final ProtocolRepository protocols;
    private final CaseFiles files;
    private final WatchPreview watches;
    private final Walks walks;
    private final Clock clock;

    ApplyScreens(
            ApplyService service,
            ProtocolRepository protocols,
            CaseFiles files,
            WatchPreview watches,
            Walks walks,
            Clock clock) {
        this.service = service;
        this.protocols = protocols;
        this.files = files;
        this.watches = watches;
        this.walks = walks;
        this.clock = clock;
    }

    /// The page of a version of a plan; with the protocols chosen, their preview. Throws
    /// `NotFound`.
    ///
    /// @param walk the walk of an algorithm whose lines alone are asked for, or null
    /// @param typed what was sent and refused, or null
    public ApplyPage page(
            OpenFile file,
            UUID pps,
            Collection<UUID> ids,
            @Nullable UUID walk,
            @Nullable Typed typed,
            @Nullable String conflict,
            FormErrors errors) {
        var preview = service.preview(file.patient(), pps, ids);
        var plan = preview.plan();
        var base = "/dossiers/" + file.patient() + "/pps/" + pps;
        var asked = walk == null ? null : walks.ended(file.patient(), walk);
        var proposed =
                preview.proposals().all().stream()
                        .filter(p ->
                                asked == null
                                        ? p.effect() != Effect.AJOUTE || !byFindings(p, preview)
                                        : asked.asks(p.origins()))
                        .toList();
        var ticked =
                proposed.stream()
                        .filter(p -> ticked(p, asked != null, typed))
                        .flatMap(p -> p.origins().stream())
                        .toList();
        return new ApplyPage(
                file.banner(),
                base,
                base + "/protocoles",
                "Protocoles du plan, version " + plan.number(),
                plan.draft(),
                used(plan, base + "/protocoles"),
                plan.draft() ? choices(file, plan, ids) : List.of(),
                preview.chosen().stream().map(v -> v.protocol().toString()).toList(),
                plan.draft() ? groups(proposed, asked != null, typed, errors) : List.of(),
                plan.draft() ? watches.of(plan, preview.chosen(), ticked) : ApplyPage.Watches.NONE,
                asked == null
                        ? null
                        : new ApplyPage.Walked(asked.id().toString(), ProtocolText.walked(asked)),
                files.circle(file.patient(), LocalDate.now(clock)).stream()
                        .map(a ->
                                new ApplyPage.Actor(
                                        a.id().toString(),
                                        a.profession() == null
                                                ? a.name()
                                                : a.name() + ", " + a.profession()))
                        .toList(),
                preview.seen(),
                conflict,
                errors);
    }

    /// What only findings propose ([Suggestions]) is not added by hand here.
    private static boolean byFindings(Proposal proposal, ApplyService.Preview preview) {
        return preview.chosen().stream()
                .filter(v -> v.document().nature() == Document.Nature.PROPOSITIONS)
                .anyMatch(
                        v -> proposal.origins().stream().allMatch(o -> o.version().equals(v.id())));
    }

    // ── what the plan holds ──

    private List<ApplyPage.Used> used(Draft plan, String href) {
        var lines = new LinkedHashMap<UUID, List<Origin>>();
        Stream.concat(
                        plan.goals().stream().flatMap(g -> g.origins().stream()),
                        plan.acts().stream().flatMap(a -> a.origins().stream()))
                .forEach(o -> lines.computeIfAbsent(o.protocol(), _ -> new ArrayList<>()).add(o));
        if (lines.isEmpty()) return List.of();
        var known =
                protocols.byIds(lines.keySet()).stream()
                        .collect(Collectors.toMap(Protocol::id, p -> p));
        var serving =
                protocols.published(lines.keySet()).stream()
                        .collect(Collectors.toMap(Version::protocol, v -> v));
        return lines.entrySet().stream()
                .map(e -> used(e.getKey(), e.getValue(), known, serving, href))
                .toList();
    }

    private static ApplyPage.Used used(
            UUID id,
            List<Origin> origins,
            Map<UUID, Protocol> known,
            Map<UUID, Version> serving,
            String href) {
        var oldest = origins.stream().mapToInt(Origin::number).min().orElse(0);
        var title = ProtocolText.mark(origins.getFirst().title(), oldest);
        var lines = ProtocolText.lines(origins.size());
        var protocol = known.get(id);
        if (protocol != null && protocol.withdrawnAt() != null)
            return new ApplyPage.Used(
                    title,
                    lines,
                    "Retiré le "
                            + FrenchDates.date(
                                    LocalDate.ofInstant(protocol.withdrawnAt(), FrenchDates.PARIS))
                            + ProtocolText.COLON
                            + protocol.withdrawnWhy()
                            + ". Les lignes restent dans le plan.",
                    "is-late",
                    null);
        var now = serving.get(id);
        if (now != null && now.number() > oldest)
            return new ApplyPage.Used(
                    title,
                    lines,
                    "La version "
                            + now.number()
                            + " est publiée"
                            + (now.changeReason() == null
                                    ? ""
                                    : ProtocolText.COLON + now.changeReason()),
                    "is-due",
                    href + "?p=" + id);
        return new ApplyPage.Used(title, lines, null, "is-done", null);
    }

    // ── what may be applied ──

    private List<ApplyPage.Choice> choices(OpenFile file, Draft plan, Collection<UUID> ids) {
        var theme = files.current(file.patient()).map(CaseFiles.Support::themeCode).orElse(null);
        return protocols.published().stream()
                .filter(v -> v.document().nature() != Document.Nature.PROPOSITIONS)
                .map(v ->
                        new ApplyPage.Choice(
                                v.protocol().toString(),
                                ProtocolText.mark(v.document().title(), v.number()),
                                v.document().nature().label()
                                        + ", "
                                        + v.document().acts().size()
                                        + " interventions",
                                concerned(v.document(), plan.pathologies(), theme),
                                ids.contains(v.protocol())))
                .sorted(java.util.Comparator.comparing((ApplyPage.Choice c) -> c.why() == null))
                .toList();
    }

    /// Why a protocol seems to concern somebody: a pathology of the plan, or the theme.
    static @Nullable String concerned(
            Document document, List<String> pathologies, @Nullable String theme) {
        for (var word : document.pathologies())
            for (var pathology : pathologies)
                if (PersonName.searchKey(pathology).contains(PersonName.searchKey(word)))
                    return "pathologie du plan" + ProtocolText.COLON + pathology;
        return theme != null && theme.equals(document.theme()) ? "thème de l’accompagnement" : null;
    }

    // ── what it would add ──

    private static List<ApplyPage.Group> groups(
            List<Proposal> proposed, boolean asked, @Nullable Typed typed, FormErrors errors) {
        var groups = new LinkedHashMap<String, List<ApplyPage.Row>>();
        for (var title : List.of(GOALS, ACTS, SESSIONS, UNDATED, HELD))
            groups.put(title, new ArrayList<>());
        for (var proposal : proposed)
            Objects.requireNonNull(groups.get(group(proposal)))
                    .add(row(proposal, ticked(proposal, asked, typed), typed, errors));
        return groups.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e ->
                        new ApplyPage.Group(
                                e.getKey(),
                                e.getValue().stream().filter(ApplyPage.Row::ticked).count()
                                        + " cochées sur "
                                        + e.getValue().size(),
                                e.getValue()))
                .toList();
    }

    private static final String GOALS = "Objectifs";
    private static final String ACTS = "Interventions datées";
    private static final String SESSIONS = "Séances d’éducation";
    private static final String UNDATED =
            "Repères sans date dans la source (cochés, ils s’ajoutent une fois)";
    private static final String HELD = "Déjà dans le plan";

    private static String group(Proposal p) {
        if (p.effect() == Effect.DEJA) return HELD;
        var act = p.act();
        if (act == null) return GOALS;
        if (act.type().equals("SEANCE_EDUCATION")) return SESSIONS;
        return p.undated() ? UNDATED : ACTS;
    }

    /// As it was sent, or else as it is proposed; what an algorithm asks for is.
    private static boolean ticked(Proposal p, boolean asked, @Nullable Typed typed) {
        return typed == null ? asked || p.ticked() : typed.checked("ok-" + p.id());
    }

    private static ApplyPage.Row row(
            Proposal p, boolean ticked, @Nullable Typed typed, FormErrors errors) {
        var act = p.act();
        return new ApplyPage.Row(
                p.id(),
                p.title(),
                ProtocolText.effect(p.effect()),
                ProtocolText.tone(p.effect()),
                ProtocolText.icon(p.effect()),
                ticked,
                SuggestionText.said(p),
                p.origins().stream()
                        .map(o -> ProtocolText.mark(o.title(), o.number()))
                        .distinct()
                        .collect(Collectors.joining(" + ")),
                p.source().text(),
                p.source().read() == Document.Read.NON_LU ? Document.Read.NON_LU.label() : null,
                p.condition().isBlank() || p.condition().equals("tous") ? null : p.condition(),
                p.because(),
                act == null || p.effect() == Effect.DEJA || p.effect() == Effect.RETIRE
                        ? null
                        : adapt(p, act, typed, errors));
    }

    private static ApplyPage.Adapt adapt(
            Proposal p, ActLine act, @Nullable Typed typed, FormErrors errors) {
        var r = act.when();
        var after = r.after();
        var wrong = errors.all().stream().anyMatch(e -> e.getKey().endsWith("-" + p.id()));
        return new ApplyPage.Adapt(
                after == null ? null : RecurrenceWords.after(after),
                value(typed, "start-" + p.id(), r.startsOn().toString()),
                value(typed, "every-" + p.id(), r.everyN() == null ? "1" : r.everyN().toString()),
                value(typed, "unit-" + p.id(), r.unit() == null ? "" : r.unit()),
                value(typed, "times-" + p.id(), r.times() == null ? "" : r.times().toString()),
                value(typed, "ends-" + p.id(), r.endsOn() == null ? "" : r.endsOn().toString()),
                value(typed, "window-" + p.id(), String.valueOf(act.windowDays())),
                value(typed, "tolerance-" + p.id(), String.valueOf(act.toleranceDays())),
                value(typed, "actor-" + p.id(), ""),
                p.role(),
                p.existing() == null,
                wrong);
    }

    private static String value(@Nullable Typed typed, String name, String byDefault) {
        return typed == null || !typed.values().containsKey(name) ? byDefault : typed.text(name);
    }
}
