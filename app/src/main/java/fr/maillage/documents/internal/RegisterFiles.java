package fr.maillage.documents.internal;

import fr.maillage.registry.FileInspection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Files of the register of structures, by the rules of every document.
@Component
class RegisterFiles implements FileInspection {

    private final Reception reception;
    private final Inspector inspector;

    RegisterFiles(Reception reception, Inspector inspector) {
        this.reception = reception;
        this.inspector = inspector;
    }

    @Override
    public Optional<String> tooLarge(HttpServletRequest request) {
        return Reception.tooLarge(request);
    }

    @Override
    public Looked look(MultipartFile file) {
        var received = reception.of(List.of(file), List.of());
        try {
            var good = received.only();
            return new Looked(
                    good.found().format().named(good.file().name()),
                    good.found().format().mediaType(),
                    good.file().size(),
                    good.file().sha256(),
                    good.file().path(),
                    received::close);
        } catch (RuntimeException e) {
            received.close();
            throw e;
        }
    }

    @Override
    public Limit limit() {
        return new Limit(inspector.limit(), DocumentsText.size(inspector.limit()));
    }

    @Override
    public String label(String mediaType) {
        return Format.of(mediaType).label();
    }

    @Override
    public void announce(HttpServletResponse response, String mediaType, long size, String name) {
        var format = Format.of(mediaType);
        Answer.headers(response, format, size, name, format.inline());
    }
}
