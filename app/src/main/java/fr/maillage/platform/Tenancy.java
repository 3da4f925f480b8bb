package fr.maillage.platform;

import fr.maillage.kernel.AccountId;
import fr.maillage.kernel.NetworkId;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a transaction may see and where it writes. Put into PostgreSQL at the start of every
/// transaction (`set_config(…, true)`), where row-level security reads it: a query that forgets its
/// WHERE clause still sees nothing of another structure. Without a context, tenant tables are empty
/// and closed to writing.
///
/// @param readable the structures whose files may be read; a GP of two structures has two
/// @param acting the one structure written to; absent for those who only read, or who must first
///   choose
/// @param agencies region codes whose *published* figures may be read; never opens a file
/// @param account who acts, kept with what is written; absent for work done by the application
///   itself
public record Tenancy(
        Set<NetworkId> readable,
        @Nullable NetworkId acting,
        Set<String> agencies,
        @Nullable AccountId account) {

    /// In `agencies`: the published figures of every region (national level).
    public static final String EVERY_REGION = "*";

    private static final ThreadLocal<@Nullable Tenancy> CURRENT = new ThreadLocal<>();
    private static final Tenancy NONE = new Tenancy(Set.of(), null, Set.of(), null);

    public Tenancy {
        readable = Set.copyOf(readable);
        agencies = Set.copyOf(agencies);
        if (acting != null && !readable.contains(acting)) {
            throw new IllegalArgumentException("a structure written to must be readable");
        }
    }

    /// The application itself at work inside one structure: events, sweeps, sealing of the trail.
    public static Tenancy of(NetworkId network) {
        return new Tenancy(Set.of(network), network, Set.of(), null);
    }

    /// The context of this thread; the empty one when nobody set any.
    public static Tenancy current() {
        var current = CURRENT.get();
        return current == null ? NONE : current;
    }

    /// This context, writing to `network`. Throws when the network may not even be read.
    public Tenancy actingFor(NetworkId network) {
        return new Tenancy(readable, network, agencies, account);
    }

    /// Runs `work` under this context. The context must be set *before* the transaction begins.
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        var before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /// Runs `work` under this context.
    public void run(Runnable work) {
        this.<@Nullable Void>call(() -> {
            work.run();
            return null;
        });
    }

    /// Sets the context for a whole request; close the returned handle in a `finally`.
    public Scope open() {
        var before = CURRENT.get();
        CURRENT.set(this);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /// Puts the former context back.
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
