/// What the resources of the national services have in common, read without their profiles'
/// classes: guides move, codes and the ends of addresses stay.
@NullMarked
package fr.maillage.directory.internal.fhir;

import org.jspecify.annotations.NullMarked;
