package fr.maillage.directory.internal.refresh;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// A national service of ours, over HTTP: a true FHIR server with pages of two that honours
/// `_lastUpdated` and `_include`, behind a wire that can do it wrong. Each fault is played once, in
/// the order they were asked for, [#GOOD] in between.
final class FakeService implements AutoCloseable {

    /// Answers as the server does.
    static final Fault GOOD = (_, answer, out) -> send(out, answer);

    private final Tomcat tomcat = new Tomcat();
    private final Map<String, Resource> shelf = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable String key;

    /// What the wire does with an answer.
    interface Fault {
        void play(HttpServletRequest question, byte[] answer, HttpServletResponse out)
                throws IOException;

        default boolean withoutServer() {
            return false;
        }
    }

    FakeService() throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory("service").toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        var context = tomcat.addContext("", null);
        var server = new RestfulServer(FhirContext.forR4Cached());
        server.setResourceProviders(
                new Shelf<>(Practitioner.class),
                new Shelf<>(PractitionerRole.class),
                new Shelf<>(Organization.class),
                new Shelf<>(Location.class),
                new Shelf<>(HealthcareService.class));
        var pages = new FifoMemoryPagingProvider(50);
        pages.setDefaultPageSize(2);
        pages.setMaximumPageSize(2);
        server.setPagingProvider(pages);
        Tomcat.addServlet(context, "fhir", server);
        context.addServletMappingDecoded("/fhir/*", "fhir");
        var wire = new FilterDef();
        wire.setFilterName("wire");
        wire.setFilter(new Wire());
        context.addFilterDef(wire);
        var everywhere = new FilterMap();
        everywhere.setFilterName("wire");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        tomcat.start();
    }

    String address() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort() + "/fhir";
    }

    /// Puts resources in, in the place of those of the same name.
    FakeService with(Resource... resources) {
        for (var resource : resources)
            shelf.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        return this;
    }

    /// What the next answers suffer.
    FakeService then(Fault... next) {
        faults.addAll(List.of(next));
        return this;
    }

    /// What was asked since the last time, decoded.
    List<String> asked() {
        synchronized (asked) {
            var all = List.copyOf(asked);
            asked.clear();
            return all;
        }
    }

    /// The key of the last question.
    @Nullable String key() {
        return key;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /// Says that it is busy, and for how long.
    static Fault busy(int status, @Nullable String retryAfter) {
        return (_, _, out) -> {
            if (retryAfter != null) out.setHeader("Retry-After", retryAfter);
            out.sendError(status);
        };
    }

    /// Cuts the connection in the middle of the answer.
    static Fault cut() {
        return (_, answer, out) -> {
            out.setContentType("application/fhir+json;charset=UTF-8");
            out.setContentLength(answer.length);
            out.getOutputStream().write(answer, 0, answer.length / 2);
            out.flushBuffer();
            throw new IOException("cut on purpose");
        };
    }

    /// Says nothing for a while.
    static Fault silent(long millis) {
        return (_, answer, out) -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            send(out, answer);
        };
    }

    /// Answers one byte at a time, and never ends.
    static Fault drops(long millis) {
        return (_, answer, out) -> {
            out.setContentType("application/fhir+json;charset=UTF-8");
            try {
                for (int i = 0; i < 10_000; i++) {
                    out.getOutputStream().write(i < answer.length ? answer[i] : ' ');
                    out.flushBuffer();
                    Thread.sleep(millis);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Answers something else.
    static Fault changed(java.util.function.UnaryOperator<String> how) {
        return (_, answer, out) ->
                send(
                        out,
                        how.apply(new String(answer, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse out, byte[] answer) throws IOException {
        out.setContentType("application/fhir+json;charset=UTF-8");
        out.setContentLength(answer.length);
        out.getOutputStream().write(answer);
    }

    /// Every resource of a type, those brought along hung on their references.
    private final class Shelf<T extends Resource> implements IResourceProvider {

        private final Class<T> type;

        Shelf(Class<T> type) {
            this.type = type;
        }

        @Override
        public Class<T> getResourceType() {
            return type;
        }

        @Search
        public IBundleProvider search(
                @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
                @IncludeParam Set<Include> includes) {
            var found =
                    List.copyOf(shelf.values()).stream()
                            .filter(type::isInstance)
                            .map(type::cast)
                            .filter(r ->
                                    changed == null
                                            || changed.getLowerBoundAsInstant() == null
                                            || !r.getMeta()
                                                    .getLastUpdated()
                                                    .before(changed.getLowerBoundAsInstant()))
                            .toList();
            for (var each : found)
                if (each instanceof PractitionerRole role) {
                    hang(role.getPractitioner());
                    hang(role.getOrganization());
                }
            return new SimpleBundleProvider(found);
        }

        private void hang(Reference reference) {
            var target = shelf.get(reference.getReference());
            if (target != null) reference.setResource(target);
        }
    }

    private final class Wire implements Filter {

        @Override
        public void doFilter(ServletRequest question, ServletResponse answer, FilterChain chain)
                throws IOException, ServletException {
            var http = (HttpServletRequest) question;
            var query = http.getQueryString();
            asked.add(
                    http.getRequestURI().replace("/fhir", "")
                            + (query == null
                                    ? ""
                                    : "?" + URLDecoder.decode(query, StandardCharsets.UTF_8)));
            key = http.getHeader("ESANTE-API-KEY");
            var kept = new Kept((HttpServletResponse) answer);
            chain.doFilter(new Plain(http), kept);
            kept.flushBuffer();
            Fault fault;
            synchronized (faults) {
                fault = faults.isEmpty() ? GOOD : faults.poll();
            }
            fault.play(http, kept.bytes.toByteArray(), (HttpServletResponse) answer);
        }
    }

    /// Without its wish for a compressed answer.
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase("Accept-Encoding") ? null : super.getHeader(name);
        }

        @Override
        public java.util.Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase("Accept-Encoding")
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }

    /// Keeps the answer of the server.
    private static final class Kept extends HttpServletResponseWrapper {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final PrintWriter writer = new PrintWriter(bytes, true, StandardCharsets.UTF_8);

        Kept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {}

                @Override
                public void write(int b) {
                    bytes.write(b);
                }
            };
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void setContentLength(int length) {}

        @Override
        public void flushBuffer() {
            writer.flush();
        }
    }
}
