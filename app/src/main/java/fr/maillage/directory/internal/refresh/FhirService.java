package fr.maillage.directory.internal.refresh;

import java.util.Set;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import fr.maillage.directory.internal.refresh.Trouble.What;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// A national service, asked for one list at a time, page after page. Each page is tried a few
/// times: after a silence, a cut, a 429 or a 5xx, waiting as long as the service asks, or twice as
/// long each time. Neither redirections nor pages at another address are followed, and no key goes
/// over a wire in clear, so that it stays with whom it is for. No answer without measure or without
/// end is read, and no list of empty pages to its end. No thread but one at a time.
final class FhirService implements AutoCloseable {

    /// Bytes of an answer: a page of 200 with what it brings along has less than two million.
    private static final long MOST = 64L << 20;

    /// Pages without anything, one after the other, that a list may have.
    private static final int EMPTY = 20;

    private final CloseableHttpClient http;
    private final IGenericClient client;
    private final RefreshProperties properties;
    private final Pause pause;
    private final Asked asked;
    private final Deadline deadline;

    /// Told the resources of a page.
    interface Each {
        /// @param included brought along with what was asked for
        void resource(Resource resource, boolean included) throws SQLException;

        /// A page ended.
        void page() throws SQLException;
    }

    /// What was taken of a list.
    ///
    /// @param taken of the kind asked for
    /// @param latest change seen; null when nothing came
    /// @param announced how many the service said there were; null when it did not
    record Listed(long taken, @Nullable Instant latest, @Nullable Integer announced) {}

    FhirService(RefreshProperties.Service service, RefreshProperties properties, Pause pause) {
        this.properties = properties;
        this.pause = pause;
        this.asked = new Asked(service.key());
        this.deadline = new Deadline(properties.answer());
        var timeout = Math.toIntExact(properties.timeout().toMillis());
        http =
                HttpClients.custom()
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .addInterceptorFirst(deadline)
                        .addInterceptorLast(new Measured(MOST))
                        .setDefaultRequestConfig(
                                RequestConfig.custom()
                                        .setConnectTimeout(timeout)
                                        .setConnectionRequestTimeout(timeout)
                                        .setSocketTimeout(timeout)
                                        .build())
                        .build();
        // one of its own: the way to the service is kept in the context
        var context = FhirContext.forR4();
        context.setParserErrorHandler(new LenientErrorHandler(false));
        context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        context.getRestfulClientFactory().setHttpClient(http);
        client = context.newRestfulGenericClient(Objects.requireNonNull(service.address()));
        client.setEncoding(EncodingEnum.JSON);
        client.registerInterceptor(asked);
    }

    /// Every resource of a type changed since, to the last page. Throws [Trouble] when it stops
    /// before; what was told until then is true all the same. A service that has forgotten what is
    /// so old is asked for everything.
    Listed list(String type, @Nullable Instant since, List<Include> includes, Each each)
            throws Trouble, InterruptedException, SQLException {
        if (asked.inClear(client.getServerBase())) throw new Trouble(What.IN_CLEAR, null);
        try {
            return pages(type, since, includes, each);
        } catch (ResourceGoneException _) {
            return pages(type, null, includes, each);
        }
    }

    private Listed pages(String type, @Nullable Instant since, List<Include> includes, Each each)
            throws Trouble, InterruptedException, SQLException {
        var seen = new HashSet<String>();
        long taken = 0;
        Instant latest = null;
        Integer announced = null;
        String next = null;
        int empty = 0;
        do {
            var address = next;
            var page = page(type, since, includes, address);
            if (address == null && page.hasTotal()) announced = page.getTotal();
            for (var entry : page.getEntry()) {
                var resource = entry.getResource();
                var mode = entry.getSearch().getMode();
                if (resource == null || mode == SearchEntryMode.OUTCOME) continue;
                boolean included = mode == SearchEntryMode.INCLUDE;
                if (!included) {
                    taken++;
                    var at = resource.getMeta().getLastUpdated();
                    if (at != null && (latest == null || at.toInstant().isAfter(latest)))
                        latest = at.toInstant();
                }
                each.resource(resource, included);
            }
            each.page();
            empty = page.hasEntry() ? 0 : empty + 1;
            next =
                    page.getLink(Bundle.LINK_NEXT) == null
                            ? null
                            : page.getLink(Bundle.LINK_NEXT).getUrl();
            if (next != null && !here(next)) throw new Trouble(What.ELSEWHERE, null);
            if (next != null && (!seen.add(next) || empty >= EMPTY))
                throw new Trouble(What.LOOP, null);
        } while (next != null);
        return new Listed(taken, latest, announced);
    }

