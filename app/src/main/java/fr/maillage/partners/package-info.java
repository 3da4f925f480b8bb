/// What a structure knows of its partners on top of the national directory, never overwritten by an
/// import, and the pages of the directory: the one box, the cards, the lists.
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
            "offer"
        })
@NullMarked
package fr.maillage.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
