package fr.maillage.documents.internal;

import fr.maillage.documents.FileChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

@Component
class InspectedFiles implements FileChecks {

    private final Inspector inspector;

    InspectedFiles(Inspector inspector) {
        this.inspector = inspector;
    }

    @Override
    public Checked look(Path file, String name) {
        try {
            var incoming = new Incoming(Incoming.plain(name), file, Files.size(file), new byte[0]);
            return switch (inspector.look(incoming)) {
                case Inspection.Accepted(var format, _) -> new Checked.Accepted(format.mediaType());
                case Inspection.Refused(var why) -> new Checked.Refused(DocumentsText.refused(why));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String limit() {
        return DocumentsText.size(inspector.limit());
    }
}
