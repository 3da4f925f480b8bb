@NullMarked
package fr.maillage.access.internal;

import org.jspecify.annotations.NullMarked;
