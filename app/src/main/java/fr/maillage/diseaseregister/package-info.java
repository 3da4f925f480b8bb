/// Registers of a disease kept by very specialised networks: what a case is and what is asked of
/// it, by versions; cases of persons who were informed and do not object; follow-up, quality,
/// exhaustiveness, figures, and extracts without anybody's identity. Nothing nominative leaves the
/// structure.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "network",
            "patient",
            "casefile",
            "assessment",
            "careplan"
        })
@NullMarked
package fr.maillage.diseaseregister;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
