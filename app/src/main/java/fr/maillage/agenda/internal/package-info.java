@NullMarked
package fr.maillage.agenda.internal;

import org.jspecify.annotations.NullMarked;
