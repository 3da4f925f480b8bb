/// What structures declared to cover against what they truly cover, by commune and theme: for the
/// agency, and for the head of a structure what is theirs. Nothing but published counts.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "network",
            "registry",
            "indicators"
        })
@NullMarked
package fr.maillage.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
