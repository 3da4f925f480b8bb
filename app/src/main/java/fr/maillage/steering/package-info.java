/// To steer by what is known: surveys of structures, partners and professionals; projects, what was
/// planned against what was done; what a region publishes for those who follow the guide
/// nationally. About work done together, never about a person who is followed.
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
package fr.maillage.steering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
