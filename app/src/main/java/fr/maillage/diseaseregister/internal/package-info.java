@NullMarked
package fr.maillage.diseaseregister.internal;

import org.jspecify.annotations.NullMarked;
