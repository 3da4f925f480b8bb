package fr.maillage.correspondence.internal;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Files that pages answer: never kept by a browser, never run by it.
final class Papers {

    private static final String SHUT_IN =
            "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private static final MediaType DOCX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Papers() {}

    /// Shown in the page.
    static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return of(bytes, MediaType.APPLICATION_PDF, ContentDisposition.inline(), name);
    }

    static ResponseEntity<byte[]> docx(byte[] bytes, String name) {
        return of(bytes, DOCX, ContentDisposition.attachment(), name);
    }

    private static ResponseEntity<byte[]> of(
            byte[] bytes, MediaType type, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        disposition.filename(name, StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", SHUT_IN)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(bytes);
    }
}
