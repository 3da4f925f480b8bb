/// Doors for those outside the team: members of circles, the person and the carer.
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
            "correspondence",
            "assessment",
            "careplan",
            "followup",
            "agenda"
        })
@NullMarked
package fr.maillage.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
