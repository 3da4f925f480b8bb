/// What a file says of each person, read by what its columns are, with everything that is wrong or
/// doubtful in it. Nothing here writes.
@NullMarked
package fr.maillage.portability.internal.draft;

import org.jspecify.annotations.NullMarked;
