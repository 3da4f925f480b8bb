@NullMarked
package fr.maillage.followup.internal;

import org.jspecify.annotations.NullMarked;
