package fr.maillage.platform.internal;

import fr.maillage.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An archive that is read: whole, or refused.
final class Archive implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 64_000_000;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /// Opens an archive and reads every entry once against its checksum. Throws [BackupFailed].
    static Archive verified(Path file) {
        if (!Files.isReadable(file)) throw new BackupFailed(BackupText.missing(file));
        Archive archive;
        try {
            archive = open(file);
        } catch (IOException | JacksonException e) {
            throw new BackupFailed(BackupText.notAnArchive(file), e);
        }
        try {
            for (var table : archive.manifest.tables())
                archive.check(table.entry(), table.sha256());
            for (var document : archive.manifest.documents())
                archive.check(document.entry(), document.sha256());
            return archive;
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static Archive open(Path file) throws IOException {
        var zip = new ZipFile(file.toFile());
        try {
            var entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null || entry.getSize() > LARGEST_MANIFEST)
                throw new BackupFailed(BackupText.notAnArchive(file));
            try (var in = zip.getInputStream(entry)) {
                var manifest = JsonMapper.shared().readValue(in, Manifest.class);
                if (manifest.format() > Manifest.FORMAT)
                    throw new BackupFailed(BackupText.newer(file));
                return new Archive(file, zip, manifest);
            }
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void check(String name, String sha256) {
        var digest = Sha256.begin();
        try (var in = new DigestInputStream(stream(name), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new BackupFailed(BackupText.damaged(file, name), e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256))
            throw new BackupFailed(BackupText.damaged(file, name));
    }

    Manifest manifest() {
        return manifest;
    }

    Path file() {
        return file;
    }

    long bytes() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BackupFailed(BackupText.missing(file), e);
        }
    }

    /// The uncompressed bytes of an entry; the caller closes.
    InputStream stream(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) throw new ZipException("no entry " + name);
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // it was only read
        }
    }
}
