@NullMarked
package fr.maillage.network.internal.opening;

import org.jspecify.annotations.NullMarked;
