package fr.maillage.protocol.internal;

import static fr.maillage.kernel.Typography.NBSP;

import fr.maillage.careplan.PlanDrafts.ActType;
import fr.maillage.kernel.Typography;
import fr.maillage.protocol.internal.Document.Act;
import fr.maillage.protocol.internal.Document.Aim;
import fr.maillage.protocol.internal.Document.Criterion;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Line;
import fr.maillage.protocol.internal.Document.Read;
import fr.maillage.protocol.internal.Document.Source;
import fr.maillage.protocol.internal.Document.Watch;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document in words, for the page that reads it and for the summary of its forms.
final class ProtocolReading {

    private final Document document;
    private final List<ActType> types;
    private final @Nullable String theme;

    ProtocolReading(Document document, List<ActType> types, @Nullable String theme) {
        this.document = document;
        this.types = types;
        this.theme = theme;
    }

    ProtocolPage page(
            @Nullable String href,
            ProtocolPage.@Nullable Offer offer,
            @Nullable UUID version,
            ProtocolPage.Mark state,
            String sub,
            @Nullable String warning,
            List<ProtocolPage.Review> reviews,
            @Nullable String appliedActs,
            List<ProtocolPage.Version> versions,
            ProtocolPage.Acts may,
            FormErrors errors,
            @Nullable Typed typed) {
        return new ProtocolPage(
                href,
                offer,
                document.title(),
                document.nature().label()
                        + (theme == null ? "" : " · " + theme)
                        + (sub.isEmpty() ? "" : " · " + sub),
                state,
                warning,
                document.summary(),
                document.checking(),
                ProtocolText.delegation(document.delegation()),
                document.pathologies(),
                criteria(Moment.INCLUSION),
                criteria(Moment.SORTIE),
                criteria(Moment.COMPLEXE),
                document.aims().stream().map(ProtocolReading::goal).toList(),
                acts(),
                document.acts().stream().filter(Act::session).map(this::act).toList(),
                document.watches().stream().map(ProtocolReading::watch).toList(),
                algorithms(href, offer, version),
                document.rules().stream().map(this::rule).toList(),
                document.size(),
                document.toCheck(),
                reviews,
                new ProtocolPage.ReviewForm(
                        typed == null ? "" : typed.text("du"),
                        typed == null ? "" : typed.text("au"),
                        typed == null ? "" : typed.text("constat"),
                        typed == null ? "" : typed.text("decision"),
                        appliedActs),
                versions,
                may,
                errors,
                typed == null ? "" : typed.text("pourquoi") + typed.text("raison"),
                typed == null ? "" : typed.text("reviewed_by"),
                typed == null ? "" : typed.text("review_on"));
    }

    private List<ProtocolPage.Algorithm> algorithms(
            @Nullable String href, ProtocolPage.@Nullable Offer offer, @Nullable UUID version) {
        // those of a common version are read in the copy one takes
        if (offer != null && offer.kind().equals("commun")) return List.of();
        var base =
                offer == null
                        ? href
                        : ProtocolScreens.HOME + "/" + offer.kind() + "s/" + offer.id();
        var algorithms = new Algorithms(document);
        return algorithms.roots().stream()
                .map(root ->
                        new ProtocolPage.Algorithm(
                                root.called(),
                                ProtocolText.questions(algorithms.reached(root).size()),
                                base
                                        + "/algorithmes/"
                                        + root.key()
                                        + (version == null ? "" : "?version=" + version)))
                .toList();
    }

    private ProtocolPage.Rule rule(Rule r) {
        return new ProtocolPage.Rule(
                r.title(), r.condition(), proposed(r, document), source(r.source()));
    }

    private List<String> criteria(Moment moment) {
        return document.criteria().stream()
                .filter(c -> c.moment() == moment)
                .map(c -> c.title() + " (" + source(c.source()) + ")")
                .toList();
    }

    private static ProtocolPage.Goal goal(Aim a) {
        return new ProtocolPage.Goal(
                a.title(),
                (a.kind().equals("QUALITATIF") ? "qualitatif" : "biomédical")
                        + ", "
                        + ProtocolText.domain(a.domain()),
                ProtocolText.measure(a),
                source(a.source()));
    }

    private List<ProtocolPage.Group> acts() {
        var groups = new ArrayList<ProtocolPage.Group>();
        for (var title : List.of(DATED, WAITING, UNDATED)) {
            var acts =
                    document.acts().stream()
                            .filter(a -> !a.session() && title.equals(group(a)))
                            .map(this::act)
                            .toList();
            if (!acts.isEmpty()) groups.add(new ProtocolPage.Group(title, acts));
        }
        return groups;
    }

