/// PPS: goals, planned interventions, versions, the attending doctor's opinion.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "directory",
            "network",
            "patient",
            "intake",
            "casefile",
            "correspondence",
            "assessment"
        })
@NullMarked
package fr.maillage.careplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
