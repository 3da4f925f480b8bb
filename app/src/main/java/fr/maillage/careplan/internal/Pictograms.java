package fr.maillage.careplan.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures for paper: the icons of the screen (Tabler Icons, licence beside them), drawn black on
/// white so that they come out on any printer.
final class Pictograms {

    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private Pictograms() {}

    /// A picture as the address of an image. Throws `IllegalArgumentException` for a name there is
    /// no picture of.
    static String of(String name) {
        return READ.computeIfAbsent(name, Pictograms::read);
    }

    private static String read(String name) {
        try (var file =
                Pictograms.class.getResourceAsStream("/print/pictograms/" + name + ".png")) {
            if (file == null) throw new IllegalArgumentException("no picture: " + name);
            return "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
