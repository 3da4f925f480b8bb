@NullMarked
package fr.maillage.steering.internal.project;

import org.jspecify.annotations.NullMarked;
