package fr.maillage.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Whoever signed in with a password that somebody else knows chooses another before anything
/// opens.
final class PasswordToChoose extends OncePerRequestFilter {

    /// Session attribute, set at sign-in.
    static final String KEY = "maillage.password-to-choose";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var path = request.getRequestURI();
        if (session == null
                || session.getAttribute(KEY) == null
                || path.equals("/mot-de-passe")
                || path.equals("/deconnexion")
                || path.equals("/connexion")
                || path.startsWith("/second-facteur")
                || path.startsWith("/static/")
                || path.startsWith("/webjars/")
                || path.equals("/favicon.ico")) chain.doFilter(request, response);
        else response.sendRedirect("/mot-de-passe");
    }
}
