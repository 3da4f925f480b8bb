@NullMarked
package fr.maillage.registry.internal;

import org.jspecify.annotations.NullMarked;
