@NullMarked
package fr.maillage.visit.internal;

import org.jspecify.annotations.NullMarked;
