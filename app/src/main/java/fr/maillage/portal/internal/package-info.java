@NullMarked
package fr.maillage.portal.internal;

import org.jspecify.annotations.NullMarked;
