package fr.maillage.access;

import fr.maillage.kernel.PatientId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The trail of accesses (traçabilité): every opening of a file or of a part of it is one line, a
/// list is one line with its ids, a refused access goes to a trail outside the structure. It only
/// grows, and is sealed in chained blocks.
public interface Trail {

    /// A file, or a part of it, was opened by who is signed in. Joins the caller's transaction,
    /// which must not be read-only.
    void read(PatientId patient, String part, @Nullable UUID object);

    /// A list of persons was shown; nothing is written for an empty list.
    void listed(String list, Collection<UUID> patients);

    /// Files of several persons were taken out of the application at once, `object` being the file
    /// given: one line with the ids, in the journal of each of them.
    void exported(String what, Collection<UUID> patients, UUID object);

    /// Something of a person's file was written, in the caller's transaction.
    void wrote(Action action, PatientId patient, String part, @Nullable UUID object);

    /// As [#wrote], for several objects at once, each with the person whose file it is in.
    void wrote(Action action, String part, Map<UUID, PatientId> objects);

    /// As [#read], for what is kept from the person while it could endanger them (a concern of
    /// abuse): a line of the trail like any other, which their own journal leaves out until
    /// [#reveal].
    void readRestricted(PatientId patient, String part, UUID object);

    /// As [#wrote], kept from the person likewise.
    void wroteRestricted(Action action, PatientId patient, String part, UUID object);

    /// What was kept from the person is so no more: their journal shows every line about `object`,
    /// past and to come. Done once for all; the lines themselves do not change.
    void reveal(UUID object);

    /// Somebody asked for what is not theirs, or does not exist. Written outside any structure,
    /// whatever becomes of the caller's transaction. `what` is the kind of address, never what was
    /// typed.
    void refused(String what, @Nullable UUID object);

    /// What was written in the files of these persons after the instant given for each, by anybody:
    /// the first line of each person. Readings are no work.
    List<Written> writtenAfter(Map<UUID, Instant> patients);

    /// @param actor name and role, as they were
    record Written(UUID patient, Instant at, String actor, String what) {}

    /// When who is signed in last opened this person's file before `sitting`; empty when they never
    /// did.
    Optional<Instant> lastVisit(PatientId patient, Instant sitting);

    /// The persons whose file who is signed in opened last, latest first, at most `limit`, among
    /// the last few hundred pages they read.
    List<PatientId> lastOpened(int limit);

    /// Who opened this person's file, latest first, at most `limit` lines; without the lines kept
    /// from the person when `forThePerson`.
    List<Line> of(PatientId patient, boolean forThePerson, int limit);

    /// How many times each account of the acting structure opened a file or a part of one since
    /// then, concerns excepted.
    Map<UUID, Long> consultations(Instant since);

    /// Seals what the acting structure's trail holds unsealed. Returns how many lines.
    int seal();

    /// Sealed blocks of the acting structure that no longer tell the truth; empty when the trail is
    /// intact.
    List<Long> brokenBlocks();

    /// What was done.
    enum Action {
        CREATE,
        UPDATE,
        PRINT,
        EXPORT,
        SIGN
    }

    /// One line as people read it.
    record Line(Instant at, String actor, String action, String what) {}
}
