package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.ArrayList;

/// Sign-in by login and password, sessions, CSRF, headers. What a refused or expired request
/// receives is decided in [ExpiredSession].
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(10);
    }

    @Bean
    AuthenticationProvider authenticationProvider(
            Accounts accounts,
            PasswordEncoder encoder,
            Throttle throttle,
            ChosenPassword passwords,
            SecondFactors factors) {
        return new DaoAuthenticationProvider(accounts) {
            {
                setPasswordEncoder(encoder);
            }

            @Override
            public Authentication authenticate(Authentication authentication)
                    throws AuthenticationException {
                var login = authentication.getName();
                if (throttle.exhausted(login, address()))
                    throw new LockedException("too many tries");
                try {
                    var done = super.authenticate(authentication);
                    throttle.succeeded(login, address());
                    if (done != null && done.getPrincipal() instanceof SignedIn signedIn) {
                        accounts.signedIn(signedIn.accountId());
                        if (passwords.toChoose(signedIn)) chooseFirst();
                        if (factors.due(signedIn))
                            return done.toBuilder()
                                    .authorities(held -> held.add(SecondFactorRule.DUE))
                                    .build();
                    }
                    return done;
                } catch (AuthenticationException e) {
                    throttle.failed(login, address());
                    throw e;
                }
            }
        };
    }

    private static void chooseFirst() {
        var attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null)
            attributes.setAttribute(PasswordToChoose.KEY, true, RequestAttributes.SCOPE_SESSION);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    /// Every rule of a page, of requests and of methods, asks the second factor where one is due.
    @Bean
    DefaultAuthorizationManagerFactory<Object> authorizationRules() {
        var rules = new DefaultAuthorizationManagerFactory<Object>();
        rules.setAdditionalAuthorization(new SecondFactorRule());
        return rules;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ExpiredSession expired,
            Trail trail,
            Accounts accounts,
            OpenSessions sessions,
            ObjectProvider<LogoutHandler> leaving)
            throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/connexion",
                                        "/invitation/*",
                                        "/enquete/*",
                                        "/agenda/flux/*",
                                        "/demande-en-ligne",
                                        "/demande-en-ligne/**",
                                        "/second-facteur",
                                        "/second-facteur/**",
                                        "/static/**",
                                        "/webjars/**",
                                        "/favicon.ico",
                                        "/erreur",
                                        "/visites/hors-connexion",
                                        "/visites/service.js",
                                        "/sante")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(form ->
                        form.loginPage("/connexion")
                                .loginProcessingUrl("/connexion")
                                .usernameParameter("identifiant")
                                .passwordParameter("motdepasse")
                                .successHandler(expired.afterSignIn())
                                .failureHandler((request, response, failure) ->
                                        response.sendRedirect(
                                                failure instanceof LockedException
                                                        ? "/connexion?patienter"
                                                        : "/connexion?erreur")))
                .logout(logout -> {
                    logout.logoutUrl("/deconnexion")
                            .addLogoutHandler(
                                    (request, _, _) -> sessions.end(request.getSession(false)))
                            .logoutSuccessUrl("/connexion?sorti");
                    // what modules do when somebody leaves
                    leaving.orderedStream().forEach(logout::addLogoutHandler);
                })
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(expired.entryPoint())
                                .accessDeniedHandler(expired.accessDenied(trail)))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'self'; img-src 'self' data:;"
                                                        + " object-src 'none'; frame-ancestors 'self';"
                                                        + " base-uri 'self'; form-action 'self'"))
                                .frameOptions(frame -> frame.sameOrigin())
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new RightsFilter(accounts, sessions), AuthorizationFilter.class)
                .addFilterBefore(new TenancyFilter(), AuthorizationFilter.class)
                .addFilterAfter(new PasswordToChoose(), AuthorizationFilter.class)
                .build();
    }

    /// A session keeps what was read at sign-in; rights are read again at each request, by one
    /// indexed query, so that a member who was revoked loses access at once and a new structure
    /// opens at once. Nothing left: the session ends, and the sign-in page says the rest.
    private static final class RightsFilter extends OncePerRequestFilter {

        private final Accounts accounts;
        private final OpenSessions open;
        private final HttpSessionSecurityContextRepository sessions =
                new HttpSessionSecurityContextRepository();

        RightsFilter(Accounts accounts, OpenSessions open) {
            this.accounts = accounts;
            this.open = open;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = request.getRequestURI();
            return path.startsWith("/static/")
                    || path.startsWith("/webjars/")
                    || !sessions.containsContext(request);
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var then = SignedIn.find();
            if (then.isPresent()) {
                var session = request.getSession(false);
                var now = accounts.now(then.get());
                if (now.isEmpty() || !open.alive(session)) {
                    SecurityContextHolder.clearContext();
                    if (session != null) session.invalidate();
                } else if (!now.get().equals(then.get())) {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(anew(now.get()));
                    SecurityContextHolder.setContext(context);
                    sessions.saveContext(context, request, response);
                }
            }
            chain.doFilter(request, response);
        }
    }

    /// The same session with other rights: the factors it was opened with stay given.
    private static Authentication anew(SignedIn who) {
        var held = new ArrayList<GrantedAuthority>(who.getAuthorities());
        var then = SecurityContextHolder.getContext().getAuthentication();
        if (then != null)
            then.getAuthorities().stream()
                    .filter(a ->
                            a.equals(SecondFactorRule.DUE) || a instanceof FactorGrantedAuthority)
                    .forEach(held::add);
        return UsernamePasswordAuthenticationToken.authenticated(who, null, held);
    }

    /// Binds what the signed-in person may see to the thread, for every transaction of the request.
    private static final class TenancyFilter extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var signedIn = SignedIn.find();
            if (signedIn.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            try (var _ = signedIn.get().tenancy().open()) {
                chain.doFilter(request, response);
            }
        }
    }
}
