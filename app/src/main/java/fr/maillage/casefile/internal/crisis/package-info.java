/// The crisis plan of a person: written, kept version after version, read by everybody around them
/// as far as their part goes.
@org.jspecify.annotations.NullMarked
package fr.maillage.casefile.internal.crisis;
