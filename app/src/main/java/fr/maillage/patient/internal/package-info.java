@NullMarked
package fr.maillage.patient.internal;

import org.jspecify.annotations.NullMarked;
