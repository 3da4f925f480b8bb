@NullMarked
package fr.maillage.offer.internal;

import org.jspecify.annotations.NullMarked;
