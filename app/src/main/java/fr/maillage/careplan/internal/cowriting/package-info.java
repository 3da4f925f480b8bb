/// What those around a person say of the lines of a plan: comments, and changes they propose.
@NullMarked
package fr.maillage.careplan.internal.cowriting;

import org.jspecify.annotations.NullMarked;
