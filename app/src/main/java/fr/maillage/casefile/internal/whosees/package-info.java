/// Who can see what, read from the rules themselves: for the data-protection officer.
@NullMarked
package fr.maillage.casefile.internal.whosees;

import org.jspecify.annotations.NullMarked;
