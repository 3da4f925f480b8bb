@NullMarked
package fr.maillage.correspondence.internal;

import org.jspecify.annotations.NullMarked;
