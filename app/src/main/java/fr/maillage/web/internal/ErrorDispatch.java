package fr.maillage.web.internal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Errors decided outside the pages (security, container) get the same pages.
@Controller
@PreAuthorize("permitAll()")
class ErrorDispatch implements ErrorController {

    private final ErrorPages pages;

    ErrorDispatch(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    @PreAuthorize("permitAll()")
    public ModelAndView error(HttpServletRequest request) throws Exception {
        var code =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? status
                        : 404;
        if (code == 404 || code == 403 || code == 405) return pages.unknown(request);
        var status = HttpStatus.resolve(code);
        return status != null && status.is4xxClientError()
                ? pages.incomplete(request, status)
                : pages.ours(
                        request,
                        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                                        instanceof Exception e
                                ? e
                                : null);
    }
}
