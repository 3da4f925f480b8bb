package fr.maillage.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;

/// Files sent for the register: looked at and given out like any other document; answered by the
/// module that keeps documents, which stands above this one.
public interface FileInspection {

    /// The sentence of a form whose files were left unread because of their weight; empty when it
    /// came whole.
    Optional<String> tooLarge(HttpServletRequest request);

    /// Looks at the one file of a form: what it is by its content, no macros, no bomb, no virus,
    /// within the weight. Throws `FormRefused` with the sentence of the field `file` when there is
    /// none, or it is not taken. The caller closes it.
    Looked look(MultipartFile file);

    /// The largest file taken, in bytes and in words: « 20 Mo ».
    Limit limit();

    record Limit(long bytes, String words) {}

    /// What a media type is called: « PDF ».
    String label(String mediaType);

    /// Names what is about to be sent; a browser shows it shut in, or keeps it.
    void announce(HttpServletResponse response, String mediaType, long size, String name);

    /// A file that is taken, as a temporary file of our own.
    ///
    /// @param name as it is given out, its ending being what the content is
    /// @param remove takes the temporary file away
    record Looked(
            String name, String mediaType, long size, byte[] sha256, Path path, Runnable remove)
            implements AutoCloseable {

        @Override
        public void close() {
            remove.run();
        }
    }
}
