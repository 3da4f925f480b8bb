/// What changed in the national services, asked each night.
@NullMarked
package fr.maillage.directory.internal.refresh;

import org.jspecify.annotations.NullMarked;
