package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.portability.Takeovers;
import fr.maillage.web.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class DirectTakeovers implements Takeovers {

    private final FileReception reception;
    private final Matcher matcher;
    private final MappingScreens screens;
    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final DryRun dryRun;
    private final TakingOverWork taking;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DirectTakeovers(
            FileReception reception,
            Matcher matcher,
            MappingScreens screens,
            TakeoverRows takeovers,
            PersonRows persons,
            DryRun dryRun,
            TakingOverWork taking,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reception = reception;
        this.matcher = matcher;
        this.screens = screens;
        this.takeovers = takeovers;
        this.persons = persons;
        this.dryRun = dryRun;
        this.taking = taking;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public UUID tried(String name, byte[] file) {
        try {
            var path = Files.createTempFile("maillage-", ".reprise");
            try {
                Files.write(path, file);
                var id = reception.keep(name, path);
                fr.maillage.web.FormRefused.unless(matcher.columns(id, columns(id), true));
                var typed = version(id);
                screens.codes(id, null)
                        .sets()
                        .forEach(
                                set -> set.values().forEach(v -> typed.put(v.field(), v.chosen())));
                matcher.codes(id, Sent.of(typed));
                begin(id, State.A_BLANC);
                dryRun.run(id);
                end(id, State.CONTROLEE);
                return id;
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sent columns(UUID id) {
        var typed = version(id);
        screens.columns(id, new fr.maillage.web.FormErrors(), null)
                .sheets()
                .forEach(s -> s.columns().forEach(c -> typed.put(c.field(), c.target())));
        return Sent.of(typed);
    }

    @Override
    public int take(UUID takeover, @Nullable LocalDate resumption) {
        if (resumption != null)
            transaction.executeWithoutResult(_ -> takeovers.resumption(takeover, resumption));
        begin(takeover, State.EN_COURS);
        taking.run(takeover);
        end(takeover, State.TERMINEE);
        return Objects.requireNonNull(transaction.execute(_ -> persons.counts(takeover))).taken();
    }

    /// A form with the version that was read.
    private Map<String, String> version(UUID id) {
        var read = Objects.requireNonNull(transaction.execute(_ -> takeovers.get(id))).version();
        return new HashMap<>(Map.of("version", String.valueOf(read)));
    }

    private void begin(UUID id, State state) {
        var who = SignedIn.current();
        transaction.executeWithoutResult(_ ->
                takeovers.begin(id, state, who.accountId(), who.displayName(), clock.instant()));
    }

    private void end(UUID id, State state) {
        transaction.executeWithoutResult(
                _ -> takeovers.end(id, state, clock.instant(), SignedIn.current().displayName()));
    }
}
