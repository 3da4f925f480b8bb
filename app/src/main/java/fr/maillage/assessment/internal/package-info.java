@NullMarked
package fr.maillage.assessment.internal;

import org.jspecify.annotations.NullMarked;
