@NullMarked
package fr.maillage.guidance.internal;

import org.jspecify.annotations.NullMarked;
