@NullMarked
package fr.maillage.steering.internal.national;

import org.jspecify.annotations.NullMarked;
