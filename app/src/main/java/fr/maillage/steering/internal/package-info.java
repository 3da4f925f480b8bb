@NullMarked
package fr.maillage.steering.internal;

import org.jspecify.annotations.NullMarked;
