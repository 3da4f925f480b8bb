/// What the team brings to a person and to those around her, apart from the acts of the plan: helps
/// given and arrangements of access, psychological support paid for, what attending doctors ask
/// for, care that professionals are asked to look at again.
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
            "followup",
            "partners"
        })
@NullMarked
package fr.maillage.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
