package fr.maillage.hospital.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Sends each night the plans that the act which noted the stay could not: the stay was to come, or
/// the plan came into force since. One that fails stops no other; nothing says it was sent, so the
/// next night tries it again.
@Component("hospitalPlanNight")
class PlanNight implements NightWork {

    private static final Logger log = LoggerFactory.getLogger(PlanNight.class);

    private final PlanLetters letters;

    PlanNight(PlanLetters letters) {
        this.letters = letters;
    }

    @Override
    public String name() {
        return "plans aux établissements";
    }

    /// One person after the other, each in a transaction of their own.
    @Override
    public void forStructure(NetworkId network) {
        var waiting = letters.waiting();
        var failures = new TreeMap<String, Integer>();
        waiting.forEach((stay, patient) -> {
            try {
                letters.sendByItself(patient, stay);
            } catch (RuntimeException e) {
                // its kind alone: the words of a failure may hold a person's
                failures.merge(e.getClass().getName(), 1, Integer::sum);
            }
        });
        if (!failures.isEmpty())
            log.error(
                    "plans to establishments of structure {}: failed for some of {}, tried again the next night: {}",
                    network.value(),
                    waiting.size(),
                    failures);
    }
}
