package fr.maillage.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What structures declare to cover, for those who compare it with what they truly cover. The same
/// for everybody; nothing here is about a person.
public interface DeclaredAreas {

    /// The areas in force on `day` on these places, of the structures that are open that day: one
    /// line a structure, theme and place, by name of structure. An area declared for all the themes
    /// of a structure gives a line a theme it follows that day; a structure that takes every
    /// situation and names no theme gives one without. One that supports professionals and does not
    /// include people directly follows nobody, and covers nothing.
    ///
    /// @param places codes of zones and of communes, as they are declared: an area declared on a
    ///   zone is not found by its communes
    List<Declared> at(LocalDate day, Collection<String> places);

    /// What a document of that day says of zones where it names no structure: nobody, or a cell
    /// that cannot be read.
    List<Reading> readings(LocalDate day);

    /// @param type code of the type: RESEAU, PLATEFORME, DAC…
    /// @param level REGIONAL, TERRITORIAL or INFRA; null when it was not sorted
    /// @param themeCode national code of the theme; null for every situation
    /// @param zoneCode a region, a territory or a zone; null when it is a commune
    /// @param communeCode INSEE; null when it is a zone
    /// @param status COUVERT, EMERGENT (is being set up) or ILLISIBLE (a name without its zone)
    /// @param certainty CERTAIN, PROBABLE or INCERTAIN: of the reading of the source
    /// @param until last day; null while it goes on
    /// @param owner the structure of this installation whose sheet it is; null when it is none
    record Declared(
            UUID structure,
            String name,
            String type,
            @Nullable String level,
            @Nullable String themeCode,
            @Nullable String zoneCode,
            @Nullable String communeCode,
            String status,
            String certainty,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String source,
            @Nullable UUID owner) {}

    /// @param zoneCode null when only the territory, or nothing but the region, is known
    /// @param status AUCUN or ILLISIBLE
    /// @param networks how many the text of the document counts there; null when it counts none
    record Reading(
            String themeCode,
            @Nullable String zoneCode,
            @Nullable String territoryCode,
            String status,
            @Nullable Integer networks,
            String certainty,
            String note,
            String source) {}
}
