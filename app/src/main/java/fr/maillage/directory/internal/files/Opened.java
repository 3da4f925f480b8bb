package fr.maillage.directory.internal.files;

import java.util.zip.ZipEntry;
import java.util.Set;
import java.util.List;
import java.util.EnumSet;
import java.util.ArrayList;
import fr.maillage.directory.Source;
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

    /// What every workbook holds.
    private static final String OF_A_WORKBOOK = "[Content_Types].xml";

    /// Begins the name of the archive of three files of the Annuaire Santé; all others name theirs.
    private static final String OF_PEOPLE = "PS_LibreAcces";

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
    /// @param wanted tells the entry to read by its name, when the archive holds several; the
    ///   extractions of the Annuaire Santé come as three files in one archive
    /// @param most bytes of text read at most
    public static Opened of(Path file, Source wanted, long most) throws IOException, Unusable {
        if (!Files.isRegularFile(file) || !Files.isReadable(file))
            throw new Unusable(Why.ABSENT, String.valueOf(file.getFileName()));
        if (Files.size(file) == 0) throw new Unusable(Why.EMPTY, "");
        try (var start = Files.newInputStream(file)) {
            var magic = start.readNBytes(2);
            // the older workbooks of a spreadsheet
            if (magic.length == 2 && magic[0] == (byte) 0xD0 && magic[1] == (byte) 0xCF)
                throw new Unusable(Why.WORKBOOK, "");
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

    private static Opened zipped(Path file, Source wanted, long most) throws IOException, Unusable {
        ZipFile archive;
        try {
            archive = new ZipFile(file.toFile());
        } catch (ZipException e) {
            // the list of an archive stands at its end: one that was cut has none
            throw new Unusable(
                    locked(file) ? Why.LOCKED : Why.CUT, String.valueOf(file.getFileName()));
        }
        try {
            var entries = archive.stream().filter(Opened::read).toList();
            if (entries.stream().anyMatch(e -> e.getName().equals(OF_A_WORKBOOK)))
                throw new Unusable(Why.WORKBOOK, "");
            var named =
                    entries.size() == 1
                            ? entries
                            : entries.stream().filter(e -> wanted.names(e.getName())).toList();
            if (named.size() != 1) throw new Unusable(Why.NOT_ONE_FILE, wanted.inName());
            var entry = named.getFirst();
            if (entry.getSize() > most) throw new Unusable(Why.TOO_LARGE, Sizes.words(most));
            // what an archive says of itself is not believed beyond its own size
            long folded = Math.clamp(entry.getCompressedSize(), 1, Files.size(file));
            long foldable = Math.max(HARMLESS, folded * RATIO);
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

    /// Whether what an archive holds wants a password: its list says so, and is not itself locked.
    private static boolean locked(Path file) {
        try (var archive =
                org.apache.commons.compress.archivers.zip.ZipFile.builder().setPath(file).get()) {
            return archive.stream().anyMatch(e -> e.getGeneralPurposeBit().usesEncryption());
        } catch (IOException _) {
            return false;
        }
    }

    /// Whether an entry is a file somebody put there: neither a folder nor what some systems add.
    private static boolean read(ZipEntry entry) {
        var name = entry.getName();
        return !entry.isDirectory()
                && !name.startsWith("__MACOSX/")
                && !name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /// The sources an archive, or a file, holds something of, told by names alone.
    public static Set<Source> sources(Path file) throws IOException {
        var names = new ArrayList<>(List.of(String.valueOf(file.getFileName())));
        try (var archive = new ZipFile(file.toFile())) {
            archive.stream().filter(Opened::read).map(ZipEntry::getName).forEach(names::add);
        } catch (ZipException _) {
            // no archive, or one that is cut: its own name tells
            if (names.getFirst().startsWith(OF_PEOPLE) && names.getFirst().endsWith(".zip"))
                return EnumSet.of(Source.PERSONNES);
        }
        var found = EnumSet.noneOf(Source.class);
        for (var source : Source.values())
            if (names.stream().anyMatch(source::names)) found.add(source);
        return found;
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

        /// @param why what is said of the file
        public Stopped(Unusable why) {
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
