package fr.maillage.hospital.internal;

import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.NightWork;
import org.springframework.stereotype.Component;

/// Sends each night the plans that the act which noted the stay could not: the stay was to come, or
/// the plan came into force since.
@Component("hospitalPlanNight")
class PlanNight implements NightWork {

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
        letters.waiting().forEach((stay, patient) -> letters.sendByItself(patient, stay));
    }
}
