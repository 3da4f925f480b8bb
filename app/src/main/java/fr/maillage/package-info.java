/// The application's main class; everything else lives in a module below.
@NullMarked
package fr.maillage;

import org.jspecify.annotations.NullMarked;
