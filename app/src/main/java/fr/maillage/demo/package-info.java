/// The demonstration region: invented people in real places, the same for a seed.
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
            "agenda",
            "indicators",
            "portability"
        })
@NullMarked
package fr.maillage.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
