package fr.maillage.guidance.internal;

import fr.maillage.assessment.Expressions.Condition;
import fr.maillage.assessment.Expressions;
import fr.maillage.kernel.PatientId;
import fr.maillage.protocol.Findings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// [Findings] by the facts of a person and the FHIRPath of the questionnaires. Which facts made a
/// condition hold is told by taking them away: a fact counts when it would not hold without it, or,
/// among several that would each do, when it would hold with that one.
@Component
class RuleFacts implements Findings {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFacts.class);
    private static final Set<String> NAMES = FactNames.names();
    private static final String WHERE = "rule of a protocol";

    private final FactReader reader;
    private final Expressions expressions;

    RuleFacts(FactReader reader, Expressions expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    @Override
    public List<Fact> facts() {
        return FactNames.all();
    }

    @Override
    public Optional<String> fault(String condition) {
        Condition read;
        try {
            read = expressions.read(WHERE, condition);
        } catch (IllegalArgumentException _) {
            return Optional.of(GuidanceText.UNREADABLE);
        }
        var unknown = new TreeSet<>(read.names());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) return Optional.of(GuidanceText.unknownFact(unknown.first()));
        try {
            read.holds(Map.of());
            read.holds(FactNames.samples());
            return saysYesOrNo(condition)
                    ? Optional.empty()
                    : Optional.of(GuidanceText.NO_YES_OR_NO);
        } catch (IllegalStateException _) {
            return Optional.of(GuidanceText.FAILS);
        }
    }

    /// A number or a word is equal neither to true nor to false: such a condition would never hold,
    /// without a word.
    private boolean saysYesOrNo(String condition) {
        return expressions
                .read(
                        WHERE,
                        "((%1$s) = true) or ((%1$s) = false) or (%1$s).empty()"
                                .formatted(condition))
                .holds(FactNames.samples());
    }

    @Override
    public Optional<Map<String, Verdict>> judge(PatientId patient, Collection<String> conditions) {
        return reader.of(patient).map(facts -> judge(facts, conditions));
    }

    /// What each condition says of these facts.
    Map<String, Verdict> judge(Facts facts, Collection<String> conditions) {
        var verdicts = new HashMap<String, Verdict>();
        for (var condition : conditions) verdicts.put(condition, judge(facts, condition));
        return verdicts;
    }

    private Verdict judge(Facts facts, String condition) {
        try {
            var read = expressions.read(WHERE, condition, NAMES);
            return read.holds(facts.values())
                    ? new Verdict.Holds(because(read, facts))
                    : new Verdict.DoesNot();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // its message may quote a value
            LOG.warn("not evaluable, {}: {}", e.getClass().getSimpleName(), condition);
            return new Verdict.Failed();
        }
    }

    private static List<Cited> because(Condition condition, Facts facts) {
        var named = facts.named(condition.names());
        var needed = new ArrayList<Facts.Named>();
        for (var fact : named)
            if (!condition.holds(Facts.values(without(named, fact)))) needed.add(fact);
        var counted = new ArrayList<>(needed);
        if (!condition.holds(Facts.values(needed)))
            for (var fact : named)
                if (!needed.contains(fact) && condition.holds(Facts.values(with(needed, fact))))
                    counted.add(fact);
        return counted.stream()
                .sorted(java.util.Comparator.comparingInt(named::indexOf))
                .map(Facts.Named::cited)
                .toList();
    }

    private static List<Facts.Named> without(List<Facts.Named> facts, Facts.Named one) {
        return facts.stream().filter(f -> f != one).toList();
    }

    private static List<Facts.Named> with(List<Facts.Named> facts, Facts.Named one) {
        var more = new ArrayList<>(facts);
        more.add(one);
        return more;
    }
}
