package fr.maillage.casefile.internal.whosees;

import fr.maillage.access.Role;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.security.access.expression.ExpressionUtils;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The access rule of every page and act, evaluated for each role as Spring Security does at each
/// request. Nothing is typed by hand: a page added tomorrow is in the table tomorrow.
@Component
class HandlerRules {

    private final RequestMappingHandlerMapping mappings;
    private final DefaultMethodSecurityExpressionHandler expressions =
            new DefaultMethodSecurityExpressionHandler();
    private final SpelExpressionParser parser = new SpelExpressionParser();

    HandlerRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /// @param path « /dossiers/{id}/pps »
    /// @param reads whether it shows and changes nothing (GET)
    /// @param roles those whom its rule lets in
    record Rule(String path, boolean reads, Set<Role> roles) {}

    /// Every rule, by path.
    List<Rule> all() {
        var rules = new ArrayList<Rule>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> {
                    var rule =
                            AnnotatedElementUtils.findMergedAnnotation(
                                    handler.getMethod(), PreAuthorize.class);
                    if (rule == null || rule.value().equals("permitAll()")) return;
                    var roles = EnumSet.noneOf(Role.class);
                    for (var role : Role.values())
                        if (allows(rule.value(), handler.getMethod(), role)) roles.add(role);
                    for (var path : paths(info)) rules.add(new Rule(path, reads(info), roles));
                });
        rules.sort(
                java.util.Comparator.comparing(Rule::path)
                        .thenComparing(Rule::reads, java.util.Comparator.reverseOrder()));
        return rules;
    }

    private static Set<String> paths(RequestMappingInfo info) {
        var patterns = info.getPathPatternsCondition();
        return patterns == null ? Set.of() : patterns.getPatternValues();
    }

    private static boolean reads(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private boolean allows(String rule, Method method, Role role) {
        var who =
                UsernamePasswordAuthenticationToken.authenticated(
                        role.name(),
                        null,
                        List.of(new SimpleGrantedAuthority("ROLE_" + role.name())));
        var context =
                expressions.createEvaluationContext(
                        () -> who, new SimpleMethodInvocation(this, method));
        return ExpressionUtils.evaluateAsBoolean(parser.parseExpression(rule), context);
    }
}
