package fr.maillage.network.internal.competence;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.internal.competence.CompetencePage.Group;
import fr.maillage.network.internal.competence.CompetencePage.Line;
import fr.maillage.network.internal.competence.CompetencePage.Look;
import fr.maillage.network.internal.competence.CompetencePage.Option;
import fr.maillage.network.internal.competence.CompetenceService.Review;
import fr.maillage.web.Sent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The page of what a member masters.
@Component
class CompetenceScreens {

    private final CompetenceService service;

    CompetenceScreens(CompetenceService service) {
        this.service = service;
    }

    /// @param sent what was typed and refused; null for a page merely asked for
    CompetencePage page(UUID member, @Nullable Sent sent) {
        var self = service.self(member);
        var reviews = service.of(member);
        var bySelf = latest(reviews, true);
        var byHead = latest(reviews, false);
        var mine = self ? bySelf : byHead;
        var theirs = self ? byHead : bySelf;
        return new CompetencePage(
                "/equipe/" + member + "/competences",
                self ? "/mon-compte" : "/reglages/equipe/" + member,
                service.name(member),
                self ? CompetenceText.MINE : CompetenceText.OF_THE_HEAD,
                Arrays.stream(Competence.Axis.values())
                        .map(axis ->
                                new CompetencePage.Axis(
                                        axis.label,
                                        Arrays.stream(Competence.Kind.values())
                                                .map(kind ->
                                                        group(
                                                                axis, kind, mine, theirs, bySelf,
                                                                byHead, sent))
                                                .toList()))
                        .toList(),
                reviews.stream().map(CompetenceScreens::look).toList(),
                Arrays.stream(Competence.values())
                        .filter(c ->
                                Stream.of(bySelf, byHead)
                                        .flatMap(r -> Stream.ofNullable(r.get(c)))
                                        .anyMatch(Mastered::toGrow))
                        .map(c -> c.label)
                        .toList(),
                sent == null ? "" : sent.value("words"),
                sent == null ? "" : sent.value("training"),
                sent == null ? new Sent(Map.of()).errors() : sent.errors(),
                CompetenceText.SOURCE);
    }

    private static Map<Competence, Mastered> latest(List<Review> reviews, boolean self) {
        return reviews.stream()
                .filter(r -> r.self() == self)
                .findFirst()
                .map(Review::marks)
                .orElse(Map.of());
    }

    private static Group group(
            Competence.Axis axis,
            Competence.Kind kind,
            Map<Competence, Mastered> mine,
            Map<Competence, Mastered> theirs,
            Map<Competence, Mastered> bySelf,
            Map<Competence, Mastered> byHead,
            @Nullable Sent sent) {
        var all =
                Arrays.stream(Competence.values())
                        .filter(c -> c.axis == axis && c.kind == kind)
                        .toList();
        return new Group(
                kind.label,
                acquired(all, bySelf),
                acquired(all, byHead),
                all.stream()
                        .map(c -> {
                            var said = mine.get(c);
                            var other = theirs.get(c);
                            var chosen =
                                    sent != null
                                            ? sent.value(c.name())
                                            : said == null ? "" : String.valueOf(said.ordinal());
                            return new Line(
                                    c.name(),
                                    c.label,
                                    Arrays.stream(Mastered.values())
                                            .map(m ->
                                                    new Option(
                                                            String.valueOf(m.ordinal()),
                                                            m.label,
                                                            String.valueOf(m.ordinal())
                                                                    .equals(chosen)))
                                            .toList(),
                                    other == null ? null : other.label);
                        })
                        .toList());
    }

    private static String acquired(List<Competence> all, Map<Competence, Mastered> marks) {
        if (marks.isEmpty()) return "–";
        return CompetenceText.acquired(
                all.stream()
                        .flatMap(c -> Stream.ofNullable(marks.get(c)))
                        .filter(m -> !m.toGrow())
                        .count(),
                all.size());
    }

    private static Look look(Review review) {
        return new Look(
                review.author() + (review.self() ? ", sur soi" : ", direction"),
                FrenchDates.date(review.on()),
                acquired(List.of(Competence.values()), review.marks()),
                review.words(),
                review.training());
    }
}
