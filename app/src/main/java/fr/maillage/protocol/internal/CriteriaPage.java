package fr.maillage.protocol.internal;

import java.util.List;

/// Criteria of inclusion and exit of the settings beside those of protocols, models and other
/// structures.
///
/// @param own those of the settings
/// @param others those the settings do not have
/// @param add whether one may be taken into the settings
/// @param write whether a model may be made of the settings
public record CriteriaPage(List<Own> own, List<Other> others, boolean add, boolean write) {

    /// @param moment « Inclusion » or « Sortie »
    /// @param shared protocols that say the same
    public record Own(
            String label, String moment, String theme, boolean required, List<String> shared) {}

    /// @param kind INCLUSION or EXIT, as the settings have it
    /// @param themeCode "" for all
    /// @param from protocols that say it, with their structure
    public record Other(
            String label,
            String kind,
            String moment,
            String themeCode,
            String theme,
            List<String> from) {}
}
