@NullMarked
package fr.maillage.registry.internal.sheet;

import org.jspecify.annotations.NullMarked;
