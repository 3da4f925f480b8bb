package fr.maillage.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A list for a spreadsheet: UTF-8 with its mark, semicolons; a cell that a spreadsheet would take
/// for a formula is led by an apostrophe.
public final class Csv {

    private Csv() {}

    /// The lines under their heads.
    public static String of(List<String> heads, Stream<List<String>> lines) {
        return "\uFEFF"
                + Stream.concat(Stream.of(heads), lines)
                        .map(cells ->
                                cells.stream().map(Csv::cell).collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String words) {
        var safe = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"").replaceAll("\\s*\\R\\s*", ", ") + "\"";
    }

    /// As a file to keep, that no browser keeps.
    public static ResponseEntity<byte[]> file(String text, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
