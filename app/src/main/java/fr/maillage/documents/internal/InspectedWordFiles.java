package fr.maillage.documents.internal;

import fr.maillage.documents.WordFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.stereotype.Component;

@Component
class InspectedWordFiles implements WordFiles {

    private final Inspector inspector;

    InspectedWordFiles(Inspector inspector) {
        this.inspector = inspector;
    }

    @Override
    public Looked look(String name, InputStream file) {
        try (var incoming = Incoming.of(name, file)) {
            return switch (inspector.look(incoming)) {
                case Inspection.Accepted(var format, _) when format == Format.DOCX ->
                        new Looked.Docx(Files.readAllBytes(incoming.path()));
                case Inspection.Accepted(var format, _) ->
                        new Looked.Refused(DocumentsText.notDocx(incoming.name(), format));
                case Inspection.Refused(var why) ->
                        new Looked.Refused(DocumentsText.of(incoming.name(), why));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
