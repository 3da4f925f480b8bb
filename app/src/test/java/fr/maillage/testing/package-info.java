/// What tests share: which requirement a test proves, and how it is reported.
@NullMarked
package fr.maillage.testing;

import org.jspecify.annotations.NullMarked;
