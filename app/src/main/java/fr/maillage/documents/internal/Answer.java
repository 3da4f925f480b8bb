package fr.maillage.documents.internal;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import java.nio.charset.StandardCharsets;

/// How the bytes of a document leave: shown alone in an empty world (no script, no form, no address
/// of ours), and kept by no browser.
final class Answer {

    private static final String SHUT_IN =
            "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private Answer() {}

    static void headers(
            HttpServletResponse response, Format format, long size, String name, boolean inline) {
        response.setContentType(format.mediaType());
        response.setContentLengthLong(size);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", SHUT_IN);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
