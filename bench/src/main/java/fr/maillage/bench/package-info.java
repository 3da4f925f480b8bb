/// Speed, measured: never part of a test, always beside a floor of the same run.
@NullMarked
package fr.maillage.bench;

import org.jspecify.annotations.NullMarked;
