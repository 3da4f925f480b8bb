package fr.maillage.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Makes identifiers: UUID version 7 (RFC 9562), whose order is the order of creation, so that
/// indexes grow at one end.
///
/// The time inside is the machine’s and serves that order alone: no rule reads it, and a clock
/// moved by hand does not move it.
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    // milliseconds then a 12-bit counter, never going back even when the clock does or 4096 are
    // asked in a millisecond
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /// Greater than every other given by this process.
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        return assemble(tick >>> 12, (int) (tick & 0xFFF), RANDOM.nextLong());
    }

    /// As if made at `at` with the given chance: for data that must come out the same from the same
    /// seed. In order between milliseconds only.
    public static UUID at(Instant at, RandomGenerator random) {
        return assemble(at.toEpochMilli(), random.nextInt(1 << 12), random.nextLong());
    }

    /// Reads the usual form of 36 characters, and no other: `UUID.fromString` also takes shortened
    /// ones. Empty otherwise.
    public static Optional<UUID> parse(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static UUID assemble(long millis, int twelveBits, long random) {
        return new UUID(
                millis << 16 | 0x7000L | twelveBits,
                random & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
