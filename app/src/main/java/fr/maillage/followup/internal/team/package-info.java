/// What colleagues leave to one another, the report of a day, permanences, and who calls why.
@NullMarked
package fr.maillage.followup.internal.team;

import org.jspecify.annotations.NullMarked;
