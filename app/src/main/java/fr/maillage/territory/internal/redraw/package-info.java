/// Zones redrawn: lines read, looked at before they hold, then applied from a day on.
@NullMarked
package fr.maillage.territory.internal.redraw;

import org.jspecify.annotations.NullMarked;
