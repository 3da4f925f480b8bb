@NullMarked
package fr.maillage.registry.internal.register;

import org.jspecify.annotations.NullMarked;
