@NullMarked
package fr.maillage.territory.internal;

import org.jspecify.annotations.NullMarked;
