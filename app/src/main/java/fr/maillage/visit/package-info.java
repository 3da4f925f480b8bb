/// Home visits on a telephone without a network: prepared, kept encrypted, typed, received by the
/// rules of the modules they belong to.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "network",
            "patient",
            "casefile",
            "assessment",
            "careplan",
            "agenda",
            "followup"
        })
@NullMarked
package fr.maillage.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
