package fr.maillage.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form that was read before the container could. Without parts, only its words remain.
final class ReadForm extends HttpServletRequestWrapper {

    private final Map<String, String[]> fields = new LinkedHashMap<>();
    private final List<Part> parts;

    ReadForm(HttpServletRequest request, Map<String, List<String>> words, List<Part> parts) {
        super(request);
        words.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        this.parts = List.copyOf(parts);
    }

    @Override
    public String getContentType() {
        return parts.isEmpty() ? "application/x-www-form-urlencoded" : super.getContentType();
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Content-Type") ? getContentType() : super.getHeader(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        var values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public Collection<Part> getParts() {
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
    }
}
