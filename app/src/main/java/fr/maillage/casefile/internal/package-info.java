@NullMarked
package fr.maillage.casefile.internal;

import org.jspecify.annotations.NullMarked;
