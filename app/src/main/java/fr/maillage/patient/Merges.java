package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two files of one person: found, joined choosing field by field, and parted again (adr 0025). The
/// caller sees to the rights: the head of the structure alone, since a concern of restricted
/// audience moves with the rest and only they read all of them.
public interface Merges {

    /// Pairs likely to be one person, the surest first, those told apart left out.
    Pairs duplicates(int page);

    /// How many such pairs.
    int duplicates();

    /// « Ce sont deux personnes »: the pair is not proposed again. Idempotent. Throws `NotFound`.
    void tellApart(PatientId one, PatientId other, @Nullable String why);

    /// Both files side by side. Throws `NotFound` when one is not there, was absorbed already, or
    /// when both are the same.
    Comparison compare(PatientId survivor, PatientId absorbed);

    /// Joins `absorbed` into `survivor`. Throws `NotFound` as [#compare], `FormRefused` when a
    /// field was not chosen or something forbids it, `OptimisticLockingFailureException` when
    /// somebody wrote in one of the files since they were shown.
    ///
    /// @param choices field to file kept: `SURVIVOR`, `ABSORBED`, or `BOTH` for notes; fields that
    ///   agree, or that one file alone holds, need none. `support` tells whose accompaniment goes
    ///   on when both have one open
    /// @param seen [Comparison#fingerprint()] of what was shown
    UUID merge(
            PatientId survivor,
            PatientId absorbed,
            Map<String, String> choices,
            String why,
            String seen);

    /// Merges of a file, latest first, undone ones too.
    List<Past> of(PatientId survivor);

    /// What parting would do. Throws `NotFound`; an undone one too.
    Parting parting(PatientId survivor, UUID merge);

    /// Parts the files again. Throws `FormRefused` when something forbids it.
    ///
    /// @param assigned rows of [Parting#since()] that go to the absorbed person's file, as
    ///   [Line#id()]
    /// @return the person whose file stands again
    PatientId part(PatientId survivor, UUID merge, List<String> assigned, String why);

    /// The file that goes on for one that was absorbed, through several merges if need be.
    Optional<PatientId> survivorOf(PatientId absorbed);

    /// One page of pairs, and how many there are in all.
    record Pairs(List<Likely> pairs, int total) {}

    /// @param why the rules that propose it, in words, the strongest first
    /// @param score 0 to 100, ours, for the order alone
    record Likely(Side one, Side other, List<String> why, int score) {}

    /// A person in a pair.
    record Side(
            PatientId id,
            String displayName,
            @Nullable String birthName,
            @Nullable LocalDate birthDate,
            @Nullable String communeName,
            String status) {}

    /// @param ready null when the files may be joined, else why not
    record Comparison(
            Side survivor,
            Side absorbed,
            List<Field> fields,
            List<Held> held,
            List<PersonalRecords.Clash> clashes,
            @Nullable String accompanied,
            String fingerprint) {

        /// Whether something forbids it.
        public boolean blocked() {
            return clashes.stream().anyMatch(PersonalRecords.Clash::blocking);
        }
    }

    /// @param differs both hold something, and not the same: one chooses
    /// @param proposed what is ticked first: `SURVIVOR` or `ABSORBED`
    record Field(
            String code,
            String label,
            String survivor,
            String absorbed,
            boolean differs,
            String proposed) {}

    /// How many lines of a kind each file holds.
    record Held(String label, int survivor, int absorbed) {}

    /// @param survivorName name of the person as it stood in each file
    record Past(
            UUID id,
            PatientId absorbed,
            String survivorName,
            String absorbedName,
            Instant at,
            String by,
            String why,
            List<Choice> choices,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy,
            @Nullable String undoneWhy) {}

    /// A field that differed: the value kept, and the other's.
    record Choice(String label, String kept, String left, boolean fromAbsorbed) {}

    /// @param obstacle why it cannot be undone now; null when it can
    /// @param since lines written after the merge, the latest first
    /// @param more whether there are more than are shown: those stay with the survivor
    record Parting(
            Past merge,
            List<Line> since,
            boolean more,
            List<String> changed,
            @Nullable String obstacle) {}

    /// @param id as [#part] takes it
    record Line(String id, String label, String words, @Nullable Instant at) {}
}
