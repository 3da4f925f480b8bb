/// What lets a team come and leave: the caseload of another tool taken over from a file, tried
/// first without writing anything, and everything the structure owns given back the same way. It
/// writes through the doors of the modules that own what is written.
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
            "careplan",
            "followup"
        })
@NullMarked
package fr.maillage.portability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
