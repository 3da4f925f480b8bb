@NullMarked
package fr.maillage.intake.internal;

import org.jspecify.annotations.NullMarked;
