@NullMarked
package fr.maillage.protocol.internal;

import org.jspecify.annotations.NullMarked;
