@NullMarked
package fr.maillage.careplan.internal;

import org.jspecify.annotations.NullMarked;
