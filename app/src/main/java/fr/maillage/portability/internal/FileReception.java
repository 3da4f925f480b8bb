package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.documents.FileChecks;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.Sha256;
import fr.maillage.portability.internal.reading.Headings;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Reading;
import fr.maillage.portability.internal.reading.Table;
import fr.maillage.portability.internal.reading.Unreadable;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/// A file comes: it is looked at as a document would be, read whole, and its cells wait in the
/// database to be matched. A file that cannot be a caseload is refused with what to do, and nothing
/// of it is kept.
@Service
class FileReception {

    private final FileChecks checks;
    private final TakeoverRows rows;
    private final Clock clock;

    FileReception(FileChecks checks, TakeoverRows rows, Clock clock) {
        this.checks = checks;
        this.rows = rows;
        this.clock = clock;
    }

    /// The largest file taken, in words.
    String limit() {
        return checks.limit();
    }

    /// Receives a file. Throws [FormRefused] when it is none of ours.
    @Transactional
    public UUID receive(@Nullable MultipartFile sent) {
        if (sent == null
                || (sent.isEmpty() && String.valueOf(sent.getOriginalFilename()).isBlank()))
            throw refused(PortabilityText.NO_FILE);
        var name = name(sent);
        Path path = null;
        try {
            path = Files.createTempFile("maillage-", ".reprise");
            try (var in = sent.getInputStream();
                    var out = Files.newOutputStream(path)) {
                in.transferTo(out);
            }
            return keep(name, path);
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be received", e);
        } finally {
            if (path != null) remove(path);
        }
    }

    /// Reads a file where it is, and keeps its cells.
    @Transactional
    public UUID keep(String name, Path path) throws IOException {
        Table.Book book;
        try {
            Reading.refuseOldFormats(path);
            if (name.toLowerCase(Locale.ROOT).endsWith(".ods"))
                throw refused(PortabilityText.OPEN_DOCUMENT);
            var verdict =
                    Reading.utf16(path)
                            ? new FileChecks.Checked.Accepted("text/plain")
                            : checks.look(path, name);
            switch (verdict) {
                case FileChecks.Checked.Refused(var sentence) -> throw refused(sentence);
                case FileChecks.Checked.Accepted(var type) -> {
                    if (!type.equals("text/plain") && !type.contains("spreadsheetml"))
                        throw refused(PortabilityText.NOT_A_TABLE);
                }
            }
            book = Reading.read(path, stem(name));
        } catch (Unreadable e) {
            throw refused(PortabilityText.of(e.why()));
        }
        var id = Ids.next();
        var parts = parts(book.tables());
        var signature = signature(book.tables());
        var known = rows.matching(signature, null);
        rows.insert(
                id,
                name,
                Files.size(path),
                Sha256.of(Files.readAllBytes(path)),
                book,
                signature,
                known.map(TakeoverRows.Matching::columns)
                        .orElseGet(() -> proposed(book.tables(), parts)),
                known.map(TakeoverRows.Matching::codes).orElse(Map.of()),
                clock.instant(),
                SignedIn.current().displayName());
        for (int rank = 0; rank < book.tables().size(); rank++)
            rows.insert(id, rank, book.tables().get(rank), parts.get(rank));
        return id;
    }

    /// What each sheet is; one at most holds the persons.
    private static List<@Nullable Part> parts(List<Table> tables) {
        var parts = new ArrayList<@Nullable Part>();
        for (var table : tables) {
            var part = tables.size() == 1 ? Part.PERSON : Headings.part(table).orElse(null);
            parts.add(part != null && parts.contains(part) ? null : part);
        }
        return parts;
    }

    private static Map<String, String> proposed(List<Table> tables, List<@Nullable Part> parts) {
        var columns = new HashMap<String, String>();
        for (int sheet = 0; sheet < tables.size(); sheet++) {
            var part = parts.get(sheet);
            if (part == null) continue;
            var targets = Headings.propose(tables.get(sheet).headings(), part);
            for (int column = 0; column < targets.size(); column++) {
                var target = targets.get(column);
                if (target != null) columns.put(sheet + ":" + column, target.code());
            }
        }
        return columns;
    }

    /// The headings, without the column of reasons that our own file of refused lines adds.
    static String signature(List<Table> tables) {
        var words = new StringBuilder();
        for (var table : tables) {
            if (tables.size() > 1) words.append(Headings.key(table.name())).append('\n');
            for (var heading : table.headings())
                if (!heading.equals(PortabilityText.REASON))
                    words.append(Headings.key(heading)).append('\t');
            words.append('\n');
        }
        return HexFormat.of().formatHex(Sha256.of(words.toString())).substring(0, 32);
    }

    private static String name(MultipartFile sent) {
        var name = String.valueOf(sent.getOriginalFilename());
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        return plain.isEmpty()
                ? PortabilityText.UNNAMED
                : plain.length() > 150 ? plain.substring(plain.length() - 150) : plain;
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static FormRefused refused(String sentence) {
        return new FormRefused(new FormErrors().add("file", sentence));
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("a received file could not be removed", e);
        }
    }
}
