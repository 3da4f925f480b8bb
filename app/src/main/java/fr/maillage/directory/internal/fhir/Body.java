package fr.maillage.directory.internal.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of a resource, as JSON that the database takes: it refuses a null character and
/// half of a pair of surrogates, and would refuse every other resource with them.
public final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Body() {}

    public static String json(Map<String, ?> body) {
        var plain = new LinkedHashMap<String, Object>();
        body.forEach((name, value) -> plain.put(name, plain(value)));
        return JSON.writeValueAsString(plain);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case String text -> plain(text);
            case List<?> list -> list.stream().map(Body::plain).toList();
            default -> value;
        };
    }

    /// The text without what no text holds.
    public static String plain(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) return without(text);
        return text;
    }

    private static String without(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
