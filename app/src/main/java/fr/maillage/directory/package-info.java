/// Professionals (RPPS) and structures (FINESS) as the national files know them.
@ApplicationModule(allowedDependencies = {"kernel", "platform", "access", "web", "territory"})
@NullMarked
package fr.maillage.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
