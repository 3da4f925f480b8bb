package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.FormOutcome;
import fr.maillage.web.FormView;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page on which the goals of the former version are graded.
@Component
class ReviewScreens {

    private final PpsRepository plans;
    private final PpsTree tree;
    private final Clock clock;

    ReviewScreens(PpsRepository plans, PpsTree tree, Clock clock) {
        this.plans = plans;
        this.tree = tree;
        this.clock = clock;
    }

    /// @param sent what was typed when it was refused; null for the page merely asked for
    @Transactional(readOnly = true)
    public ReviewPage page(OpenFile file, Pps pps, @Nullable Sent sent, FormOutcome outcome) {
        var former = plans.inForce(pps.patient()).orElse(null);
        if (former == null) throw new NotFound("pps", pps.id());
        var today = LocalDate.now(clock);
        var counts = tree.counts(pps.patient(), today);
        var open = Review.of(former, pps.content());
        var waiting =
                Review.waiting(former, pps.content(), today).stream()
                        .map(Content.Goal::id)
                        .collect(Collectors.toSet());
        return new ReviewPage(
                file.banner(),
                PpsScreens.base(pps.patient()) + "/" + pps.id(),
                "Noter les objectifs, version " + pps.number(),
                "version " + former.number() + former(former),
                former.toReassess(today),
                open.stream()
                        .map(g -> {
                            var field = "why-" + g.id();
                            return new ReviewPage.Goal(
                                    g.id().toString(),
                                    g.title(),
                                    PpsTree.problem(g),
                                    PpsText.measure(g.graded(g.result(), null, today)),
                                    done(former.content(), g.id(), counts),
                                    waiting.contains(g.id()),
                                    g.reviewedOn() == null
                                            ? null
                                            : "noté le " + FrenchDates.date(g.reviewedOn()),
                                    grades(
                                            sent == null
                                                    ? g.result()
                                                    : sent.text("result-" + g.id())),
                                    sent != null
                                            ? sent.value(field)
                                            : g.resultWhy() == null ? "" : g.resultWhy());
                        })
                        .toList(),
                former.content().goals().stream()
                        .filter(Content.Goal::over)
                        .map(g -> g.title() + PpsText.COLON + PpsText.result(g.result()))
                        .toList(),
                tag(former, pps),
                outcome.errors(),
                outcome.conflict());
    }

    /// What the form saw of the goals it grades.
    static String tag(@Nullable Pps former, Pps pps) {
        return Tags.of(Review.of(former, pps.content()));
    }

    private static String former(Pps former) {
        return former.inForceAt() == null
                ? ""
                : ", en vigueur depuis le "
                        + FrenchDates.date(
                                former.inForceAt().atZone(FrenchDates.PARIS).toLocalDate());
    }

    private static List<String> done(Content content, UUID goal, Map<UUID, PpsTree.Counts> counts) {
        return content.interventions().stream()
                .filter(i -> goal.equals(i.goalId()))
                .map(i -> i.title() + PpsText.COLON + PpsTree.done(i, counts))
                .toList();
    }

    private static List<FormView.Option> grades(String chosen) {
        return Grade.options().getFirst().options().stream()
                .map(o -> new FormView.Option(o.value(), o.label(), o.value().equals(chosen)))
                .toList();
    }
}
