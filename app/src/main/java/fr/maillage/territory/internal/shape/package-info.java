/// What communes look like: cells around their centres, or shapes an operator loaded.
@NullMarked
package fr.maillage.territory.internal.shape;

import org.jspecify.annotations.NullMarked;
