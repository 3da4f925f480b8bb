/// The home liaison notebook and the points de coordination of a person.
@NullMarked
package fr.maillage.followup.internal.liaison;

import org.jspecify.annotations.NullMarked;
