/// Spaces of groups of actors: a working group, a theme, a territory, the regional network with the
/// territorial ones. What they discuss, announce, decide and share, read by the people their
/// structures chose and by nobody else. About work, never about a person.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "territory",
            "network",
            "directory",
            "registry"
        })
@NullMarked
package fr.maillage.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
