@NullMarked
package fr.maillage.adverse.internal;

import org.jspecify.annotations.NullMarked;
