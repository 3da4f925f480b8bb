package fr.maillage.web.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What went wrong, what is safe, what to do. What is not theirs and what does not exist get the
/// same words; our own bugs get a reference to quote, and nothing about anybody.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Trail trail;
    private final ShellAdvice shells;

    ErrorPages(Trail trail, ShellAdvice shells) {
        this.trail = trail;
        this.shells = shells;
    }

    @ExceptionHandler({
        NotFound.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class
    })
    ModelAndView notFound(Exception e, HttpServletRequest request) {
        if (e instanceof NotFound missing && SignedIn.find().isPresent()) {
            trail.refused(missing.what(), missing.id());
        } else if (SignedIn.find()
                .filter(s -> s.role() == Role.AGENCY || s.role() == Role.NATIONAL)
                .isPresent()) {
            // An agency tries an address that is not its own, existing or not: the same answer, and
            // a trace of both.
            trail.refused(kind(request), null);
        }
        return unknown(request);
    }

    /// A page that is not theirs: the very page of an address that does not exist, and a trace.
    @ExceptionHandler
    ModelAndView refused(AccessDeniedException e, HttpServletRequest request) {
        if (SignedIn.find().isEmpty()) throw e; // the sign-in page
        trail.refused(kind(request), null);
        return unknown(request);
    }

    @ExceptionHandler
    ModelAndView conflict(OptimisticLockingFailureException e, HttpServletRequest request) {
        return page(
                request,
                HttpStatus.CONFLICT,
                new ErrorPage(
                        409,
                        "Modifié entre-temps",
                        "Un collègue a modifié cette fiche pendant votre saisie.",
                        "Sa version est enregistrée\u00A0; la vôtre ne l’est pas encore.",
                        "Revenez en arrière\u00A0: votre saisie y est encore. Rechargez la fiche dans un autre onglet pour comparer, puis enregistrez.",
                        ""));
    }

    /// Who asked left before the end (a page closed, a viewer that has read enough): nobody reads
    /// an answer, and it is no failure of ours.
    @ExceptionHandler
    @Nullable ModelAndView left(AsyncRequestNotUsableException e) {
        return null;
    }

    @ExceptionHandler
    ModelAndView anything(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) throw e;
        if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(response.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED
                    ? unknown(request)
                    : incomplete(request, status);
        }
        return ours(request, e);
    }

    ModelAndView unknown(HttpServletRequest request) {
        return page(
                request,
                HttpStatus.NOT_FOUND,
                new ErrorPage(
                        404,
                        "Page introuvable",
                        "Cette page n’existe pas, ou elle ne vous est pas ouverte.",
                        "Rien n’a été modifié.",
                        "Revenez à l’accueil, ou cherchez la personne par son nom.",
                        ""));
    }

    ModelAndView incomplete(HttpServletRequest request, HttpStatus status) {
        return page(
                request,
                status,
                new ErrorPage(
                        status.value(),
                        "Demande incomplète",
                        "Maillage n’a pas compris cette demande.",
                        "Rien n’a été modifié.",
                        "Revenez en arrière et recommencez\u00A0; si cela se répète, dites-nous ce que vous faisiez.",
                        ""));
    }

    ModelAndView ours(HttpServletRequest request, @Nullable Exception e) {
        var reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error(
                "unexpected failure, reference {} on {} {}",
                reference,
                request.getMethod(),
                withoutIds(request),
                e);
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                new ErrorPage(
                        500,
                        "Un incident de notre côté",
                        "Maillage a rencontré une erreur qu’il n’attendait pas.",
                        "Ce qui était enregistré l’est toujours.",
                        "Revenez en arrière et réessayez. Si cela se répète, donnez la référence ci-dessous à l’assistance.",
                        reference));
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, ErrorPage page) {
        var view = new ModelAndView("web/error", status);
        view.addObject("shell", shells.shell(request));
        view.addObject("page", page);
        return view;
    }

    // the method and the first part of the address: what was asked, never about whom
    private static String kind(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/");
        var first = parts.length > 1 && parts[1].matches("[a-z-]{1,30}") ? parts[1] : "…";
        return request.getMethod() + " /" + first + (parts.length > 2 ? "/…" : "");
    }

    private static String withoutIds(HttpServletRequest request) {
        return request.getRequestURI()
                .replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "…");
    }
}
