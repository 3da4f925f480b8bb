package fr.maillage.protocol.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a version of a protocol says. About care, about nobody: it may leave the structure.
///
/// @param theme code of the national theme, or null
/// @param pathologies words by which a pathology of a plan is known to be concerned
/// @param checking how its application is checked
/// @param delegation who does what somebody else would, for a protocol of cooperation
/// @param decisions questions of its decision algorithms
/// @param rules what findings about a person propose among its goals and interventions
record Document(
        String title,
        Nature nature,
        @Nullable String theme,
        String summary,
        List<String> pathologies,
        String checking,
        List<Criterion> criteria,
        List<Aim> aims,
        List<Act> acts,
        List<Watch> watches,
        Delegation delegation,
        List<Decision> decisions,
        List<Rule> rules) {

    Document {
        title = Objects.requireNonNullElse(title, "");
        nature = Objects.requireNonNullElse(nature, Nature.REFERENTIEL);
        summary = Objects.requireNonNullElse(summary, "");
        pathologies = copy(pathologies);
        checking = Objects.requireNonNullElse(checking, "");
        criteria = copy(criteria);
        aims = copy(aims);
        acts = copy(acts);
        watches = copy(watches);
        delegation = Objects.requireNonNullElse(delegation, Delegation.NONE);
        decisions = copy(decisions);
        rules = copy(rules);
    }

    /// What it says of itself, above its lines.
    record Head(
            String title,
            Nature nature,
            @Nullable String theme,
            String summary,
            List<String> pathologies,
            String checking,
            Delegation delegation) {

        /// That says what it is and nothing else.
        static Head of(String title, Nature nature) {
            return new Head(title, nature, null, "", List.of(), "", Delegation.NONE);
        }
    }

    /// Its lines.
    record Body(
            List<Criterion> criteria,
            List<Aim> aims,
            List<Act> acts,
            List<Watch> watches,
            List<Decision> decisions,
            List<Rule> rules) {

        static final Body EMPTY =
                new Body(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        Body criteria(List<Criterion> lines) {
            return new Body(lines, aims, acts, watches, decisions, rules);
        }

        Body aims(List<Aim> lines) {
            return new Body(criteria, lines, acts, watches, decisions, rules);
        }

        Body acts(List<Act> lines) {
            return new Body(criteria, aims, lines, watches, decisions, rules);
        }

        Body watches(List<Watch> lines) {
            return new Body(criteria, aims, acts, lines, decisions, rules);
        }

        Body decisions(List<Decision> lines) {
            return new Body(criteria, aims, acts, watches, lines, rules);
        }

        Body rules(List<Rule> lines) {
            return new Body(criteria, aims, acts, watches, decisions, lines);
        }
    }

    Document(Head head, Body body) {
        this(
                head.title(),
                head.nature(),
                head.theme(),
                head.summary(),
                head.pathologies(),
                head.checking(),
                body.criteria(),
                body.aims(),
                body.acts(),
                body.watches(),
                head.delegation(),
                body.decisions(),
                body.rules());
    }

    Head head() {
        return new Head(title, nature, theme, summary, pathologies, checking, delegation);
    }

    private Body body() {
        return new Body(criteria, aims, acts, watches, decisions, rules);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /// What it is.
    enum Nature {
        REFERENTIEL("Référentiel de soins"),
        MODELE_PPS("Modèle de PPS"),
        BONNE_PRATIQUE("Bonne pratique collaborative"),
        COOPERATION("Protocole de coopération"),
        ORGANISATION("Référentiel d’organisation"),
        PROPOSITIONS("Propositions après évaluation");

        private final String label;

        Nature(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// How far the source of a line was read.
    enum Read {
        ORIGINAL("texte lu"),
        RAPPORTE("lu dans un autre texte qui le rapporte"),
        NON_LU("source à vérifier");

        private final String label;

        Read(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// @param text the document it comes from; empty when nobody knows
    record Source(String text, Read read) {
        Source {
            text = Objects.requireNonNullElse(text, "");
            read = Objects.requireNonNullElse(read, Read.NON_LU);
        }

        static final Source NONE = new Source("", Read.NON_LU);
    }

    /// A line: its key is the same in every version and in every structure that took it.
    sealed interface Line permits Criterion, Aim, Act, Watch, Decision, Rule {
        String key();

        String title();

        Source source();
    }

    /// What a criterion is for.
    enum Moment {
        INCLUSION("Inclusion"),
        SORTIE("Sortie"),
        COMPLEXE("Patient complexe");

        private final String label;

        Moment(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// @param exit for an exit criterion
    /// @param complex part of the definition of a complex patient; absent from documents written
    ///   before there was one
    record Criterion(
            String key, String title, boolean exit, @Nullable Boolean complex, Source source)
            implements Line {
        Criterion {
            source = Objects.requireNonNullElse(source, Source.NONE);
        }

        static Criterion of(String key, String title, Moment moment, Source source) {
            return new Criterion(
                    key,
                    title,
                    moment == Moment.SORTIE,
                    moment == Moment.COMPLEXE ? true : null,
                    source);
        }

        Moment moment() {
            return Boolean.TRUE.equals(complex)
                    ? Moment.COMPLEXE
                    : exit ? Moment.SORTIE : Moment.INCLUSION;
        }
    }

    /// A goal.
    ///
    /// @param domain MEDICAL, EDUCATIF, PSYCHOLOGIQUE or SOCIAL
    /// @param kind BIOMEDICAL or QUALITATIF
    record Aim(
            String key,
            String title,
            String domain,
            String kind,
            @Nullable String indicator,
            @Nullable String target,
            Source source)
            implements Line {
        Aim {
            domain = Objects.requireNonNullElse(domain, "MEDICAL");
            kind = Objects.requireNonNullElse(kind, "BIOMEDICAL");
            source = Objects.requireNonNullElse(source, Source.NONE);
        }
    }

    /// An intervention, or an education session.
    ///
    /// @param code the same code is the same act, in any protocol; null: told by its title
    /// @param type of the plan: EXAMEN, CONSULTATION, SEANCE_EDUCATION…
    /// @param role who does it, in words
    /// @param condition for whom; empty: for everybody
    /// @param aim key of the goal it serves
    record Act(
            String key,
            @Nullable String code,
            String title,
            String type,
            String role,
            String condition,
            @Nullable String aim,
            When when,
            int window,
            int tolerance,
            Source source)
            implements Line {
        Act {
            type = Objects.requireNonNullElse(type, "EVALUATION");
            role = Objects.requireNonNullElse(role, "");
            condition = Objects.requireNonNullElse(condition, "");
            when = Objects.requireNonNullElse(when, When.UNDATED);
            source = Objects.requireNonNullElse(source, Source.NONE);
        }

        boolean session() {
            return type.equals("SEANCE_EDUCATION");
        }

        boolean forEverybody() {
            return condition.isBlank() || condition.equals("tous");
        }
    }

    /// A monitoring constraint: what must not stay silent.
    ///
    /// @param trigger when, in words
    /// @param days of silence of one of `acts` after which it becomes an alert of the person whose
    ///   plan applies it (view `protocol.watch`); null: for the team to see to
    /// @param acts keys of the acts it watches
    record Watch(
            String key,
            String title,
            String trigger,
            Severity severity,
            @Nullable Integer days,
            List<String> acts,
            Source source)
            implements Line {
        Watch {
            acts = copy(acts);
            trigger = Objects.requireNonNullElse(trigger, "");
            severity = Objects.requireNonNullElse(severity, Severity.ORANGE);
            source = Objects.requireNonNullElse(source, Source.NONE);
        }

        /// Longest silence, in days.
        static final int MOST = 999;

        /// Whether its silence becomes an alert by itself.
        boolean alerts() {
            return days != null && !acts.isEmpty();
        }
    }

    /// Kinds of lines, with their words in addresses.
    enum Kind {
        CRITERION("criteres", "Critère d’inclusion ou de sortie"),
        AIM("objectifs", "Objectif"),
        ACT("interventions", "Intervention"),
        WATCH("surveillances", "Surveillance"),
        DECISION("questions", "Question d’un algorithme"),
        RULE("regles", "Règle après évaluation");

        /// Their words in addresses, for a pattern.
        static final String PATHS =
                "criteres|objectifs|interventions|surveillances|questions|regles";

        private final String path;
        private final String label;

        Kind(String path, String label) {
            this.path = path;
            this.label = label;
        }

        String path() {
            return path;
        }

        String label() {
            return label;
        }

        static Optional<Kind> of(String path) {
            for (var kind : values()) if (kind.path.equals(path)) return Optional.of(kind);
            return Optional.empty();
        }
    }

    /// Lines of a kind, in their order.
    List<? extends Line> lines(Kind kind) {
        return switch (kind) {
            case CRITERION -> criteria;
            case AIM -> aims;
            case ACT -> acts;
            case WATCH -> watches;
            case DECISION -> decisions;
            case RULE -> rules;
        };
    }

    Optional<? extends Line> line(Kind kind, String key) {
        return lines(kind).stream().filter(l -> l.key().equals(key)).findFirst();
    }

    /// How many lines it has.
    int size() {
        return Arrays.stream(Kind.values()).mapToInt(kind -> lines(kind).size()).sum();
    }

    /// How many of them have a source nobody read.
    long toCheck() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> lines(kind).stream())
                .filter(l -> l.source().read() == Read.NON_LU)
                .count();
    }

    /// With this line in the place of the one that has its key, or at the end.
    Document with(Line line) {
        return switch (line) {
            case Criterion c -> of(body().criteria(put(criteria, c)));
            case Aim a -> of(body().aims(put(aims, a)));
            case Act a -> of(body().acts(put(acts, a)));
            case Watch w -> of(body().watches(put(watches, w)));
            case Decision d -> of(body().decisions(put(decisions, d)));
            case Rule r -> of(body().rules(put(rules, r)));
        };
    }

    /// Without the line of this key.
    Document without(Kind kind, String key) {
        return switch (kind) {
            case CRITERION -> of(body().criteria(drop(criteria, key)));
            case AIM -> of(body().aims(drop(aims, key)));
            case ACT -> of(body().acts(drop(acts, key)));
            case WATCH -> of(body().watches(drop(watches, key)));
            case DECISION -> of(body().decisions(drop(decisions, key)));
            case RULE -> of(body().rules(drop(rules, key)));
        };
    }

    private Document of(Body body) {
        return new Document(head(), body);
    }

    /// With another heading, and the same lines.
    Document headed(Head head) {
        return new Document(head, body());
    }

    private static <T extends Line> List<T> put(List<T> lines, T line) {
        var changed = new ArrayList<T>(lines);
        for (int k = 0; k < changed.size(); k++) {
            if (changed.get(k).key().equals(line.key())) {
                changed.set(k, line);
                return changed;
            }
        }
        changed.add(line);
        return changed;
    }

    private static <T extends Line> List<T> drop(List<T> lines, String key) {
        return lines.stream().filter(l -> !l.key().equals(key)).toList();
    }
}
