/// Who signs in, with what role, in which structures; and the trail of what they opened.
@ApplicationModule(allowedDependencies = {"kernel", "platform"})
@NullMarked
package fr.maillage.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
