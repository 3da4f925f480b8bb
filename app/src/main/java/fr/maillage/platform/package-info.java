/// What every module stands on: the database and its migrations, the tenant of a transaction, time,
/// events.
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package fr.maillage.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
