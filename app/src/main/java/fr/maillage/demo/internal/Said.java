package fr.maillage.demo.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Standard output in UTF-8, also where the machine says that it knows no accents (`LANG=C`, as in
/// many containers).
final class Said {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Said() {}

    static void line(String words) {
        OUT.println(words);
    }
}
