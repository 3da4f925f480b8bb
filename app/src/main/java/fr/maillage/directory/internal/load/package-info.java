/// National files into the database: by COPY, one set-based merge, and a switch that readers see
/// whole or not at all.
@NullMarked
package fr.maillage.directory.internal.load;

import org.jspecify.annotations.NullMarked;
