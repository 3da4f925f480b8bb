/// The team's desk: « Ma journée », search, and the one page per person.
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
            "correspondence",
            "assessment",
            "careplan",
            "followup",
            "agenda",
            "indicators"
        })
@NullMarked
package fr.maillage.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
