package fr.maillage.access.internal;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The public counter stands apart from every other page: no session, no cookie, nobody signed in,
/// and nothing it does changes anything, so that it needs no token. Its page to embed
/// (`/guichet/integre`) may stand in a frame of the sites named by
/// `maillage.counter.frame-ancestors`; every other page keeps refusing.
@Configuration(proxyBeanMethods = false)
class CounterSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain embeddedCounter(
            HttpSecurity http,
            @Value("${maillage.counter.frame-ancestors:}") List<String> ancestors)
            throws Exception {
        return open(http.securityMatcher("/guichet/integre"), ancestors(ancestors))
                .headers(headers -> headers.frameOptions(frame -> frame.disable()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain counter(HttpSecurity http) throws Exception {
        return open(http.securityMatcher("/guichet"), "'none'").build();
    }

    private static HttpSecurity open(HttpSecurity http, String ancestors) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'self'; script-src 'none'; img-src 'self' data:;"
                                                        + " object-src 'none'; base-uri 'self'; form-action 'self';"
                                                        + " frame-ancestors "
                                                        + ancestors))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }

    /// Only origins, so that a setting cannot open more than frames: `https://www.ville.example`.
    static String ancestors(List<String> typed) {
        var origins =
                typed.stream().map(String::strip).filter(origin -> !origin.isEmpty()).toList();
        for (var origin : origins)
            if (!origin.matches("https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?"))
                throw new IllegalArgumentException(
                        "maillage.counter.frame-ancestors attend des origines, comme"
                                + " https://www.exemple.fr\u00A0: «\u00A0"
                                + origin
                                + "\u00A0» n’en est pas une.");
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }
}
