package fr.maillage.platform.internal;

import fr.maillage.platform.ClockProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one source of time. Days are days in Paris, instants are UTC.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDateTime DEMONSTRATION = LocalDate.of(2026, 6, 2).atTime(8, 30);

    @Bean
    Clock clock(ClockProperties properties) {
        var start = start(properties.asOf(), properties.demonstration());
        var system = Clock.system(PARIS);
        return start == null
                ? system
                : Clock.offset(
                        system, Duration.between(Instant.now(), start.atZone(PARIS).toInstant()));
    }

    private static @Nullable LocalDateTime start(@Nullable String asOf, boolean demonstration) {
        if (asOf == null || asOf.isBlank()) return demonstration ? DEMONSTRATION : null;
        if (asOf.equals("now")) return null;
        try {
            return asOf.contains("T")
                    ? LocalDateTime.parse(asOf)
                    : LocalDate.parse(asOf).atTime(LocalTime.of(8, 30));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--maillage.as-of attend une date (2026-06-02), une date et heure (2026-06-02T08:30) ou now",
                    e);
        }
    }
}
