package fr.maillage.platform.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the embedded server is started. PostgreSQL refuses to run as root; an ordinary user needs
/// nothing. Root uses a user namespace (the files stay root's); where namespaces are forbidden, as
/// in many containers, root becomes `nobody`, with a data directory that `nobody` can reach.
///
/// @param prefix words put before each PostgreSQL command
/// @param root the data directory really used
record Privileges(List<String> prefix, Path root, boolean ownedByNobody) {

    private static final int NOBODY = 65534;

    static Privileges choose(Path requested, String setting) {
        if (!"root".equals(System.getProperty("user.name")))
            return new Privileges(List.of(), requested, false);
        return switch (setting) {
            case "unshare" -> unshared(requested);
            case "setpriv" -> asNobody(requested);
            default -> {
                // A directory once given to nobody stays so, whatever the machine allows today.
                if (Files.exists(requested.resolve(".nobody"))) yield asNobody(requested);
                if (succeeds("unshare", "-U", "true")) yield unshared(requested);
                if (succeeds(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "true")) {
                    yield asNobody(requested);
                }
                throw new DatabaseUnavailable(
                        "Ce système n’autorise ni unshare ni setpriv\u00A0: lancez Maillage avec un "
                                + "utilisateur ordinaire, ou indiquez une base externe avec --maillage.database.url=jdbc:postgresql://…");
            }
        };
    }

    private static Privileges unshared(Path requested) {
        return new Privileges(List.of("unshare", "-U"), requested, false);
    }

    private static Privileges asNobody(Path requested) {
        var reachable =
                reachable(requested)
                        ? requested
                        : Path.of(
                                "/var/lib/maillage",
                                "data-" + Integer.toHexString(requested.hashCode()));
        return new Privileges(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                reachable,
                true);
    }

    /// Every directory above can be crossed by somebody who owns none of them.
    private static boolean reachable(Path directory) {
        for (var p = directory.getParent(); p != null; p = p.getParent()) {
            if (!Files.exists(p)) continue;
            try {
                if (!Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE))
                    return false;
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /// Gives the directory and what is in it to `nobody`, when that is who will run the server.
    void handOver(Path directory) throws IOException {
        if (!ownedByNobody) return;
        var marker = directory.resolve(".nobody");
        if (!Files.exists(marker)) Files.createFile(marker);
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path dir, BasicFileAttributes attributes) throws IOException {
                        own(dir);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        own(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void own(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
