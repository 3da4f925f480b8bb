/// What follows a retinal screening: urgent appointment, reading, call-back.
@NullMarked
package fr.maillage.followup.internal.screening;

import org.jspecify.annotations.NullMarked;
