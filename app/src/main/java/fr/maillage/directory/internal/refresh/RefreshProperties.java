package fr.maillage.directory.internal.refresh;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The national services asked for what changed, `maillage.directory.fhir.*`; none unless its
/// address is said.
///
/// @param annuaire the Annuaire Santé, `https://gateway.api.esante.gouv.fr/fhir/v2`
/// @param ror the ROR of the region or of the country
/// @param at hour of the night, in Paris
/// @param page resources asked for at once
/// @param timeout longest silence of a service
/// @param answer longest time of one question, from the connection to the last byte of its answer
/// @param tries of one page, the first included
/// @param pause before the second try; twice as long before each next, unless the service says how
///   long
/// @param longest pause that is waited; a service that asks for more is asked the next night
/// @param overlap asked again before the mark: what a service was still writing when it answered
@ConfigurationProperties("maillage.directory.fhir")
record RefreshProperties(
        @DefaultValue Service annuaire,
        @DefaultValue Service ror,
        @DefaultValue("01:40") LocalTime at,
        @DefaultValue("200") int page,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2m") Duration answer,
        @DefaultValue("5") int tries,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("5m") Duration overlap) {

    Service of(NationalService service) {
        return service == NationalService.ROR ? ror : annuaire;
    }

    /// @param key sent as `ESANTE-API-KEY`
    record Service(@Nullable String address, @Nullable String key) {
        /// Whether it is to be asked.
        boolean set() {
            return address != null && !address.isBlank();
        }

        /// Its address or key never reach a log.
        @Override
        public String toString() {
            return address == null ? "none" : "set";
        }
    }
}
