/// Requests for support: reception, analysis, level, urgency, orientation, hand-over.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "directory",
            "network",
            "registry",
            "patient"
        })
@NullMarked
package fr.maillage.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
