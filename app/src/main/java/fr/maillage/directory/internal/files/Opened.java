package fr.maillage.directory.internal.files;

import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The text of a national file, as it came: plain, or alone in a zip archive as the services that
/// publish them give it. Read as a stream, never whole. Stops with [Stopped] above a number of
/// bytes, or when a few bytes of archive unfold into too many (an archive made to fill a disk).
public final class Opened implements AutoCloseable {

    /// More unfolded bytes than this for one compressed byte is no text: the extractions unfold by
    /// 6 to 12.
    private static final int RATIO = 60;

    /// Under this, even a file of one word repeated is harmless.
    private static final long HARMLESS = 64L << 20;

    private final @Nullable ZipFile archive;
    private final InputStream stream;
    private final String name;
    private final long bytes;

    private Opened(@Nullable ZipFile archive, InputStream stream, String name, long bytes) {
        this.archive = archive;
        this.stream = stream;
        this.name = name;
        this.bytes = bytes;
    }

    /// Opens `file`.
    ///
    /// @param wanted piece of the name of the entry to read, when the archive holds several; the
    ///   extractions of the Annuaire Santé come as three files in one archive
    /// @param most bytes of text read at most
    public static Opened of(Path file, String wanted, long most) throws IOException, Unusable {
        if (Files.size(file) == 0) throw new Unusable(Why.EMPTY, "");
        try (var start = Files.newInputStream(file)) {
            var magic = start.readNBytes(2);
            // every second byte would be null: no line could be told from another
            if (magic.length == 2 && (magic[0] & magic[1]) == (byte) 0xFE)
                throw new Unusable(Why.UNREADABLE, "UTF-16");
            if (magic.length < 2 || magic[0] != 'P' || magic[1] != 'K') {
                var size = Files.size(file);
                if (size > most) throw new Unusable(Why.TOO_LARGE, Sizes.words(most));
                return new Opened(
                        null,
                        new Counted(Files.newInputStream(file), most, Long.MAX_VALUE),
                        String.valueOf(file.getFileName()),
                        size);
            }
        }
        return zipped(file, wanted, most);
    }

    /// A stream as it comes, of a length nobody knows.
    public static Opened of(InputStream stream, String name, long most) {
        return new Opened(null, new Counted(stream, most, Long.MAX_VALUE), name, -1);
    }

    private static Opened zipped(Path file, String wanted, long most) throws IOException, Unusable {
        ZipFile archive;
        try {
            archive = new ZipFile(file.toFile());
        } catch (ZipException e) {
            // the list of an archive stands at its end: one that was cut has none
            throw new Unusable(Why.CUT, String.valueOf(file.getFileName()));
        }
        try {
            var entries = archive.stream().filter(e -> !e.isDirectory()).toList();
            var named =
                    entries.size() == 1
                            ? entries
                            : entries.stream().filter(e -> e.getName().contains(wanted)).toList();
            if (named.size() != 1) throw new Unusable(Why.NOT_ONE_FILE, wanted);
            var entry = named.getFirst();
            if (entry.getSize() > most) throw new Unusable(Why.TOO_LARGE, Sizes.words(most));
            long foldable = Math.max(HARMLESS, Math.max(1, entry.getCompressedSize()) * RATIO);
            return new Opened(
                    archive,
                    new Counted(archive.getInputStream(entry), most, foldable),
                    entry.getName(),
                    entry.getSize());
        } catch (IOException | Unusable | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// The text.
    public InputStream stream() {
        return stream;
    }

    /// Name of the file, or of the entry read.
    public String name() {
        return name;
    }

    /// Bytes of text announced; −1 when nobody knows.
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (archive != null) archive.close();
    }

    /// Reading went beyond what is accepted.
    public static final class Stopped extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Unusable why;

        Stopped(Unusable why) {
            super(why.getMessage());
            this.why = why;
        }

        /// What is said of the file.
        public Unusable why() {
            return why;
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long most;
        private final long foldable;
        private long read;

        Counted(InputStream in, long most, long foldable) {
            super(new BufferedInputStream(in, 1 << 16));
            this.most = most;
            this.foldable = foldable;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = in.read(into, from, length);
            if (n > 0) count(n);
            return n;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) count(1);
            return b;
        }

        private void count(int n) throws Stopped {
            read += n;
            if (read > most) throw new Stopped(new Unusable(Why.TOO_LARGE, Sizes.words(most)));
            if (read > foldable) throw new Stopped(new Unusable(Why.BOMB, Sizes.words(read)));
        }
    }
}
