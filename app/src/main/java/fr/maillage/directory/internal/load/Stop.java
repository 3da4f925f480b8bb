package fr.maillage.directory.internal.load;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Why an import stopped that no file is to blame for.
public enum Stop {
    /// The application was stopped, or killed, while it ran.
    APPLICATION,
    /// The disk of the database, or of the application, is full.
    NO_ROOM,
    /// The database refused, was stopped, or left.
    DATABASE,
    /// The disk could not be read.
    DISK,
    /// Our own fault.
    BUG;

    /// Classes 53 (insufficient resources) of SQLSTATE and the words of the system for a full disk
    /// are one thing for who must act.
    public static Stop of(Throwable stopped) {
        for (@Nullable Throwable e = stopped; e != null; e = e.getCause()) {
            if (String.valueOf(e.getMessage()).contains("No space left")) return NO_ROOM;
            if (e instanceof SQLException said && said.getSQLState() != null)
                return said.getSQLState().startsWith("53") ? NO_ROOM : DATABASE;
        }
        if (stopped instanceof SQLException) return DATABASE;
        return stopped instanceof IOException ? DISK : BUG;
    }
}
