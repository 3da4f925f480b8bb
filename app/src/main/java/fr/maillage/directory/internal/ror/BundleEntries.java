package fr.maillage.directory.internal.ror;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import fr.maillage.directory.internal.files.Opened;
import fr.maillage.directory.internal.files.Unusable;
import fr.maillage.directory.internal.files.Unusable.Why;
import java.io.IOException;
import java.io.InputStream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The entries of a bundle, one after the other: a file of any length is never held whole. Several
/// bundles may follow each other (the pages of a search), or resources alone (NDJSON).
public final class BundleEntries {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Each each;
    private final Piece text;
    private final IParser fhir =
            FhirContext.forR4Cached()
                    .newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false));
    private long number;
    private boolean anything;

    /// Told each entry.
    public interface Each {
        /// @param number of the entry, from 1
        /// @param resource null when it holds none that can be read
        /// @param type `resourceType` as written; null when there is none
        void entry(
                long number,
                @Nullable String named,
                @Nullable Resource resource,
                @Nullable String type)
                throws IOException;
    }

    private BundleEntries(Piece text, Each each) {
        this.text = text;
        this.each = each;
    }

    /// Reads to the end. Throws [Unusable] for what is no bundle, or is cut; entries told before
    /// are then to be forgotten.
    public static void read(InputStream text, Each each) throws IOException, Unusable {
        new BundleEntries(new Piece(text), each).read();
    }

    private void read() throws IOException, Unusable {
        try (var json = JSON.createParser(withoutMark(text))) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) throw new Unusable(Why.NOT_FHIR, "");
                whole(json);
            }
        } catch (UnexpectedEndOfInputException e) {
            throw new Unusable(anything ? Why.CUT : Why.NOT_FHIR, Long.toString(number));
        } catch (JacksonIOException e) {
            if (e.getCause() instanceof Opened.Stopped stopped) throw stopped;
            throw e.getCause();
        } catch (JacksonException e) {
            throw new Unusable(anything ? Why.MALFORMED : Why.NOT_FHIR, Long.toString(number));
        }
        if (number == 0) throw new Unusable(anything ? Why.NO_LINE : Why.EMPTY, "");
    }

    /// A file begun with a mark of encoding is read like any other.
    private static InputStream withoutMark(InputStream text) throws IOException {
        var start = new java.io.PushbackInputStream(text, 3);
        var three = start.readNBytes(3);
        boolean mark =
                three.length == 3
                        && three[0] == (byte) 0xEF
                        && three[1] == (byte) 0xBB
                        && three[2] == (byte) 0xBF;
        if (!mark) start.unread(three);
        return start;
    }

    /// An object at the root: a bundle, whose entries are told as they come, or a resource.
    private void whole(JsonParser json) throws IOException, Unusable {
        text.next(number);
        var rest = JSON.createObjectNode();
        boolean entries = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = json.currentName();
            var value = json.nextToken();
            anything = true;
            if (field.equals("entry") && value == JsonToken.START_ARRAY) {
                entries = true;
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    text.next(number);
                    entry(json.readValueAsTree());
                }
                text.next(number);
            } else rest.set(field, json.<JsonNode>readValueAsTree());
        }
        var type = text(rest, "resourceType");
        if (entries || "Bundle".equals(type)) {
            if (!"Bundle".equals(type)) throw new Unusable(Why.NOT_FHIR, String.valueOf(type));
            return;
        }
        if (type == null) throw new Unusable(Why.NOT_FHIR, "");
        resource(null, rest, type);
    }

    private void entry(JsonNode entry) throws IOException {
        var resource = entry.get("resource");
        if (resource instanceof ObjectNode object)
            resource(text(entry, "fullUrl"), object, text(object, "resourceType"));
        else each.entry(++number, null, null, null);
    }

    private void resource(@Nullable String named, ObjectNode resource, @Nullable String type)
            throws IOException {
        Resource read = null;
        try {
            if (type != null && fhir.parseResource(resource.toString()) instanceof Resource r)
                read = r;
        } catch (RuntimeException _) {
            // whatever the parser stumbles over: told as unreadable, the others go on
        }
        each.entry(++number, named, read, type);
    }

    private static @Nullable String text(JsonNode object, String field) {
        var value = object.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }
}
