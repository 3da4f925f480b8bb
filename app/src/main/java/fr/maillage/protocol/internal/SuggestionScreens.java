package fr.maillage.protocol.internal;

import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.PlanDrafts.Draft;
import fr.maillage.careplan.PlanSuggestions;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.PatientId;
import fr.maillage.protocol.internal.Suggestions.Found;
import fr.maillage.protocol.internal.Suggestions.Reason;
import fr.maillage.protocol.internal.Suggestions.Waiting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What findings propose to a plan, in words: on the page of the draft, and on a page of its own
/// with what was set aside.
@Component
@Transactional(readOnly = true)
class SuggestionScreens implements PlanSuggestions {

    private static final List<Choice> REASONS =
            Arrays.stream(SetAside.Reason.values())
                    .map(r -> new Choice(r.name(), r.label()))
                    .toList();

    private final Suggestions suggestions;
    private final PlanDrafts drafts;

    SuggestionScreens(Suggestions suggestions, PlanDrafts drafts) {
        this.suggestions = suggestions;
        this.drafts = drafts;
    }

    static String href(PatientId patient) {
        return "/dossiers/" + patient + "/propositions";
    }

    @Override
    public Optional<Panel> panel(PatientId patient, UUID pps) {
        var plan = drafts.version(patient, pps);
        var found = suggestions.of(plan);
        return found.evaluated()
                ? Optional.of(panel(plan, found, plan.id().toString(), Typed.NONE))
                : Optional.empty();
    }

    @Override
    public int waiting(PatientId patient) {
        return suggestions.of(suggestions.plan(patient)).waiting().size();
    }

    /// The page of a person.
    ///
    /// @param typed what a refused form held
    public SuggestionsPage page(OpenFile file, Typed typed, @Nullable String conflict) {
        var patient = file.patient();
        var plan = suggestions.plan(patient);
        var found = suggestions.of(plan);
        var none = plan.id().equals(Suggestions.NO_PLAN);
        var plans = "/dossiers/" + patient + "/pps";
        return new SuggestionsPage(
                file.banner(),
                href(patient),
                none ? SuggestionText.NO_PLAN : SuggestionText.plan(plan.number(), plan.draft()),
                none ? plans : plans + "/" + plan.id() + (plan.draft() ? "/modifier" : ""),
                found.rules(),
                found.evaluated(),
                panel(plan, found, "", typed),
                trace(patient, found),
                conflict);
    }

    private List<SuggestionsPage.Trace> trace(PatientId patient, Found found) {
        var lines = new ArrayList<SuggestionsPage.Trace>();
        suggestions
                .trace(patient)
                .forEach((aside, title) -> {
                    var stands = found.aside().contains(aside);
                    var proposed = found.waiting().stream().anyMatch(w -> aside.equals(w.before()));
                    lines.add(
                            new SuggestionsPage.Trace(
                                    stands ? aside.id().toString() : null,
                                    title,
                                    SuggestionText.told(aside),
                                    aside.because(),
                                    SuggestionText.state(aside, stands, proposed),
                                    stands ? "" : "is-info"));
                });
        return lines;
    }

    private Panel panel(Draft plan, Found found, String shownOn, Typed typed) {
        return new Panel(
                href(plan.patient()),
                found.preview().seen(),
                shownOn,
                plan.draft(),
                found.waiting().size(),
                found.aside().size(),
                found.held(),
                found.failing().stream().map(Rule::title).toList(),
                groups(found),
                REASONS,
                typed);
    }

    /// Each line under the first rule that proposes it.
    private static List<Group> groups(Found found) {
        var lines = new LinkedHashMap<Reason, List<Row>>();
        for (var waiting : found.waiting())
            lines.computeIfAbsent(waiting.reasons().getFirst(), _ -> new ArrayList<>())
                    .add(row(waiting));
        var groups = new ArrayList<Group>();
        for (var version : found.preview().chosen())
            for (var rule : version.document().rules())
                lines.forEach((reason, rows) -> {
                    if (reason.rule().equals(rule) && reason.version().id().equals(version.id()))
                        groups.add(
                                new Group(
                                        rule.title(),
                                        SuggestionText.facts(reason.because()),
                                        ProtocolReading.source(rule.source()),
                                        rows));
                });
        return groups;
    }

    private static Row row(Waiting waiting) {
        var proposal = waiting.proposal();
        var before = waiting.before();
        return new Row(
                proposal.id(),
                proposal.act() == null ? Document.Kind.AIM.label() : Document.Kind.ACT.label(),
                proposal.title(),
                SuggestionText.said(proposal),
                proposal.effect() == Merge.Effect.AJOUTE ? null : proposal.because(),
                waiting.reasons().stream().skip(1).map(SuggestionText::because).toList(),
                before == null ? null : SuggestionText.again(before));
    }
}
