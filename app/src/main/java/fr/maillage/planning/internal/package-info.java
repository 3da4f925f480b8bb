@NullMarked
package fr.maillage.planning.internal;

import org.jspecify.annotations.NullMarked;
