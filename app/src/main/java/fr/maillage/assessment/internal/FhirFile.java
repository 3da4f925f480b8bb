package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// A file that should be a FHIR R4 resource in JSON, read without any leniency: what HAPI would
/// pass over in silence is a fault, told with its line.
///
/// @param resource null when it could not be read
/// @param text the file; empty when it is no text
record FhirFile<R extends Resource>(
        @Nullable R resource, String text, JsonLines lines, List<Place> faults) {

    /// Bytes; the longest shipped questionnaire weighs a tenth.
    static final int LARGEST = 2_000_000;

    private static final int MOST_TOLD = 50;
    private static final Pattern QUOTED = Pattern.compile("[\"'«]([^\"'»]{1,200})[\"'»]");

    /// @param line from 1; 0 when what is wrong has no line (it is not there)
    record Place(int line, String sentence) {}

    static <R extends Resource> FhirFile<R> read(FhirContext context, Class<R> type, byte[] bytes) {
        if (bytes.length > LARGEST) return refused("", ImportText.TOO_HEAVY, 0);
        var text = text(bytes);
        if (text == null) return refused("", ImportText.NOT_TEXT, 0);
        var lines = JsonLines.of(text);
        var broken = lines.broken();
        if (broken != null) return refused(text, broken.words(), broken.line());
        var kind = lines.top("resourceType").orElse("");
        if (!kind.equals(type.getSimpleName()))
            return refused(
                    text,
                    ImportText.otherKind(type.getSimpleName(), kind),
                    lines.ofField("resourceType"));
        var strict = new Strict(lines);
        R resource = null;
        try {
            resource =
                    context.newJsonParser().setParserErrorHandler(strict).parseResource(type, text);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            var message = e.getMessage() == null ? "" : e.getMessage();
            var quoted = QUOTED.matcher(message);
            var what = "";
            while (quoted.find()) if (lines.ofValue(quoted.group(1)) > 0) what = quoted.group(1);
            if (strict.faults.isEmpty()) strict.add(lines.ofValue(what), ImportText.badValue(what));
        }
        return new FhirFile<>(
                strict.faults.isEmpty() ? resource : null,
                text,
                lines,
                strict.faults.stream().distinct().limit(MOST_TOLD).toList());
    }

    private static <R extends Resource> FhirFile<R> refused(
            String text, String sentence, int line) {
        return new FhirFile<>(null, text, JsonLines.of("{}"), List.of(new Place(line, sentence)));
    }

    /// UTF-8 alone, without the mark some editors put before it; null for anything else.
    private static @Nullable String text(byte[] bytes) {
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            if (text.indexOf('\0') >= 0) return null;
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "FhirFile[" + text.length() + ", " + faults.size() + " faults]";
    }

    /// Every liberty the parser would take, told.
    private static final class Strict extends ErrorHandlerAdapter {

        private final JsonLines lines;
        private final List<Place> faults = new ArrayList<>();

        Strict(JsonLines lines) {
            this.lines = lines;
        }

        private void add(int line, String sentence) {
            faults.add(new Place(line, sentence));
        }

        @Override
        public void unknownElement(@Nullable IParseLocation where, String name) {
            add(lines.ofField(name), ImportText.unknownField(name));
        }

        @Override
        public void unknownAttribute(@Nullable IParseLocation where, String name) {
            add(lines.ofField(name), ImportText.unknownField(name));
        }

        @Override
        public void unexpectedRepeatingElement(@Nullable IParseLocation where, String name) {
            add(lines.ofField(name), ImportText.repeated(name));
        }

        @Override
        public void missingRequiredElement(@Nullable IParseLocation where, String name) {
            add(0, ImportText.missingField(name));
        }

        @Override
        public void incorrectJsonType(
                @Nullable IParseLocation where,
                String name,
                ValueType expected,
                @Nullable ScalarType expectedScalar,
                ValueType found,
                @Nullable ScalarType foundScalar) {
            add(lines.ofField(name), ImportText.wrongShape(name));
        }

        @Override
        public void invalidValue(
                @Nullable IParseLocation where, @Nullable String value, String error) {
            var said = value == null ? "" : value;
            add(lines.ofValue(said), ImportText.badValue(said));
        }

        @Override
        public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation where) {
            add(lines.ofField("extension"), ImportText.MIXED_EXTENSION);
        }
    }
}
