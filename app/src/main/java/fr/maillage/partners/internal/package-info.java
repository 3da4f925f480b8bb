@NullMarked
package fr.maillage.partners.internal;

import org.jspecify.annotations.NullMarked;
