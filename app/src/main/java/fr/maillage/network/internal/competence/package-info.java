/// The framework of competences of the institutional coordinator, and what each masters of it.
@NullMarked
package fr.maillage.network.internal.competence;

import org.jspecify.annotations.NullMarked;
