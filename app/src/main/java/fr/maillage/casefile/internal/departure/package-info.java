/// Somebody leaves the team: who follows their persons from then on.
@NullMarked
package fr.maillage.casefile.internal.departure;

import org.jspecify.annotations.NullMarked;
