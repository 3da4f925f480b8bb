package fr.maillage.platform;

import fr.maillage.platform.internal.MaintenanceRun;
import java.util.Arrays;

/// Commands that act on the database as a whole and stop: no page is served meanwhile.
///
/// - `--maillage.backup.to=FILE`: writes a backup; the application may run on the same data
/// - `--maillage.backup.verify=FILE`: reads a backup whole against its checksums
/// - `--maillage.restore.from=FILE`: puts a backup into an empty data directory or database
public final class Maintenance {

    private Maintenance() {}

    /// Whether the arguments hold such a command.
    public static boolean asked(String[] args) {
        return Arrays.stream(args)
                .anyMatch(arg ->
                        arg.startsWith("--maillage.backup.to=")
                                || arg.startsWith("--maillage.backup.verify=")
                                || arg.startsWith("--maillage.restore.from="));
    }

    /// Does it; says how it went in one sentence, in French, on the standard output or error.
    /// Returns the exit code: 0 done, 1 refused or failed, 2 badly asked.
    public static int run(String[] args) {
        return MaintenanceRun.run(args, System.out, System.err);
    }
}