    private static final String DATED = "À dates régulières";
    private static final String WAITING = "Après une sortie d’hôpital ou un autre acte";
    private static final String UNDATED = "Repères sans date";

    private static String group(Act a) {
        return a.when().waits() ? WAITING : a.when().dated() ? DATED : UNDATED;
    }

    private ProtocolPage.Act act(Act a) {
        var when = a.when();
        return new ProtocolPage.Act(
                a.title(),
                type(a.type()),
                when.dated() ? when(a, document) : "sans date fixée",
                when.words(),
                when.dated() ? margins(a) : "",
                a.role(),
                a.forEverybody() ? "" : a.condition(),
                source(a.source()));
    }

    private String type(String code) {
        for (var type : types) if (type.code().equals(code)) return type.label();
        return code;
    }

    private static String margins(Act a) {
        return "à faire "
                + (a.window() == 0 ? "le jour même" : "dans les " + a.window() + NBSP + "j")
                + ", en retard après "
                + a.tolerance()
                + NBSP
                + "j";
    }

    static String when(Act a, Document document) {
        var key = a.when().afterKey();
        return a.when()
                .sentence(
                        key == null
                                ? null
                                : document.line(Kind.ACT, key).map(Line::title).orElse(null));
    }

    /// Titles of what a rule proposes.
    static String proposed(Rule rule, Document document) {
        var algorithms = new Algorithms(document);
        return rule.lines().stream()
                .flatMap(key -> algorithms.proposed(key).stream())
                .map(Line::title)
                .collect(Collectors.joining(NBSP + "; "));
    }

    private static ProtocolPage.Watch watch(Watch w) {
        return new ProtocolPage.Watch(
                w.title(),
                trigger(w),
                w.severity().label(),
                w.severity().tone(),
                source(w.source()));
    }

    private static String trigger(Watch w) {
        return w.alerts()
                ? w.trigger()
                        + (w.trigger().isEmpty() ? "" : " · ")
                        + ProtocolText.ALERTS_BY_ITSELF
                        + " après "
                        + w.days()
                        + NBSP
                        + "j"
                : w.trigger();
    }

    /// « HAS, guide parcours IC ; texte lu ».
    static String source(Source source) {
        var text = source.text();
        if (source.read() == Read.NON_LU)
            return text.isBlank() ? Read.NON_LU.label() : text + NBSP + "; " + Read.NON_LU.label();
        return text.isBlank() ? source.read().label() : text + NBSP + "; " + source.read().label();
    }

    /// A line in one.
    static String summary(Line line, Document document) {
        var rest = rest(line, document);
        return heading(line) + (rest.isEmpty() ? "" : " · " + rest);
    }

    /// What a line is called where it stands alone.
    static String heading(Line line) {
        return line instanceof Decision d && !d.name().isBlank()
                ? d.name() + ProtocolText.COLON + d.title()
                : line.title();
    }

    /// What stands beside its heading when its form is folded; empty when nothing does.
    static String rest(Line line, Document document) {
        return switch (line) {
            case Criterion c -> c.moment().label();
            case Aim a -> ProtocolText.measure(a);
            case Act a ->
                    (a.when().dated() ? when(a, document) : "sans date fixée")
                            + (a.role().isEmpty() ? "" : " · " + a.role());
            case Watch w -> w.trigger();
            case Decision d -> ProtocolText.answers(d.answers().size());
            case Rule r -> SuggestionText.proposes(r.lines().size());
        };
    }

    /// What changes when a line changes: all it says, its source aside.
    static String words(Line line, Document document) {
        return switch (line) {
            case Act a ->
                    (a.when().dated() ? when(a, document) : "sans date fixée")
                            + (a.when().dated() ? ", " + margins(a) : "")
                            + (a.role().isEmpty() ? "" : " · " + a.role())
                            + (a.forEverybody() ? "" : " · " + a.condition());
            case Aim a -> {
                var measure = ProtocolText.measure(a);
                yield measure.isEmpty() ? "sans mesure" : measure;
            }
            case Criterion c -> Typography.inSentence(c.moment().label());
            case Watch w -> trigger(w) + " · " + w.severity().label();
            case Decision d -> ProtocolText.decision(d, document);
            case Rule r -> r.condition() + " → " + proposed(r, document);
        };
    }
}
