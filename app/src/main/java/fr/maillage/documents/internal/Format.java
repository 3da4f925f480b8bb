package fr.maillage.documents.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a document may be, told by its content and never by its name.
///
/// Source: ours; PDF and images are what scanners, telephones and hospitals give, the others what
/// an office writes.
enum Format {
    PDF("application/pdf", "pdf", true, "PDF"),
    JPEG("image/jpeg", "jpg", true, "Photo"),
    PNG("image/png", "png", true, "Image"),
    TIFF("image/tiff", "tif", false, "Image TIFF"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
            false,
            "Texte Word"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            false,
            "Tableau Excel"),
    ODT("application/vnd.oasis.opendocument.text", "odt", false, "Texte OpenDocument"),
    TXT("text/plain", "txt", false, "Texte simple");

    private final String mediaType;
    private final String extension;
    private final boolean inline;
    private final String label;

    Format(String mediaType, String extension, boolean inline, String label) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.inline = inline;
        this.label = label;
    }

    String mediaType() {
        return mediaType;
    }

    /// Whether a browser shows it in the page; the others are downloaded.
    boolean inline() {
        return inline;
    }

    boolean image() {
        return this == JPEG || this == PNG;
    }

    String label() {
        return label;
    }

    /// The name it is downloaded under: the sender's, its ending being what the content is.
    String named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("." + extension)
                || this == JPEG && lower.endsWith(".jpeg")
                || this == TIFF && lower.endsWith(".tiff")) return name;
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        return (stem.isBlank() ? "document" : stem) + "." + extension;
    }

    static Format of(String mediaType) {
        return find(mediaType).orElseThrow(() -> new IllegalArgumentException(mediaType));
    }

    private static Optional<Format> find(String mediaType) {
        return Arrays.stream(values()).filter(f -> f.mediaType.equals(mediaType)).findFirst();
    }
}
