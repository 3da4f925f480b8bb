/// Whole journeys, in Chromium, on the demonstration region.
@NullMarked
package fr.maillage.browser;

import org.jspecify.annotations.NullMarked;
