package fr.maillage.intake;

import fr.maillage.kernel.PatientId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/// Files that come with a request by another door; answered by the module that keeps documents,
/// which looks at each as at any other.
public interface IncomingFiles {

    /// The sentence of a form whose files were left unread because of their weight.
    Optional<String> tooLarge(HttpServletRequest request);

    /// Keeps files without a name, in the tray of the acting structure. Throws `FormRefused`, with
    /// the sentence of the field `files`, when one is not taken: then none is kept.
    ///
    /// @param source who sends them, in words
    List<UUID> keep(List<MultipartFile> files, String source);

    /// Files them to the person they are about; those filed or removed meanwhile stay as they are.
    void file(Collection<UUID> documents, PatientId patient);
}
