/// Working hours, rooms and vehicles, permanences.
@NullMarked
package fr.maillage.agenda.internal.setup;

import org.jspecify.annotations.NullMarked;
