/// The team of a structure beyond its list: invitations, accounts, who replaces whom, who leaves.
@NullMarked
package fr.maillage.network.internal.team;

import org.jspecify.annotations.NullMarked;
