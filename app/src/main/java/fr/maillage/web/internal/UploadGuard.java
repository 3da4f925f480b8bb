package fr.maillage.web.internal;

import fr.maillage.web.TooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartRequest;

/// Stands before security, which reads the token of a form: the container refuses a form with files
/// as a whole when it weighs too much, token and words included. Here its fields, which come first,
/// are read, and the files left; the page then answers 413 with everything typed. The same for a
/// form that comes without a session: no stranger fills the disk.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadGuard extends OncePerRequestFilter {

    /// Fields before the first file weigh at most this.
    private static final int MOST_WORDS = 1 << 20;

    private static final Pattern NAME = Pattern.compile("(?i)\\bname=\"([^\"]*)\"");

    private final long limit;

    UploadGuard(MultipartProperties multipart) {
        this.limit = multipart.getMaxRequestSize().toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                || !type.startsWith("multipart/form-data")
                || request instanceof MultipartRequest;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var large = request.getContentLengthLong() > limit;
        if (!large && request.getSession(false) != null) {
            chain.doFilter(request, response);
            return;
        }
        if (large) request.setAttribute(TooLarge.LIMIT, limit);
        chain.doFilter(new WordsOnly(request, words(request)), response);
    }

    /// The fields that stand before the first file.
    private static Map<String, List<String>> words(HttpServletRequest request) throws IOException {
        var fields = new LinkedHashMap<String, List<String>>();
        var boundary = boundary(String.valueOf(request.getContentType()));
        if (boundary == null) return fields;
        var head =
                new String(
                        request.getInputStream().readNBytes(MOST_WORDS),
                        StandardCharsets.ISO_8859_1);
        for (var part : head.split(Pattern.quote("--" + boundary))) {
            var blank = part.indexOf("\r\n\r\n");
            if (blank < 0) continue;
            var header = part.substring(0, blank);
            if (header.toLowerCase(java.util.Locale.ROOT).contains("filename")) break;
            var name = NAME.matcher(header);
            var end = part.lastIndexOf("\r\n");
            if (!name.find() || end < blank + 4) continue;
            fields.computeIfAbsent(utf8(name.group(1)), _ -> new ArrayList<>())
                    .add(utf8(part.substring(blank + 4, end)));
        }
        return fields;
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static @Nullable String boundary(String type) {
        var found = Pattern.compile("boundary=\"?([^\";]{1,70})\"?").matcher(type);
        return found.find() ? found.group(1) : null;
    }

    /// A form of which only the words remain.
    private static final class WordsOnly extends HttpServletRequestWrapper {
        private final Map<String, String[]> fields = new LinkedHashMap<>();

        WordsOnly(HttpServletRequest request, Map<String, List<String>> words) {
            super(request);
            words.forEach((name, values) -> fields.put(name, values.toArray(String[]::new)));
        }

        @Override
        public String getContentType() {
            return "application/x-www-form-urlencoded";
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
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }
}
