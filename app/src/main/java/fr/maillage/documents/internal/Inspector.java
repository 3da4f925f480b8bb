package fr.maillage.documents.internal;

import fr.maillage.documents.internal.VirusCheck.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells what a file is by its content, and refuses what no file of a person should hold. Reads it
/// where it is, within limits; runs nothing of it, unpacks nothing of it to the disk.
@Component
class Inspector {

    private static final Logger log = LoggerFactory.getLogger(Inspector.class);
    private static final int HEAD = 4096;

    /// A page scanned at 600 dots an inch in A3 is 70 million dots.
    private static final long MOST_DOTS = 100_000_000;

    /// The string every antivirus must find, so that the circuit can be tried without a virus; read
    /// in two halves, so that this file is not taken for one.
    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private final VirusCheck viruses;
    private final PdfFiles pdfs;
    private final long limit;

    Inspector(VirusCheck viruses, PdfFiles pdfs, DocumentsProperties properties) {
        this.viruses = viruses;
        this.pdfs = pdfs;
        this.limit = properties.maxFileSize().toBytes();
    }

    /// Whether an antivirus looks too.
    boolean checksViruses() {
        return viruses.present();
    }

    /// Largest file taken, in bytes.
    long limit() {
        return limit;
    }

    Inspection look(Incoming file) {
        if (file.size() == 0) return refused(new Refusal.Empty());
        if (file.size() > limit) return refused(new Refusal.TooLarge(file.size(), limit));
        var head = file.head(HEAD);
        if (new String(head, StandardCharsets.ISO_8859_1).contains(EICAR))
            return refused(new Refusal.Virus("EICAR"));
        var found = byContent(file, head);
        if (found instanceof Inspection.Refused(var why))
            return refused(calledPdf(file) && says(why) ? new Refusal.NotAPdf() : why);
        return switch (viruses.look(file.path())) {
            case Verdict.Clean _ -> found;
            case Verdict.Infected(var name) -> refused(new Refusal.Virus(name));
            case Verdict.Silent(var why) -> {
                log.warn("the antivirus did not answer: {}", why);
                yield refused(new Refusal.Unchecked());
            }
        };
    }

    /// A name that promises a PDF explains more than what was found instead, unless that is a
    /// danger.
    private static boolean says(Refusal why) {
        return why instanceof Refusal.Unknown || why instanceof Refusal.WebPage;
    }

    private static boolean calledPdf(Incoming file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private Inspection byContent(Incoming file, byte[] head) {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        // a PDF may begin after up to a kilobyte of something else (ISO 32000-1, annex H.3.4.1)
        if (text.substring(0, Math.min(text.length(), 1024)).contains("%PDF-"))
            return pdfs.look(file.path());
        if (text.startsWith("\u00FF\u00D8\u00FF")) return image(Format.JPEG, file.path());
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) return image(Format.PNG, file.path());
        if (text.startsWith("II*\0") || text.startsWith("MM\0*"))
            return image(Format.TIFF, file.path());
        if (text.length() > 12 && text.startsWith("ftyp", 4))
            return refused(
                    heif(text.substring(8, 12)) ? new Refusal.Heic() : new Refusal.Unknown());
        if (text.startsWith("GIF8")
                || text.startsWith("BM")
                || text.startsWith("RIFF") && text.startsWith("WEBP", 8))
            return refused(new Refusal.OtherImage());
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006"))
            return OfficeFile.look(file.path(), file.size());
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) return refused(new Refusal.OldOffice());
        if (text.startsWith("Rar!")
                || text.startsWith("7z\u00BC\u00AF")
                || text.startsWith("\u001F\u008B")) return refused(new Refusal.Archive());
        if (text.startsWith("MZ")
                || text.startsWith("\u007FELF")
                || text.startsWith("\u00CA\u00FE\u00BA\u00BE")
                || text.startsWith("\u00CF\u00FA\u00ED\u00FE")
                || text.startsWith("#!")) return refused(new Refusal.Program());
        return plainText(file, text);
    }

    private static boolean heif(String brand) {
        return brand.startsWith("hei")
                || brand.startsWith("hev")
                || brand.equals("mif1")
                || brand.equals("msf1")
                || brand.equals("avif");
    }

    private static Inspection image(Format format, Path path) {
        try (var in = ImageIO.createImageInputStream(path.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return refused(new Refusal.DamagedImage());
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long dots = (long) reader.getWidth(0) * reader.getHeight(0);
                return dots > MOST_DOTS
                        ? refused(new Refusal.HugeImage())
                        : new Inspection.Accepted(format, null);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            return refused(new Refusal.DamagedImage());
        }
    }

    private static Inspection plainText(Incoming file, String head) {
        var start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<")) return refused(new Refusal.WebPage());
        if (start.startsWith("{\\rtf")) return refused(new Refusal.OldOffice());
        byte[] all;
        try {
            all = Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        for (var one : all)
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f')
                return refused(new Refusal.Unknown());
        // accented letters of Windows are one byte above 0x9F: what is neither is no text
        if (!utf8(all) && !windows(all)) return refused(new Refusal.Unknown());
        return new Inspection.Accepted(Format.TXT, null);
    }

    static boolean utf8(byte[] all) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean windows(byte[] all) {
        long letters = 0;
        for (var one : all) if (one < 0) letters++;
        return letters * 3 < all.length;
    }

    private static Inspection refused(Refusal why) {
        return new Inspection.Refused(why);
    }
}
