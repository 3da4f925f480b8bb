package fr.maillage.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What structures offer for persons at home, as the ROR says it (répertoire national de l'offre et
/// des ressources), with the places that were free the day somebody said so. A reference, the same
/// for every structure. Source: ANS, guide d'implémentation FHIR du ROR.
public interface Offers {

    /// Kinds of need, those of care first, in the order people look for them.
    List<Need> needs();

    /// The kind of this code; empty when there is none such.
    Optional<Need> need(String code);

    /// The offer of this identifier; empty when there is none such.
    Optional<Offer> find(String id);

    /// Offers that answer a need (code) and reach a commune: whose place is at most `km` away as
    /// the crow flies, between the points of the communes, or that say they go there. Nearest
    /// first, at most `limit`; nothing for a commune without a point.
    List<Near> near(String communeCode, String need, int km, int limit);

    /// A kind of need.
    ///
    /// @param code stable: `SSIAD`, `ACCUEIL_JOUR`…
    /// @param family code: `SOINS`, `AIDE`, `REPIT`, `EXPERTISE`, `HEBERGEMENT`
    /// @param profession code of the professionals who answer it too ([Practitioners#of]); null
    ///   when none does alone
    /// @param kinds codes of the structures that answer it too ([Organizations#of])
    record Need(
            String code,
            String label,
            String family,
            @Nullable String profession,
            List<String> kinds) {}

    /// An offer near a commune.
    ///
    /// @param metres as the crow flies between the points of the two communes, 0 inside one; null
    ///   when where it is is unknown, and it says it goes there
    record Near(Offer offer, @Nullable Integer metres) {}

    /// @param organization FINESS
    /// @param need code of [Need]; null when nothing told which
    /// @param kind activity in the words of the ROR
    /// @param mode `DOMICILE`, `SUR_PLACE`, `A_DISTANCE`; null when unknown
    /// @param placesFree null when nobody said, which is not zero
    /// @param availableAt when the places were said
    /// @param hours in words: « lun. à ven. 9 h – 17 h »
    record Offer(
            String id,
            @Nullable String organization,
            @Nullable String organizationName,
            String name,
            @Nullable String need,
            @Nullable String kind,
            @Nullable String mode,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String communeCode,
            @Nullable String communeName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String mssante,
            @Nullable Integer placesTotal,
            @Nullable Integer placesFree,
            @Nullable Instant availableAt,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String hours,
            Instant updatedAt) {

        /// Whether somebody said there is room.
        public boolean hasRoom() {
            return placesFree != null && placesFree > 0;
        }
    }
}
