/// Regions, territoires de santé, zones de proximité, communes, their population and their shapes,
/// each with the days it holds.
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "web"})
@NullMarked
package fr.maillage.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
