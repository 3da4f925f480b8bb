/// Events that come in, matched to the planned acts they fulfil: proposed with a reason, confirmed
/// by somebody, never done by themselves.
@NullMarked
package fr.maillage.followup.internal.matching;

import org.jspecify.annotations.NullMarked;
