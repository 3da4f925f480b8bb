package fr.maillage.directory.internal.refresh;

import java.time.Duration;

/// Waits between two tries.
@FunctionalInterface
interface Pause {

    void of(Duration time) throws InterruptedException;
}
