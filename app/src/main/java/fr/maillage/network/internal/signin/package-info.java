/// What a structure asks at sign-in: a second factor, of whom, from which day.
@NullMarked
package fr.maillage.network.internal.signin;

import org.jspecify.annotations.NullMarked;
