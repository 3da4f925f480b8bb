/// Persons: identity (INS), attending doctor, rights and consents, line of life.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "directory",
            "network"
        })
@NullMarked
package fr.maillage.patient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
