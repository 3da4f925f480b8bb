/// Protocols (référentiels) and models of plans, as versioned data: edited, published, withdrawn,
/// shared, applied to the draft of a plan, whose lines remember where they come from. Other modules
/// read the views `protocol.known` and `careplan.line_origin`.
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
            "careplan"
        })
@NullMarked
package fr.maillage.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
