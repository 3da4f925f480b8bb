@NullMarked
package fr.maillage.platform.internal;

import org.jspecify.annotations.NullMarked;
