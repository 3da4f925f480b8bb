@NullMarked
package fr.maillage.directory.internal;

import org.jspecify.annotations.NullMarked;
