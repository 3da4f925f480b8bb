/// From findings to what they suggest, by rules that are data: level and intensity of an
/// accompaniment, and, for the rules of protocols, what is known of a person. Always a hint with
/// its reasons, never a decision.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "patient",
            "casefile",
            "network",
            "assessment",
            "careplan",
            "protocol"
        })
@NullMarked
package fr.maillage.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
