package fr.maillage.platform;

import java.time.LocalTime;

/// Work done once a day whatever the structures, by one node of the installation: found by its
/// type, run without a context and without a transaction of its own.
public interface DailyWork {

    /// What it is, for the log and the table of tasks; never two of one name.
    String name();

    /// Hour of the day, in Paris.
    LocalTime at();

    /// Does it; what it throws is logged, and it is tried again the next day.
    void run();
}
