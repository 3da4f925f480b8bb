package fr.maillage.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import java.util.Arrays;
import java.util.function.Supplier;

/// Added to every access rule: whoever has a second factor, or must have one, gives it before
/// anything opens. A sign-in says so by an authority of its own; what was given is a
/// `FactorGrantedAuthority`, as Spring Security marks factors.
final class SecondFactorRule implements AuthorizationManager<Object> {

    /// Authority of a session that a second factor opens.
    static final GrantedAuthority DUE = new SimpleGrantedAuthority("SECOND_FACTOR_DUE");

    /// The ways to give one.
    enum Factor {
        CODE("FACTOR_ONE_TIME_CODE"),
        PASSKEY(FactorGrantedAuthority.WEBAUTHN_AUTHORITY),
        RECOVERY("FACTOR_RECOVERY_CODE");

        private final String authority;

        Factor(String authority) {
            this.authority = authority;
        }

        /// What the session holds once it was given.
        GrantedAuthority granted() {
            return FactorGrantedAuthority.fromAuthority(authority);
        }
    }

    /// Whether what opens the rest is still to be given.
    static boolean missing(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getAuthorities().contains(DUE)
                && authentication.getAuthorities().stream()
                        .noneMatch(held ->
                                Arrays.stream(Factor.values())
                                        .anyMatch(f -> f.authority.equals(held.getAuthority())));
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, Object what) {
        return new AuthorizationDecision(!missing(authentication.get()));
    }
}
