/// Multidimensional assessment from questionnaires that are data; scores, problems.
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
            "documents",
            "correspondence"
        })
@NullMarked
package fr.maillage.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
