/// Inclusion, circle of care, levels, stays, watch and exit; who may open which file.
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
            "intake"
        })
@NullMarked
package fr.maillage.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
