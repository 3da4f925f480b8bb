package fr.maillage.portability.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.LongWork;
import fr.maillage.platform.Tenancy;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What a takeover does in the background, by its state: try, take over, take back. Under the name
/// of who asked.
@Component
class TakeoverWork implements LongWork {

    private static final Logger log = LoggerFactory.getLogger(TakeoverWork.class);

    private final TakeoverRows takeovers;
    private final DryRun dryRun;
    private final TakingOverWork taking;
    private final Undoing undoing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TakeoverWork(
            TakeoverRows takeovers,
            DryRun dryRun,
            TakingOverWork taking,
            Undoing undoing,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.takeovers = takeovers;
        this.dryRun = dryRun;
        this.taking = taking;
        this.undoing = undoing;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "reprise";
    }

    @Override
    public void run(NetworkId network, UUID work) {
        var takeover =
                Tenancy.of(network)
                        .call(() ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> takeovers.get(work))));
        if (!takeover.state().working() || takeover.actingBy() == null) return;
        var by = Objects.requireNonNull(takeover.actingName());
        SignedIn.atWork(takeover.actingBy(), by, Role.HEAD, network)
                .run(() -> {
                    try {
                        var after =
                                switch (takeover.state()) {
                                    case A_BLANC -> {
                                        dryRun.run(work);
                                        yield State.CONTROLEE;
                                    }
                                    case EN_COURS -> {
                                        taking.run(work);
                                        yield State.TERMINEE;
                                    }
                                    default -> {
                                        // those somebody worked on stay
                                        yield undoing.run(work) ? State.ANNULEE : State.TERMINEE;
                                    }
                                };
                        transaction.executeWithoutResult(
                                _ -> takeovers.end(work, after, clock.instant(), by));
                    } catch (RuntimeException e) {
                        log.error("takeover {} stopped", work, e);
                        transaction.executeWithoutResult(
                                _ -> takeovers.failed(work, ReportText.STOPPED));
                        throw e; // the scheduler tries again
                    }
                });
    }
}
