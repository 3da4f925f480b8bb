@NullMarked
package fr.maillage.space.internal;

import org.jspecify.annotations.NullMarked;