    /// A page, the first without an address. One that a service has forgotten ends the list, unless
    /// it is the first of what changed.
    private Bundle page(
            String type, @Nullable Instant since, List<Include> includes, @Nullable String address)
            throws Trouble, InterruptedException {
        try {
            return answered(() ->
                    address == null
                            ? first(type, since, includes)
                            : client.loadPage()
                                    .byUrl(address)
                                    .andReturnBundle(Bundle.class)
                                    .execute());
        } catch (ResourceGoneException e) {
            if (address == null && since != null) throw e;
            throw new Trouble(What.INCOMPLETE, e);
        }
    }

    private Bundle first(String type, @Nullable Instant since, List<Include> includes) {
        var search =
                client.search()
                        .forResource(type)
                        .count(properties.page())
                        .returnBundle(Bundle.class);
        if (since != null)
            search.lastUpdated(new DateRangeParam().setLowerBoundInclusive(Date.from(since)));
        for (var include : includes) search.include(include);
        return search.execute();
    }

    private boolean here(String next) {
        try {
            var there = URI.create(next);
            var base = URI.create(client.getServerBase());
            return base.getScheme().equalsIgnoreCase(there.getScheme())
                    && base.getHost().equalsIgnoreCase(there.getHost())
                    && port(there) == port(base);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) return address.getPort();
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /// One answer, after as many tries as it takes or is allowed.
    private Bundle answered(Supplier<Bundle> question) throws Trouble, InterruptedException {
        for (int tried = 1; ; tried++) {
            asked.forget();
            What what;
            Exception cause;
            var watch = deadline.begin();
            try (watch) {
                return question.get();
            } catch (ResourceGoneException e) {
                throw e;
            } catch (FhirClientConnectionException e) {
                if (Measured.Exceeded.behind(e)) throw new Trouble(What.HUGE, e);
                what = watch.passed() ? What.SLOW : What.UNREACHABLE;
                cause = e;
            } catch (BaseServerResponseException e) {
                int status = e.getStatusCode();
                if (status == 401 || status == 403) throw new Trouble(What.REFUSED, e);
                if (status != 429 && status < 500 && status != 200)
                    throw new Trouble(What.ANSWER, e);
                what =
                        watch.passed()
                                ? What.SLOW
                                : status == 429 || status == 503 ? What.BUSY : What.UNREACHABLE;
                cause = e;
            }
            if (tried >= properties.tries()) throw new Trouble(what, cause);
            var wait = asked.wait(properties.pause().multipliedBy(1L << Math.min(tried - 1, 10)));
            if (wait.compareTo(properties.longest()) > 0) throw new Trouble(What.BUSY, cause);
            pause.of(wait);
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (java.io.IOException _) {
            // nothing is lost
        }
    }

    /// Sends the key, and hears how long the service asks to wait.
    private static final class Asked implements IClientInterceptor {

        private final @Nullable String key;
        private @Nullable String retryAfter;

        Asked(@Nullable String key) {
            this.key = key;
        }

        /// Whether our key would be read on its way: neither encrypted nor on this machine.
        boolean inClear(String address) {
            var to = URI.create(address);
            return key != null
                    && "http".equalsIgnoreCase(to.getScheme())
                    && !Set.of("localhost", "127.0.0.1", "[::1]").contains(to.getHost());
        }

        void forget() {
            retryAfter = null;
        }

        /// As long as the service said, in seconds or until a date; `otherwise` when it did not.
        Duration wait(Duration otherwise) {
            var said = retryAfter;
            if (said == null) return otherwise;
            if (said.matches("[0-9]{1,6}")) return Duration.ofSeconds(Long.parseLong(said));
            try {
                var until = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
                var from = date == null ? until : date;
                return until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
            } catch (DateTimeParseException _) {
                return otherwise;
            }
        }

        private @Nullable ZonedDateTime date;

        @Override
        public void interceptRequest(IHttpRequest request) {
            if (key != null) request.addHeader("ESANTE-API-KEY", key);
        }

        @Override
        public void interceptResponse(IHttpResponse response) {
            retryAfter = header(response, "Retry-After");
            date = null;
            var said = header(response, "Date");
            try {
                if (said != null)
                    date = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME);
            } catch (DateTimeParseException _) {
                // counted from its own end: no wait
            }
        }

        private static @Nullable String header(IHttpResponse response, String name) {
            return response.getAllHeaders().entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .flatMap(e -> e.getValue().stream())
                    .findFirst()
                    .orElse(null);
        }
    }
}
