package fr.maillage.patient;

import fr.maillage.kernel.PatientId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Persons of the structure who are of one family or live together. A link says of both that they
/// are known here: whoever shows one asks first whether the reader may open the other.
public interface Families {

    /// Links of a person, the household first.
    List<Link> of(PatientId patient);

    /// Persons at the very same address who are not linked yet.
    List<Neighbour> sameAddress(PatientId patient);

    /// Links two persons, from either side. A link between them already takes the new words. Throws
    /// `NotFound`, or `IllegalArgumentException` for a person with themselves.
    void link(PatientId patient, PatientId other, Relation relation, boolean household);

    /// Ends a link on both sides. Throws `NotFound`.
    void end(PatientId patient, UUID link, @Nullable String why);

    /// @param relation what the other is to the person
    record Link(UUID id, PatientId other, String name, Relation relation, boolean household) {}

    /// Somebody at the same address.
    record Neighbour(PatientId id, String name) {}

    /// What the other is to a person.
    enum Relation {
        CONJOINT("Conjoint"),
        PARENT("Parent"),
        ENFANT("Enfant"),
        FRATRIE("Frère ou sœur"),
        AIDANT("Aidant, lui-même suivi"),
        AIDE("Personne aidée"),
        FOYER("Même foyer");

        private final String label;

        Relation(String label) {
            this.label = label;
        }

        /// In words.
        public String label() {
            return label;
        }

        /// What the person is to the other.
        public Relation other() {
            return switch (this) {
                case PARENT -> ENFANT;
                case ENFANT -> PARENT;
                case AIDANT -> AIDE;
                case AIDE -> AIDANT;
                case CONJOINT, FRATRIE, FOYER -> this;
            };
        }
    }
}
