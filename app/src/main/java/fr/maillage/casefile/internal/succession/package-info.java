/// A professional of circles gives way to another, for a time or for good, in every circle at once.
@NullMarked
package fr.maillage.casefile.internal.succession;

import org.jspecify.annotations.NullMarked;
