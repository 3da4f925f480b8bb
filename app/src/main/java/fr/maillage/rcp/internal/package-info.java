@NullMarked
package fr.maillage.rcp.internal;

import org.jspecify.annotations.NullMarked;
