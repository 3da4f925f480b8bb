@NullMarked
package fr.maillage.hospital.internal;

import org.jspecify.annotations.NullMarked;
