/// Adverse events of the network: declared, analysed, followed by corrective actions, counted;
/// those the application proposes by itself. Source: guide DGOS 2012, fiche L1 §2.
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "web",
            "network",
            "patient",
            "casefile",
            "followup"
        })
@NullMarked
package fr.maillage.adverse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
