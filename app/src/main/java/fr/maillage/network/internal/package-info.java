@NullMarked
package fr.maillage.network.internal;

import org.jspecify.annotations.NullMarked;
