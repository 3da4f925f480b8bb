package fr.maillage.indicators.internal;

/// A figure and its list at once: `sql` gives the rows counted, so the number shown is the length
/// of the list it opens.
///
/// Every definition reads `:day` (the day of the figure) and `:year` (1 January of its year) and
/// gives the columns `network_id, id, patient_id, theme_code, level, commune_code, coordinator_id,
/// reason, state, since`.
///
/// @param slug last part of the address `/pilotage/{slug}`
/// @param definition what is counted, in French, as shown beside the figure
/// @param source the text the definition comes from, or the choice made
/// @param reference what the figure is to be read against; empty when there is nothing
record Indicator(
        String slug,
        String label,
        String definition,
        String source,
        String reference,
        String sql) {}
