package fr.maillage.demo.internal;

import fr.maillage.kernel.WorkingDays;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Calls and visits of the crowd.
final class CrowdContacts {

    private CrowdContacts() {}

    /// What was said and done around somebody, from the last day backwards.
    static void write(
            Life life,
            LocalDate opened,
            LocalDate end,
            @Nullable LocalDate closed,
            @Nullable String relative,
            LocalDate goLive,
            RandomGenerator random) {
        // nearly everybody was heard of lately; three in a hundred were not
        int ago =
                closed != null
                        ? 1 + random.nextInt(10)
                        : random.nextInt(100) < 3 ? 62 + random.nextInt(30) : random.nextInt(38);
        var day = end.minusDays(ago);
        var oldest = opened.isBefore(goLive) ? goLive : opened;
        while (!day.isBefore(oldest)) {
            var worked =
                    WorkingDays.FRANCE.isWorkingDay(day) ? day : WorkingDays.FRANCE.previous(day);
            if (worked.isBefore(opened)) return;
            var mt = life.who.mt();
            int kind = random.nextInt(10);
            var at = life.at(worked);
            if (kind < 2) {
                life.followup.contact(
                        at,
                        "VISITE",
                        false,
                        life.who.called(),
                        "Personne",
                        "JOINT",
                        "Visite à domicile",
                        "Va plutôt bien, plan expliqué.",
                        null,
                        false);
            } else if (kind < 5 && relative != null) {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        true,
                        relative,
                        "Proche",
                        "JOINT",
                        "Appel de la famille",
                        "Demande des nouvelles de la prise en charge.",
                        null,
                        false);
            } else if (kind < 7 && mt != null) {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        false,
                        mt.name(),
                        "Médecin traitant",
                        random.nextInt(4) == 0 ? "MESSAGE" : "JOINT",
                        "Point avec le médecin traitant",
                        null,
                        "Poursuite du plan",
                        false);
            } else {
                life.followup.contact(
                        at,
                        "TELEPHONE",
                        false,
                        life.who.called(),
                        "Personne",
                        random.nextInt(6) == 0 ? "PAS_DE_REPONSE" : "JOINT",
                        "Appel de suivi",
                        null,
                        null,
                        false);
            }
            day = day.minusDays(22 + random.nextInt(40));
        }
    }
}
