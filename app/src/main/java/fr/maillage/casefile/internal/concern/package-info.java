/// Concerns of abuse or neglect, and the few who read them.
@NullMarked
package fr.maillage.casefile.internal.concern;

import org.jspecify.annotations.NullMarked;
