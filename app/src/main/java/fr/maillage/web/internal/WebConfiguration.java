package fr.maillage.web.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.web.SentForms;
import fr.maillage.web.Submission;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/// Templates, static files, and the end of drafts.
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<DraftController> drafts;
    private final ObjectProvider<SentForms> forms;

    WebConfiguration(ObjectProvider<DraftController> drafts, ObjectProvider<SentForms> forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    @Bean
    static TemplateEngine templates(@Value("${maillage.templates.from:}") String sources) {
        // A path to the sources makes templates reload as one edits them; otherwise they are
        // compiled with the code.
        return sources.isEmpty()
                ? TemplateEngine.createPrecompiled(ContentType.Html)
                : TemplateEngine.create(
                        new DirectoryCodeResolver(Path.of(sources)),
                        Path.of("target/jte-reload"),
                        ContentType.Html,
                        WebConfiguration.class.getClassLoader());
    }

    @Bean
    static AbstractTemplateViewResolver templateViews(TemplateEngine templates) {
        var resolver =
                new AbstractTemplateViewResolver() {
                    {
                        setViewClass(requiredViewClass());
                    }

                    @Override
                    protected Class<?> requiredViewClass() {
                        return TemplateView.class;
                    }

                    @Override
                    protected AbstractUrlBasedView instantiateView() {
                        return new TemplateView(templates);
                    }
                };
        resolver.setSuffix(".jte");
        resolver.setContentType("text/html;charset=UTF-8");
        resolver.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return resolver;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic());
        // Addresses without a version: the locator finds the one on the class path.
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .resourceChain(true);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SubmissionResolver(forms));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
                new HandlerInterceptor() {
                    /// Before the answer leaves: the page that follows never finds the draft again.
                    @Override
                    public void postHandle(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable ModelAndView answer) {
                        var form = request.getParameter("_draft");
                        if (form == null
                                || !"POST".equals(request.getMethod())
                                || !saved(response, answer)) return;
                        SignedIn.find()
                                .filter(s -> s.tenancy().acting() != null)
                                .ifPresent(s -> drafts.getObject().forget(form, s.accountId()));
                    }
                });
    }

    /// A form that was saved leads on, says so where it stands, or is answered by what it made
    /// (201); one shown again (refused, searched, computed anew) keeps its draft.
    private static boolean saved(HttpServletResponse response, @Nullable ModelAndView answer) {
        var view = answer == null ? null : answer.getViewName();
        return view != null && (view.startsWith("redirect:") || view.equals(Submission.SAID))
                || response.getStatus() == HttpServletResponse.SC_CREATED
                || response.getStatus() >= 300 && response.getStatus() < 400;
    }

    /// Renders a precompiled template into bytes, so that its length is known and a failure leaves
    /// no half page.
    static final class TemplateView extends AbstractTemplateView {
        private final TemplateEngine templates;

        TemplateView(TemplateEngine templates) {
            this.templates = templates;
        }

        @Override
        public boolean checkResource(Locale locale) {
            var url = getUrl();
            return url != null && templates.hasTemplate(url);
        }

        @Override
        protected void renderMergedTemplateModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var out = new Utf8ByteOutput();
            templates.render(String.valueOf(getUrl()), model, out);
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }
}
