package fr.maillage.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A DOCX, XLSX or ODT: a zip, read as the office reads it (by its central directory), never
/// unpacked to the disk, and counted while it is read, whatever sizes it announces.
///
/// Source of the shapes: ECMA-376 part 2 (Open Packaging Conventions), OASIS OpenDocument 1.3 part
/// 2.
final class OfficeFile {

    static final long MOST_BYTES = 200L << 20;
    static final int MOST_ENTRIES = 5000;

    /// A long table repeats itself, thirty to one at most; a bomb a thousand to one.
    static final int MOST_RATIO = 150;

    private static final long RATIO_FROM = 10L << 20;
    private static final int MOST_READ = 2 << 20;
    private static final Set<String> WITH_TEXT =
            Set.of("word/document.xml", "content.xml", "xl/sharedStrings.xml");

    private OfficeFile() {}

    /// What it is, or why it is not taken.
    static Inspection look(Path file, long packed) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) return new Inspection.Refused(new Refusal.Bomb());
            var counter = new Counter(packed);
            var names = new ArrayList<String>();
            var types = "";
            var mime = "";
            var manifest = "";
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName();
                names.add(name);
                switch (name) {
                    case "[Content_Types].xml" -> types = counter.text(zip, entry);
                    case "mimetype" -> mime = counter.text(zip, entry).strip();
                    case "META-INF/manifest.xml" -> manifest = counter.text(zip, entry);
                    default -> counter.count(zip, entry);
                }
            }
            return told(names, types, mime, manifest);
        } catch (TooMuch _) {
            return new Inspection.Refused(new Refusal.Bomb());
        } catch (IOException | IllegalArgumentException _) {
            return new Inspection.Refused(new Refusal.DamagedOffice());
        }
    }

    private static Inspection told(List<String> names, String types, String mime, String manifest) {
        if (mime.startsWith("application/vnd.oasis.opendocument.")) {
            if (manifest.contains("encryption-data"))
                return new Inspection.Refused(new Refusal.LockedOffice());
            if (names.stream().anyMatch(OfficeFile::macroOfOpenDocument))
                return new Inspection.Refused(new Refusal.Macros());
            return mime.equals(Format.ODT.mediaType())
                    ? new Inspection.Accepted(Format.ODT, null)
                    : new Inspection.Refused(new Refusal.Unknown());
        }
        if (types.isEmpty()) return new Inspection.Refused(new Refusal.Archive());
        if (types.toLowerCase(Locale.ROOT).contains("macroenabled")
                || types.contains("vbaProject")
                || names.stream().anyMatch(OfficeFile::macroOfOffice))
            return new Inspection.Refused(new Refusal.Macros());
        if (types.contains("wordprocessingml.document.main+xml"))
            return new Inspection.Accepted(Format.DOCX, null);
        if (types.contains("spreadsheetml.sheet.main+xml"))
            return new Inspection.Accepted(Format.XLSX, null);
        return new Inspection.Refused(new Refusal.Unknown());
    }

    private static boolean macroOfOffice(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.endsWith("vbadata.xml")
                || lower.contains("macrosheets/")
                || lower.contains("activex/");
    }

    private static boolean macroOfOpenDocument(String name) {
        return name.startsWith("Basic/") || name.startsWith("Scripts/");
    }

    /// The words of an accepted file, at most `most` characters; empty when it has none, or cannot
    /// be read.
    static String text(Path file, long packed, int most) {
        var words = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            var counter = new Counter(packed);
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (!WITH_TEXT.contains(entry.getName())) continue;
                try (var in = counter.limited(zip, entry)) {
                    words(in, words, most);
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException _) {
            // what was read so far is text all the same
        }
        return words.toString();
    }

    private static void words(InputStream in, StringBuilder into, int most)
            throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(in);
        while (xml.hasNext() && into.length() < most) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS -> into.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (Set.of("p", "h", "si", "tab").contains(xml.getLocalName()))
                        into.append('\n');
                }
                default -> {
                    // only the words
                }
            }
        }
    }

    /// Counts what comes out of the zip, all entries together.
    private static final class Counter {
        private final long packed;
        private long unpacked;

        Counter(long packed) {
            this.packed = packed;
        }

        void count(ZipFile zip, ZipEntry entry) throws IOException {
            try (var in = limited(zip, entry)) {
                var piece = new byte[64 * 1024];
                while (in.read(piece) >= 0) {
                    // counted as it is read
                }
            }
        }

        String text(ZipFile zip, ZipEntry entry) throws IOException {
            try (var in = limited(zip, entry)) {
                return new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8);
            }
        }

        InputStream limited(ZipFile zip, ZipEntry entry) throws IOException {
            @Nullable InputStream opened = zip.getInputStream(entry);
            if (opened == null) throw new IOException("an entry without content");
            return new java.io.FilterInputStream(opened) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    if (one >= 0) add(1);
                    return one;
                }

                @Override
                public int read(byte[] into, int from, int length) throws IOException {
                    int read = super.read(into, from, length);
                    if (read > 0) add(read);
                    return read;
                }
            };
        }

        private void add(int bytes) throws TooMuch {
            unpacked += bytes;
            if (unpacked > MOST_BYTES
                    || unpacked > RATIO_FROM && unpacked > MOST_RATIO * Math.max(packed, 1))
                throw new TooMuch();
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
