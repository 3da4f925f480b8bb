@NullMarked
package fr.maillage.portability.internal.reading;

import org.jspecify.annotations.NullMarked;
