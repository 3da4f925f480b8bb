package fr.maillage.directory.internal.load;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says every few seconds that the imports of this node go on, so that one that was killed is told
/// as stopped by any node, whatever else runs: the lock of a killed import may outlive it as long
/// as its last statement.
@Component
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Editions editions;
    private final boolean scheduled;
    private final ScheduledExecutorService one =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("annuaire-vie").factory());

    Heartbeat(Editions editions, @Value("${maillage.scheduled:true}") boolean scheduled) {
        this.editions = editions;
        this.scheduled = scheduled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (scheduled)
            one.scheduleWithFixedDelay(this::beat, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /// One that fails is made up for by the next.
    private void beat() {
        try {
            editions.beat();
        } catch (RuntimeException e) {
            log.warn("imports of the directory could not be looked at", e);
        }
    }

    @PreDestroy
    void close() {
        one.shutdownNow();
    }
}
