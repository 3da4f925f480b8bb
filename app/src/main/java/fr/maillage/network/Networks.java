package fr.maillage.network;

import fr.maillage.kernel.NetworkId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What other modules ask about the acting structure. Every call reads under the transaction's
/// context.
public interface Networks {

    /// The structure itself. Throws `NotFound`.
    Network get(NetworkId id);

    /// A threshold of the acting structure, for situations of `level` (0–3), or whatever the level
    /// when null. The one set for the level wins, then the structure's, then the default.
    int setting(Setting setting, @Nullable Integer level);

    /// Members of the team on `day`, by name.
    List<Member> team(LocalDate day);

    /// Those of the team who follow persons on `day`: coordinators, proximity nurses, social
    /// workers, doctor.
    List<Member> coordinators(LocalDate day);

    /// Coordinators whose sectors hold a commune on `day`, by name: the commune itself, its zone or
    /// its territory. One on leave gives way to their replacement.
    default List<Member> covering(String communeCode, LocalDate day) {
        return covering(List.of(communeCode), day).getOrDefault(communeCode, List.of());
    }

    /// As [#covering(String, LocalDate)], of several communes at once; those nobody covers are not
    /// in it.
    Map<String, List<Member>> covering(Collection<String> communeCodes, LocalDate day);

    /// Whom this member replaces on `day`, by name.
    List<Replaced> replacedBy(UUID member, LocalDate day);

    /// The leave from which this member came back in the `days` before `day`, and who replaced
    /// them.
    Optional<Away> backFrom(UUID member, LocalDate day, int days);

    /// A member, present or past. Throws `NotFound`.
    Member member(UUID id);

    /// Themes of the structure in force on `day`, in the national order.
    List<Theme> themes(LocalDate day);

    /// Every national theme.
    List<Theme> allThemes();

    /// Poles and antennas.
    List<Unit> units();

    /// Active criteria of inclusion or of exit for a theme (those without theme included), in
    /// order.
    List<Criterion> criteria(boolean inclusion, String themeCode);

    /// Active lines of the level grid, in order; « proposition Maillage », edited by the structure.
    List<GridItem> levelGrid();

    /// @param resumptionDate no alert looks further back than this day
    record Network(
            UUID id,
            String name,
            String shortName,
            String kind,
            String regionCode,
            String phone,
            String openingHours,
            @Nullable String onCallPhone,
            @Nullable String onCallHours,
            @Nullable String address,
            @Nullable String communeName,
            @Nullable LocalDate resumptionDate) {}

    /// @param function COORDINATOR, SECRETARY, HEAD…
    record Member(
            UUID id,
            @Nullable UUID accountId,
            String familyName,
            String givenName,
            String function,
            @Nullable String profile,
            @Nullable String phone,
            @Nullable UUID unitId) {

        /// « Claire DUMONT ».
        public String name() {
            return givenName + " " + familyName.toUpperCase(java.util.Locale.FRENCH);
        }
    }

    /// Somebody away, whose things their replacement sees meanwhile.
    ///
    /// @param until last day of the leave
    record Replaced(UUID member, String name, LocalDate since, LocalDate until) {}

    /// A leave that is over.
    record Away(String replacement, LocalDate since, LocalDate until) {}

    /// @param firstLineAgreement whether inclusion asks the agreement of the first-line
    ///   professionals
    record Theme(
            String code,
            String label,
            boolean priority,
            boolean firstLineAgreement,
            @Nullable Integer minimumAge) {}

    /// @param kind POLE or ANTENNE
    record Unit(UUID id, String kind, String name, @Nullable String communeName) {}

    /// @param required whether the inclusion needs it met
    record Criterion(UUID id, String label, boolean required) {}

    /// @param dimension one of the five: PERSONNE, ENTOURAGE, PATHOLOGIES, RESSOURCES_SANTE,
    ///   ENVIRONNEMENT_SOCIAL
    /// @param longTerm tips a complex situation from level 2 to level 3
    record GridItem(String code, String dimension, String label, int points, boolean longTerm) {}
}
