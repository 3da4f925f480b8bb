/// Figures of the structure, and what it publishes to the agency.
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
            "assessment",
            "careplan",
            "followup",
            "agenda",
            "hospital"
        })
@NullMarked
package fr.maillage.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
