package fr.maillage.protocol.internal;

import fr.maillage.careplan.LineFields;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.careplan.Recurrence;
import fr.maillage.network.Networks;
import fr.maillage.protocol.Findings;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Documents as files: those shipped, those that structures exchange. What comes from outside is
/// looked at line by line before anything is kept.
@Component
class Documents {

    /// Largest file taken, in bytes; those shipped are below 50,000.
    static final int LARGEST = 500_000;

    private static final int LINES = 300;
    private static final int LONGEST = 4000;

    private final JsonMapper json;
    private final PlanDrafts drafts;
    private final Networks networks;
    private final Findings findings;
    private final List<Shipped> shipped;

    Documents(JsonMapper json, PlanDrafts drafts, Networks networks, Findings findings) {
        this.json = json;
        this.drafts = drafts;
        this.networks = networks;
        this.findings = findings;
        this.shipped = read();
    }

    /// A protocol that comes with the application.
    ///
    /// @param code name of its file
    record Shipped(String code, Document document) {}

    /// Those that come with the application, in the order of their files.
    List<Shipped> shipped() {
        return shipped;
    }

    private List<Shipped> read() {
        var found = new ArrayList<Shipped>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:protocol/*.json"))
                try (var in = file.getInputStream()) {
                    found.add(
                            new Shipped(
                                    String.valueOf(file.getFilename()).replace(".json", ""),
                                    json.readValue(in, Document.class)));
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(Shipped::code));
        return List.copyOf(found);
    }

    String written(Document document) {
        return json.writeValueAsString(document);
    }

    Document of(String written) {
        return json.readValue(written, Document.class);
    }

    /// As a file to be given to another structure.
    byte[] file(Document document) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    /// What a file gives.
    sealed interface Outcome {
        record Taken(Document document) implements Outcome {}

        /// @param flaws sentences, the first few
        record Refused(List<String> flaws) implements Outcome {}
    }

    /// Reads a file from outside. A theme this installation does not know is left out.
    Outcome read(byte[] bytes) {
        if (bytes.length > LARGEST) return new Outcome.Refused(List.of(ProtocolText.TOO_LARGE));
        Document document;
        try {
            document = json.readValue(bytes, Document.class);
        } catch (JacksonException _) {
            return new Outcome.Refused(List.of(ProtocolText.NOT_A_PROTOCOL));
        }
        if (document == null || document.title().isBlank())
            return new Outcome.Refused(List.of(ProtocolText.NOT_A_PROTOCOL));
        var flaws = flaws(document);
        return flaws.isEmpty()
                ? new Outcome.Taken(known(document))
                : new Outcome.Refused(flaws.stream().limit(5).toList());
    }

    private Document known(Document d) {
        var theme =
                Optional.ofNullable(d.theme())
                        .filter(code ->
                                networks.allThemes().stream().anyMatch(t -> t.code().equals(code)))
                        .orElse(null);
        var head = d.head();
        return d.headed(
                new Document.Head(
                        head.title(),
                        head.nature(),
                        theme,
                        head.summary(),
                        head.pathologies(),
                        head.checking(),
                        head.delegation()));
    }

    /// What is wrong with a document, in sentences; a document kept has none.
    List<String> flaws(Document document) {
        var flaws = new ArrayList<String>();
        if (document.size() > LINES) flaws.add(ProtocolText.tooManyLines(LINES));
        if (document.title().length() > 300
                || document.summary().length() > LONGEST
                || document.checking().length() > LONGEST
                || document.pathologies().stream().anyMatch(p -> p.length() > 100)
                || document.pathologies().size() > 50
                || Stream.of(
                                document.delegation().from(),
                                document.delegation().to(),
                                document.delegation().basis())
                        .anyMatch(w -> w.length() > 300)) flaws.add(ProtocolText.TOO_LONG);
        for (var kind : Kind.values()) {
            var keys = new HashSet<String>();
            for (var line : document.lines(kind)) {
                if (line.key() == null
                        || !line.key().matches("[A-Za-z0-9._-]{1,60}")
                        || !keys.add(line.key())) flaws.add(ProtocolText.key(kind.label()));
                else if (line.title() == null || line.title().isBlank())
                    flaws.add(ProtocolText.untitled(kind.label(), line.key()));
                else if (line.title().length() > 1000 || line.source().text().length() > 1000)
                    flaws.add(ProtocolText.longLine(line.key()));
            }
        }
        for (var aim : document.aims())
            if (!LineFields.DOMAINS.contains(aim.domain())
                    || !LineFields.KINDS.contains(aim.kind()))
                flaws.add(ProtocolText.unknownWords(aim.key()));
        var types =
                drafts.types().stream().map(PlanDrafts.ActType::code).collect(Collectors.toSet());
        var keys = document.acts().stream().map(Document.Act::key).collect(Collectors.toSet());
        for (var act : document.acts()) {
            if (!types.contains(act.type())) flaws.add(ProtocolText.unknownWords(act.key()));
            if (act.role().length() > 300
                    || act.condition().length() > 1000
                    || (act.code() != null && !act.code().matches("[A-Z0-9_]{1,40}"))
                    || act.window() < 0
                    || act.window() > 366
                    || act.tolerance() < 0
                    || act.tolerance() > 366) flaws.add(ProtocolText.outOfBounds(act.key()));
            when(act, keys).ifPresent(flaws::add);
        }
        for (var watch : document.watches())
            if (watch.trigger().length() > 1000
                    || (watch.days() != null && (watch.days() < 1 || watch.days() > Watch.MOST))
                    || !keys.containsAll(watch.acts()))
                flaws.add(ProtocolText.outOfBounds(watch.key()));
        flaws.addAll(questions(document));
        flaws.addAll(rules(document));
        return flaws;
    }

    private static List<String> questions(Document document) {
        var flaws = new ArrayList<String>();
        var keys = document.decisions().stream().map(Decision::key).collect(Collectors.toSet());
        var lines =
                Algorithms.proposable(document).map(Document.Line::key).collect(Collectors.toSet());
        for (var question : document.decisions()) {
            var labels = new HashSet<String>();
            if (question.name().length() > 300
                    || question.help().length() > 1000
                    || question.answers().size() > Decision.ANSWERS
                    || question.answers().stream()
                            .anyMatch(a ->
                                    a.label().isBlank()
                                            || a.label().length() > 300
                                            || a.advice().length() > 1000
                                            || a.lines().size() > Decision.LINES
                                            || !labels.add(a.label())))
                flaws.add(ProtocolText.outOfBounds(question.key()));
            if (!keys.containsAll(question.followers())
                    || question.answers().stream().anyMatch(a -> !lines.containsAll(a.lines())))
                flaws.add(ProtocolText.leadsNowhere(question.key()));
        }
        for (var question : new Algorithms(document).circular())
            flaws.add(ProtocolText.circular(question.title()));
        return flaws;
    }

    private List<String> rules(Document document) {
        var flaws = new ArrayList<String>();
        var lines =
                Algorithms.proposable(document).map(Document.Line::key).collect(Collectors.toSet());
        for (var rule : document.rules()) {
            if (rule.condition().length() > Rule.LONGEST || rule.lines().size() > Rule.LINES)
                flaws.add(ProtocolText.outOfBounds(rule.key()));
            else if (!lines.containsAll(rule.lines()))
                flaws.add(ProtocolText.leadsNowhere(rule.key()));
            else
                findings.fault(rule.condition())
                        .map(fault -> SuggestionText.faulty(rule.title(), fault))
                        .ifPresent(flaws::add);
        }
        return flaws;
    }

    private static Optional<String> when(Document.Act act, Set<String> keys) {
        var w = act.when();
        var wrong =
                (w.everyN() == null) != (w.unit() == null)
                        || unknownUnit(w.unit())
                        || unknownUnit(w.afterUnit())
                        || (w.everyN() != null && (w.everyN() < 1 || w.everyN() > 366))
                        || (w.times() != null && w.times() < 1)
                        || w.afterN() < 0
                        || w.afterN() > 366
                        || w.weekdays().stream().anyMatch(d -> d < 1 || d > 7)
                        || (w.words() != null && w.words().length() > 1000)
                        || (w.origin() == When.Origin.ACTE
                                && (!keys.contains(w.afterKey())
                                        || act.key().equals(w.afterKey())));
        if (wrong) return Optional.of(ProtocolText.unknownWhen(act.key()));
        return w.dated() && w.on(LocalDate.EPOCH, _ -> null).tooMany()
                ? Optional.of(ProtocolText.tooMany(act.key(), Recurrence.MOST))
                : Optional.empty();
    }

    private static boolean unknownUnit(@Nullable String unit) {
        return unit != null && (unit.isEmpty() || !LineFields.UNITS.contains(unit));
    }
}
