@NullMarked
package fr.maillage.steering.internal.survey;

import org.jspecify.annotations.NullMarked;
