@NullMarked
package fr.maillage.help.internal;

import org.jspecify.annotations.NullMarked;
