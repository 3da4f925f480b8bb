@NullMarked
package fr.maillage.registry.internal.counter;

import org.jspecify.annotations.NullMarked;
