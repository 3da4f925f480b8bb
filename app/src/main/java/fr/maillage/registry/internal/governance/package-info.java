@NullMarked
package fr.maillage.registry.internal.governance;

import org.jspecify.annotations.NullMarked;
