package fr.maillage.patient.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The address of a file that was absorbed leads to the one that goes on. A form typed there goes
/// there too (307), so that what somebody typed in an older tab is not lost. Whether they may open
/// that file is asked there.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AbsorbedFiles implements HandlerExceptionResolver {

    private static final Pattern FILE =
            Pattern.compile("/dossiers/([0-9a-fA-F-]{36})((?:/[A-Za-z0-9./-]*)?)");

    private final Merges merges;

    AbsorbedFiles(Merges merges) {
        this.merges = merges;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception exception) {
        if (!(exception instanceof NotFound) || SignedIn.find().isEmpty()) return null;
        var path = FILE.matcher(request.getRequestURI());
        if (!path.matches()) return null;
        return PatientId.parse(path.group(1))
                .flatMap(merges::survivorOf)
                .map(survivor -> to("/dossiers/" + survivor + path.group(2), request.getMethod()))
                .orElse(null);
    }

    private static ModelAndView to(String address, String method) {
        var view = new RedirectView(address);
        view.setExposeModelAttributes(false);
        view.setStatusCode(
                method.equals("POST") ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.FOUND);
        return new ModelAndView(view);
    }
}
