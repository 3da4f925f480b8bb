/// The problem of the rounds without a database: visits, days of work, roads; the solver, what a
/// person would do by hand, and why a visit finds no place. Times are minutes since 1970, so that a
/// day when clocks change is as long as it is.
@NullMarked
package fr.maillage.planning.internal.solver;

import org.jspecify.annotations.NullMarked;
