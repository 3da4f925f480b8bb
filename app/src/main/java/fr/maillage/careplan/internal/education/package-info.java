/// Therapeutic education: programmes, sessions and workshops, what was acquired.
@NullMarked
package fr.maillage.careplan.internal.education;

import org.jspecify.annotations.NullMarked;
