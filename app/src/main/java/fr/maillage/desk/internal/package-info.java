@NullMarked
package fr.maillage.desk.internal;

import org.jspecify.annotations.NullMarked;
