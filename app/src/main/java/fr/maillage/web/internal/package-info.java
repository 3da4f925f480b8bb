@NullMarked
package fr.maillage.web.internal;

import org.jspecify.annotations.NullMarked;
