@NullMarked
package fr.maillage.indicators.internal;

import org.jspecify.annotations.NullMarked;
