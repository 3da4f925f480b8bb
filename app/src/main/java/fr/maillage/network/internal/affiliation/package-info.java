/// Professionals who joined the network, those outside it, and how they left.
@NullMarked
package fr.maillage.network.internal.affiliation;

import org.jspecify.annotations.NullMarked;
