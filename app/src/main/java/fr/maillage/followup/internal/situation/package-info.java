/// One person's situation: its figures and what goes with them, and who comes home on which day.
@NullMarked
package fr.maillage.followup.internal.situation;

import org.jspecify.annotations.NullMarked;
