package fr.maillage.partners.internal;

import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.Ids;
import java.util.UUID;

/// Whom local knowledge is about: a national number, or the identifier of somebody added here.
///
/// @param ref RPPS or ADELI, FINESS, identifier of an offer, or of `partners.person` or
///   `partners.structure`
record Partner(Nature nature, String ref) {

    /// Where their card is.
    String address() {
        return switch (nature) {
            case PROFESSIONNEL -> "/annuaire/professionnels/" + ref;
            case STRUCTURE -> "/annuaire/structures/" + ref;
            case OFFRE -> "/annuaire/offres/" + ref;
        };
    }

    /// By the word its address holds.
    static Partner of(String word, String ref) {
        return new Partner(
                switch (word) {
                    case "structures" -> Nature.STRUCTURE;
                    case "offres" -> Nature.OFFRE;
                    default -> Nature.PROFESSIONNEL;
                },
                ref);
    }

    /// Whether no file knows them.
    boolean local() {
        return nature != Nature.OFFRE && Ids.parse(ref).isPresent();
    }

    /// Of somebody, or a structure, added here.
    UUID id() {
        return UUID.fromString(ref);
    }
}
