package fr.maillage.web.internal;

import fr.maillage.web.SentForms;
import fr.maillage.web.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/// Makes the [Submission] of a request.
final class SubmissionResolver implements HandlerMethodArgumentResolver {

    /// Sent by `maillage.js` with a form of a dialog.
    private static final String IN_PLACE = "X-Maillage-In-Place";

    private final ObjectProvider<SentForms> forms;

    SubmissionResolver(ObjectProvider<SentForms> forms) {
        this.forms = forms;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Submission.class;
    }

    @Override
    public Submission resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var answer = Objects.requireNonNull(container, "a form is answered by a page");
        var values = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, sent) -> values.put(name, List.of(sent)));
        var after = new RedirectAttributesModelMap();
        var model = answer.getDefaultModel();
        answer.setRedirectModel(after);
        return new Submission(
                values,
                forms.getObject(),
                model,
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)),
                after,
                request.getHeader(IN_PLACE) != null);
    }
}
