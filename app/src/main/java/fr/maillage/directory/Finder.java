package fr.maillage.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The one box of the directory: what somebody typed is read (profession, place, name…), said back
/// piece by piece, and looked for among professionals, structures and offers. A reference, the same
/// for every structure.
public interface Finder {

    /// Reads what was typed, in any order: « kiné libre à moins de 15 km de Douai ».
    ///
    /// @param near commune (INSEE) of who asks: of several communes of one name, the one of its
    ///   département is meant; null when unknown
    Understood understand(String typed, @Nullable String near);

    /// What answers, best first: by name, those whose name is nearest; without a name, the nearest
    /// places first. At most `limit` of each nature; nothing when neither a name, a number nor a
    /// place says where to begin.
    List<Hit> find(Wanted wanted, int limit);

    /// The structure of this FINESS number, or the offer of this identifier; empty for a
    /// professional, who has as many lines as places of work ([#activities]).
    Optional<Hit> one(Nature nature, String ref);

    /// Every activity of a professional (RPPS, or ADELI), those with an address first; empty when
    /// the directory does not know the number.
    List<Hit> activities(String number);

    /// Codes of the communes whose point is at most `km` from that of this one, as the crow flies,
    /// nearest first with the metres between; the commune itself first.
    Map<String, Integer> around(Place centre, int km);

    /// A commune of the country; empty when no such code.
    Optional<Place> place(String code);

    /// Professions as Maillage speaks of them, in the order of their words: code and label.
    List<Choice> professions();

    /// A code and its words.
    record Choice(String code, String label) {}

    /// A commune with its point.
    ///
    /// @param postcode the first of its postcodes
    /// @param latitude null when no source gives it: nothing is near it but itself
    record Place(
            String code,
            String name,
            @Nullable String postcode,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        /// « Douai (59) ».
        public String label() {
            return name + " (" + code.substring(0, code.startsWith("97") ? 3 : 2) + ")";
        }
    }

    /// What was understood of what was typed.
    ///
    /// @param name words that are part of a name, comparable; "" when there is none
    /// @param number an RPPS or FINESS number; null when none was typed
    /// @param km null when no distance was typed
    /// @param person « à moins de 15 km de cette personne »
    /// @param need code of a need of [Offers]; null when none was named
    /// @param otherwise what to type for the commune to be part of the name, when nothing announced
    ///   it: « perrier richard » may be at Perrier or be called nearly so (if somebody is called
    ///   so, it was read as a name), and is looked for both ways before what merely resembles; null
    ///   when there is no doubt
    record Understood(
            List<Piece> pieces,
            String name,
            @Nullable String number,
            Set<String> professions,
            Set<String> expertises,
            Set<String> kinds,
            @Nullable String need,
            @Nullable Place place,
            @Nullable Integer km,
            boolean person,
            boolean free,
            boolean ours,
            boolean atHome,
            @Nullable String mode,
            @Nullable String otherwise) {

        /// Whether somebody of a profession is asked for, so that structures are not.
        public boolean professional() {
            return !professions.isEmpty() || !expertises.isEmpty() || mode != null;
        }
    }

    /// A piece of what was typed.
    ///
    /// @param words as they are said back: « infirmier », « Douai (59) », « nom proche de « dupon »
    ///   »
    /// @param without what would be typed without it
    /// @param asName the same with its words read as a name; null when they are
    record Piece(Sort sort, String words, String without, @Nullable String asName) {}

    /// What a piece is.
    enum Sort {
        NAME,
        NUMBER,
        PROFESSION,
        KIND,
        NEED,
        PLACE,
        DISTANCE,
        PERSON,
        FREE,
        OURS,
        HOME,
        MODE
    }

    /// What is looked for. Empty sets: whatever.
    ///
    /// @param around null: anywhere
    /// @param only numbers among which to look; null: all
    /// @param alike whether names that merely resemble may answer when nothing else does
    record Wanted(
            Set<Nature> natures,
            String name,
            @Nullable String number,
            Set<String> professions,
            Set<String> expertises,
            Set<String> kinds,
            @Nullable String need,
            @Nullable Place around,
            int km,
            @Nullable String mode,
            boolean free,
            @Nullable Set<String> only,
            boolean alike) {}

    /// What answers may be.
    enum Nature {
        PROFESSIONNEL,
        STRUCTURE,
        OFFRE
    }

    /// An answer: a professional in the nearest of their places of work, a structure, or an offer.
    ///
    /// @param ref RPPS (or ADELI), FINESS, or identifier of the offer
    /// @param kind code: of the profession, of the kind of structure, of the need
    /// @param kindLabel what people read
    /// @param structure FINESS of where it is; null when unknown
    /// @param metres from the point of the commune asked for to that of theirs, as the crow flies;
    ///   null when nothing was asked or a point is unknown
    /// @param mode L self-employed, S salaried, B volunteer; null when unknown
    /// @param placesFree of an offer; null when nobody said
    record Hit(
            Nature nature,
            String ref,
            String name,
            String kind,
            String kindLabel,
            @Nullable String specialty,
            @Nullable String organization,
            @Nullable String structure,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String communeCode,
            @Nullable String communeName,
            @Nullable Integer metres,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String mssante,
            @Nullable String mode,
            @Nullable Integer placesFree) {}
}
