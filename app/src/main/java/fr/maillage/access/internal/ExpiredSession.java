package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happens when a request comes without a session any more. A page asks to sign in and comes
/// back. A form that was being typed is handed back with every field inside the sign-in page, and
/// offered for sending again afterwards: nothing typed is lost, with or without JavaScript.
@Component
class ExpiredSession {

    /// Session attribute: the form to send again.
    static final String KEPT = "maillage.kept-form";

    /// Request attribute: the form as it came.
    static final String TYPED = "maillage.typed-form";

    /// Prefix of the fields carried through the sign-in page.
    static final String PREFIX = "garde.";

    /// Session attribute: an invitation was accepted in this browser; the first page offered is the
    /// account's, where a second factor is chosen.
    static final String INVITED = "maillage.invited";

    private final OpenSessions sessions;
    private final SecondFactors factors;
    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();

    ExpiredSession(OpenSessions sessions, SecondFactors factors) {
        this.sessions = sessions;
        this.factors = factors;
    }

    /// A form as it was sent.
    record KeptForm(String action, Map<String, List<String>> fields) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    AuthenticationEntryPoint entryPoint() {
        return (request, response, _) -> ask(request, response);
    }

    AccessDeniedHandler accessDenied(Trail trail) {
        return (request, response, denied) -> {
            if (SignedIn.find().isEmpty()) {
                ask(request, response);
            } else if (SecondFactorRule.missing(
                    SecurityContextHolder.getContext().getAuthentication())) {
                askFactor(request, response);
            } else if (denied instanceof CsrfException) {
                // Signed in again in another window: the form is intact, only its token is old.
                keep(request, typed(request));
                response.sendRedirect("/reprendre");
            } else {
                // Refused in the same way as an address that does not exist.
                trail.refused(request.getMethod() + " " + kind(request), null);
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        };
    }

    /// After sign-in: the kept form first, else the page that was asked for.
    AuthenticationSuccessHandler afterSignIn() {
        var usual = new SavedRequestAwareAuthenticationSuccessHandler();
        usual.setDefaultTargetUrl("/");
        return (request, response, authentication) -> {
            if (authentication.getPrincipal() instanceof SignedIn who)
                sessions.begin(who.accountId(), request);
            var kept = carried(request);
            if (kept == null && accountFirst(request, response, authentication)) {
                response.sendRedirect("/mon-compte");
            } else if (kept == null) {
                usual.onAuthenticationSuccess(request, response, authentication);
            } else {
                keep(request, kept);
                response.sendRedirect("/reprendre");
            }
        };
    }

    /// Whether the account is the first page shown: its invitation was just accepted, or a second
    /// factor will soon be asked and no page was.
    private boolean accountFirst(
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication authentication) {
        var invited = request.getSession().getAttribute(INVITED) != null;
        request.getSession().removeAttribute(INVITED);
        return invited
                || authentication.getPrincipal() instanceof SignedIn who
                        && asked.getRequest(request, response) == null
                        && factors.announced(who).isPresent();
    }

    /// The password was right, and a second factor is to be given or chosen before anything opens.
    private void askFactor(HttpServletRequest request, HttpServletResponse response)
            throws java.io.IOException {
        if (request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if ("GET".equals(request.getMethod())) asked.saveRequest(request, response);
        response.sendRedirect("/second-facteur");
    }

    private void ask(HttpServletRequest request, HttpServletResponse response)
            throws java.io.IOException, jakarta.servlet.ServletException {
        if (request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("GET".equals(request.getMethod())) {
            // The address is kept by the browser, not in the URL: it may hold an id.
            new org.springframework.security.web.savedrequest.HttpSessionRequestCache()
                    .saveRequest(request, response);
            response.sendRedirect("/connexion");
        } else {
            request.setAttribute(TYPED, typed(request));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            request.getRequestDispatcher("/session-expiree").forward(request, response);
        }
    }

    private static KeptForm typed(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (!name.equals("_csrf")) fields.put(name, List.of(values));
                });
        return new KeptForm(request.getRequestURI(), fields);
    }

    private static @Nullable KeptForm carried(HttpServletRequest request) {
        var action = request.getParameter("_reprise");
        // Only a path of this site, never another host.
        if (action == null || !action.startsWith("/") || action.startsWith("//")) return null;
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    if (name.startsWith(PREFIX))
                        fields.put(name.substring(PREFIX.length()), List.of(values));
                });
        return new KeptForm(action, fields);
    }

    private static void keep(HttpServletRequest request, KeptForm form) {
        request.getSession()
                .setAttribute(
                        KEPT, new KeptForm(form.action(), new LinkedHashMap<>(form.fields())));
    }

    /// The address without its ids: what was asked, never about whom.
    private static String kind(HttpServletRequest request) {
        var parts = new ArrayList<String>();
        for (var part : request.getRequestURI().split("/")) {
            parts.add(part.matches("[0-9a-fA-F-]{36}|\\d+") ? "…" : part);
        }
        var path = String.join("/", parts);
        return path.length() > 120 ? path.substring(0, 120) : path;
    }
}
