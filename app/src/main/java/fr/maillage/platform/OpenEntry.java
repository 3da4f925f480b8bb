package fr.maillage.platform;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What is written into an entry of an archive: its end is not the archive's.
public final class OpenEntry extends FilterOutputStream {

    public OpenEntry(OutputStream archive) {
        super(archive);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
