/// Rights and measures with an end date: asked, granted, renewed in time.
@NullMarked
package fr.maillage.casefile.internal.entitlement;

import org.jspecify.annotations.NullMarked;
