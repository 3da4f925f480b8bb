@NullMarked
package fr.maillage.coverage.internal;

import org.jspecify.annotations.NullMarked;
