/// Planned against done, alerts on non-events, tasks, log of contacts.
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
            "assessment",
            "careplan",
            "agenda",
            "documents"
        })
@NullMarked
package fr.maillage.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
