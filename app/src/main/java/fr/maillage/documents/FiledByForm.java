package fr.maillage.documents;

import fr.maillage.kernel.PatientId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/// A file that a form of another module brings with it: looked at and kept like any other document.
public interface FiledByForm {

    /// The sentence of a form whose files were left unread because of their weight; empty when it
    /// came whole.
    Optional<String> tooLarge(HttpServletRequest request);

    /// Keeps the file in the person's file and returns its document; empty when none was sent. A
    /// content the person already has is not kept twice: the form gets the document that shows it.
    /// Throws `FormRefused` with the sentence of the field `file` when it is not taken. The caller
    /// has opened the file to write. Joins the caller's transaction.
    Optional<UUID> keep(PatientId patient, MultipartFile file, About about);

    /// @param type code of the type (EVALUATION, COURRIER_SORTIE…)
    /// @param dated the day written on it
    /// @param source who sent or filled it
    record About(String type, String title, LocalDate dated, String source) {
        @Override
        public String toString() {
            return "About[" + type + "]";
        }
    }
}
