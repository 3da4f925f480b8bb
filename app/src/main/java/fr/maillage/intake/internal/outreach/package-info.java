/// Actions that go to people: risks looked for among those far from care, organised screening.
@NullMarked
package fr.maillage.intake.internal.outreach;

import org.jspecify.annotations.NullMarked;
