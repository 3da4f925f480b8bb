/// Planned against done for the whole structure: counts by state, and the names behind each gap.
@NullMarked
package fr.maillage.followup.internal.realised;

import org.jspecify.annotations.NullMarked;
