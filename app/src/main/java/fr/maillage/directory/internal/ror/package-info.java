/// Offers of the ROR: resources as they come, from a file or from the service, and what the
/// directory makes of them.
@NullMarked
package fr.maillage.directory.internal.ror;

import org.jspecify.annotations.NullMarked;
