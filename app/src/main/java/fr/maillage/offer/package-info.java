/// Who answers a need near a place, how far and with what room; what nobody answers.
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
            "casefile"
        })
@NullMarked
package fr.maillage.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
