package fr.maillage.portability.internal.reading;

import fr.maillage.portability.internal.reading.Unreadable.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file somebody sent: a workbook or a csv, told by its content.
public final class Reading {

    private Reading() {}

    /// Whether it is a text that the inspection of documents does not know: UTF-16.
    public static boolean utf16(Path file) {
        try (var in = Files.newInputStream(file)) {
            return CsvFile.utf16(in.readNBytes(4000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Refuses at once what must be saved otherwise before it can be read.
    public static void refuseOldFormats(Path file) throws Unreadable {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(8);
            if (head.length == 0) throw new Unreadable(Why.EMPTY);
            // OLE: Excel 97, or a workbook locked by a password
            if (head.length > 3
                    && (head[0] & 0xFF) == 0xD0
                    && (head[1] & 0xFF) == 0xCF
                    && head[2] == 0x11) throw new Unreadable(Why.OLD_EXCEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name of the file, for a csv which has no sheet of its own
    public static Table.Book read(Path file, String name) throws Unreadable {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K') return XlsxFile.read(file);
            var book = CsvFile.read(Files.readAllBytes(file), name);
            if (book.tables().getFirst().lines().isEmpty()) throw new Unreadable(Why.HEADINGS_ONLY);
            return book;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
