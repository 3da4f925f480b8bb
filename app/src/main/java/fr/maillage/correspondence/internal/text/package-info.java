/// The text of letters: light marks, fields, and the same in a word processor.
@NullMarked
package fr.maillage.correspondence.internal.text;

import org.jspecify.annotations.NullMarked;
