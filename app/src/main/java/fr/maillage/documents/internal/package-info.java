@NullMarked
package fr.maillage.documents.internal;

import org.jspecify.annotations.NullMarked;
