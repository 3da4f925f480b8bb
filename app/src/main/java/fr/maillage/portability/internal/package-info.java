@NullMarked
package fr.maillage.portability.internal;

import org.jspecify.annotations.NullMarked;
