/// Rounds of home visits: what is to be visited, a schedule proposed, accepted into the agenda.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "network",
            "patient",
            "intake",
            "casefile",
            "careplan",
            "agenda",
            "followup"
        })
@NullMarked
package fr.maillage.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
