/// Meetings about persons (RCP, réunions de synthèse) from the invitation to what was decided and
/// sent; expertise asked and given.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "network",
            "patient",
            "casefile",
            "correspondence",
            "careplan",
            "agenda",
            "followup"
        })
@NullMarked
package fr.maillage.rcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
