package fr.maillage.assessment.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// On which line of a JSON file each thing stands, to say where something is wrong. Lines are
/// counted from 1; 0 where it is not known.
final class JsonLines {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, Integer> fields = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final Map<String, Integer> linkIds = new HashMap<>();
    private final Map<String, Integer> linkIdsAgain = new HashMap<>();
    private final Map<String, String> root = new HashMap<>();
    private @Nullable FilePlace broken;

    /// What is wrong, and where.
    record FilePlace(int line, String words) {}

    private JsonLines() {}

    /// Reads the text whole; one that is no JSON has a [#broken] place.
    static JsonLines of(String text) {
        var lines = new JsonLines();
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            lines.read(parser);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var message = e.getOriginalMessage();
            lines.broken =
                    new FilePlace(
                            at == null ? 0 : at.getLineNr(),
                            message != null && message.contains("Duplicate")
                                    ? ImportText.SAID_TWICE
                                    : ImportText.NOT_JSON);
        }
        return lines;
    }

    private void read(JsonParser parser) {
        var depth = 0;
        var first = true;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            var line = parser.currentTokenLocation().getLineNr();
            if (first && token != JsonToken.START_OBJECT) {
                broken = new FilePlace(line, ImportText.NOT_JSON);
                return;
            }
            first = false;
            if (token.isStructStart()) depth++;
            else if (token.isStructEnd()) depth--;
            else if (token == JsonToken.PROPERTY_NAME)
                fields.putIfAbsent(parser.currentName(), line);
            else value(parser, depth, line);
        }
        if (first) broken = new FilePlace(1, ImportText.NOT_JSON);
    }

    private void value(JsonParser parser, int depth, int line) {
        var text = parser.getString();
        var name = parser.currentName();
        values.putIfAbsent(text, line);
        if ("linkId".equals(name) && linkIds.putIfAbsent(text, line) != null)
            linkIdsAgain.putIfAbsent(text, line);
        if (depth == 1 && name != null) root.putIfAbsent(name, text);
    }

    /// Why the text is no JSON object; null when it is one.
    @Nullable FilePlace broken() {
        return broken;
    }

    /// A simple value at the top of the object.
    Optional<String> top(String field) {
        return Optional.ofNullable(root.get(field));
    }

    /// Where a field of this name first stands.
    int ofField(String name) {
        return fields.getOrDefault(name, 0);
    }

    /// Where this value first stands.
    int ofValue(String value) {
        return values.getOrDefault(value, 0);
    }

    /// Where an item begins.
    int ofItem(String linkId) {
        return linkIds.getOrDefault(linkId, 0);
    }

    /// Where a linkId comes a second time; 0 when it does not.
    int ofItemAgain(String linkId) {
        return linkIdsAgain.getOrDefault(linkId, 0);
    }
}
