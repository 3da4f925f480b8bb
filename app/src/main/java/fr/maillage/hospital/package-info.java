/// What passes between the hospital and home: the sheet an emergency room reads, the plan of care
/// made available at the entry, the visit after the return.
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
            "casefile",
            "correspondence",
            "assessment",
            "careplan",
            "agenda"
        })
@NullMarked
package fr.maillage.hospital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
