/// From findings to what they suggest, by rules that are data: level and intensity of an
/// accompaniment. Always a hint with its reasons, never a decision.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "patient",
            "casefile",
            "assessment",
            "careplan"
        })
@NullMarked
package fr.maillage.guidance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
