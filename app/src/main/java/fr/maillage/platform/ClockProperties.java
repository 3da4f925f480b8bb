package fr.maillage.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Time and first data.
///
/// @param demonstration whether a first start on an empty database loads the demonstration region
/// @param asOf date (`2026-06-02`) or date-time at which the application opens; absent, the
///   demonstration opens on Tuesday 2 June 2026 at 8:30 and a real installation lives in the
///   present; `now` forces the present
@ConfigurationProperties("maillage")
public record ClockProperties(@DefaultValue("true") boolean demonstration, @Nullable String asOf) {}
