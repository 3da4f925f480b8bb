/// Regions, territoires de santé, zones de proximité, communes and their population.
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package fr.maillage.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
