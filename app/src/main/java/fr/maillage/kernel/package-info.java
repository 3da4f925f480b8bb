/// The value types every module speaks with: identifiers that check themselves, names, dates and
/// figures as France writes them. They depend on the JDK alone, hold no state, and read neither a
/// clock nor a database: the day is always an argument.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.maillage.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
