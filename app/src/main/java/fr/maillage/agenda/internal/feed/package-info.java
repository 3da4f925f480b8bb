/// The agenda read by other calendars.
@NullMarked
package fr.maillage.agenda.internal.feed;

import org.jspecify.annotations.NullMarked;
