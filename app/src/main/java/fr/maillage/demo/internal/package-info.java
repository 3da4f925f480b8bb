@NullMarked
package fr.maillage.demo.internal;

import org.jspecify.annotations.NullMarked;
