/// What a process leaves when it dies in the middle of its work: small processes that do one work
/// only, on a copy of a database each, and are killed.
@NullMarked
package fr.maillage.faults;

import org.jspecify.annotations.NullMarked;
