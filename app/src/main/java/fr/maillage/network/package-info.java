/// Support structures (the tenants): who they are, their poles, antennas, team, themes, criteria
/// and settings.
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "web", "territory"})
@NullMarked
package fr.maillage.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
