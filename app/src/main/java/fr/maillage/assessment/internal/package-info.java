/// Inside of the assessments: questionnaires as data, their engine, and the forms they give.
@NullMarked
package fr.maillage.assessment.internal;

import org.jspecify.annotations.NullMarked;
