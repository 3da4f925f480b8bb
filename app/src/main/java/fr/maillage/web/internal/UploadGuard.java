package fr.maillage.web.internal;

import fr.maillage.web.TooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
/// form that comes without a session: no stranger fills the disk. A form that does not say its
/// weight (sent in pieces, by a relay that cuts it) is weighed as it is read, by [UncountedForm].
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadGuard extends OncePerRequestFilter {

    /// Fields before the first file weigh at most this.
    static final int MOST_WORDS = 1 << 20;

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
        if (large) request.setAttribute(TooLarge.LIMIT, limit);
        if (large || request.getSession(false) == null)
            chain.doFilter(new ReadForm(request, words(request), List.of()), response);
        else if (request.getContentLengthLong() >= 0) chain.doFilter(request, response);
        else
            try (var form = UncountedForm.read(request, limit)) {
                if (form.tooLarge()) request.setAttribute(TooLarge.LIMIT, limit);
                chain.doFilter(new ReadForm(request, form.words(), form.parts()), response);
            }
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
}
