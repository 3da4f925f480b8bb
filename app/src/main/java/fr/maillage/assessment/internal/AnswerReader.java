package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/// Turns what a form posted into typed FHIR answers, and says in French what cannot be read.
final class AnswerReader {

    private static final Set<String> YES = Set.of("true", "oui", "on");
    private static final Set<String> NO = Set.of("false", "non");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
    private static final DateTimeFormatter FRENCH = strict("d/M/uuuu");

    /// `typed` holds the readable answers, `errors` a sentence by linkId, `unreadable` the very
    /// text of the others, `absent` why there is none, by linkId.
    record Read(
            Map<Item, List<Type>> typed,
            Map<String, Absence> absent,
            Map<String, String> errors,
            Map<String, List<String>> unreadable,
            Map<String, List<String>> unknown) {
        @Override
        public String toString() {
            return "Read[" + typed.size() + " answers, " + errors.size() + " errors]";
        }
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    private AnswerReader() {}

    /// Blanks are no answers. Values posted for computed items are ignored: the definition alone
    /// computes them.
    static Read read(Definition definition, Map<String, List<String>> posted) {
        var read =
                new Read(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>());
        Absence.each(posted, (linkId, code) -> absence(definition, posted, linkId, code, read));
        posted.forEach((linkId, raw) -> {
            if (Absence.isKey(linkId)) return;
            var values =
                    raw.stream()
                            .map(value ->
                                    value.replace(
                                            "\0",
                                            "")) // nobody types it, and PostgreSQL cannot keep it
                            .filter(value -> !value.isBlank())
                            .toList();
            if (values.isEmpty()) return;
            var item = definition.items.get(linkId);
            if (item == null || item.isGroup() || (!item.isQuestion() && !item.readOnly)) {
                read.unknown.put(linkId, values);
                read.errors.put(linkId, QuestionnaireText.UNKNOWN);
            } else if (item.isQuestion()) {
                try {
                    read.typed.put(item, answers(item, values));
                } catch (Unreadable problem) {
                    read.errors.put(linkId, problem.getMessage());
                    read.unreadable.put(linkId, values);
                }
            }
        });
        return read;
    }

    private static void absence(
            Definition definition,
            Map<String, List<String>> posted,
            String linkId,
            String code,
            Read read) {
        var given = posted.getOrDefault(linkId + Absence.WORDS, List.of());
        var words = given.isEmpty() ? "" : given.getFirst().replace("\0", "").strip();
        var reason = Absence.Reason.of(code);
        if (!linkId.equals(Absence.WHOLE) && !definition.items.containsKey(linkId)) {
            read.unknown.put(linkId + Absence.REASON, List.of(code));
            read.errors.put(linkId, QuestionnaireText.UNKNOWN);
        } else if (reason.isEmpty()) {
            read.unreadable.put(linkId + Absence.REASON, List.of(code));
            read.errors.put(linkId, QuestionnaireText.OPTION);
        } else if (words.length() > Absence.LONGEST
                || reason.get() == Absence.Reason.AUTRE && words.isEmpty()) {
            read.unreadable.put(linkId + Absence.REASON, List.of(code));
            if (!words.isEmpty())
                read.unreadable.put(linkId + Absence.WORDS, List.of(given.getFirst()));
            read.errors.put(
                    linkId,
                    words.isEmpty()
                            ? QuestionnaireText.REASON_WORDS
                            : QuestionnaireText.tooLong(Absence.LONGEST, words.length()));
        } else read.absent.put(linkId, new Absence(reason.get(), words));
    }

    private static List<Type> answers(Item item, List<String> values) throws Unreadable {
        var distinct = values.stream().distinct().toList();
        if (distinct.size() > 1 && !item.repeats)
            throw new Unreadable(QuestionnaireText.ONE_ANSWER);
        var found = new ArrayList<Type>();
        for (var value : distinct) found.add(answer(item, value));
        return List.copyOf(found);
    }

    private static Type answer(Item item, String value) throws Unreadable {
        return switch (item.type) {
            case BOOLEAN -> new BooleanType(yesOrNo(value));
            case INTEGER ->
                    new IntegerType(
                            number(item, value, INTEGER, QuestionnaireText.INTEGER)
                                    .intValueExact());
            case DECIMAL ->
                    new DecimalType(number(item, value, DECIMAL, QuestionnaireText.DECIMAL));
            case DATE -> new DateType(date(value).toString());
            case CHOICE -> {
                var option = item.options.get(value);
                if (option == null) throw new Unreadable(QuestionnaireText.OPTION);
                yield option.answer().copy();
            }
            case OPENCHOICE -> {
                var option = item.options.get(value);
                yield option == null ? text(item, value) : option.answer().copy();
            }
            default -> text(item, value);
        };
    }

    private static StringType text(Item item, String value) throws Unreadable {
        if (item.maxLength > 0 && value.length() > item.maxLength)
            throw new Unreadable(QuestionnaireText.tooLong(item.maxLength, value.length()));
        return new StringType(value);
    }

    private static boolean yesOrNo(String value) throws Unreadable {
        var word = value.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return true;
        if (NO.contains(word)) return false;
        throw new Unreadable(QuestionnaireText.YES_OR_NO);
    }

    private static BigDecimal number(Item item, String value, Pattern shape, String otherwise)
            throws Unreadable {
        var plain = SPACES.matcher(value).replaceAll("").replace(',', '.').replace('−', '-');
        if (!shape.matcher(plain).matches()) throw new Unreadable(otherwise);
        var number = new BigDecimal(plain);
        if (item.min != null && number.compareTo(item.min) < 0)
            throw new Unreadable(QuestionnaireText.tooSmall(item.min));
        if (item.max != null && number.compareTo(item.max) > 0)
            throw new Unreadable(QuestionnaireText.tooLarge(item.max));
        return number;
    }

    private static LocalDate date(String value) throws Unreadable {
        var plain = value.strip();
        try {
            return LocalDate.parse(plain, plain.contains("/") ? FRENCH : ISO);
        } catch (DateTimeException _) {
            throw new Unreadable(QuestionnaireText.DATE);
        }
    }

    /// An answer as a form shows and posts it: the code of an option, a number with a comma, an ISO
    /// date.
    static String posted(Type answer) {
        return switch (answer) {
            case Coding coding -> Item.codeOf(coding);
            case DecimalType number ->
                    QuestionnaireText.number(number.getValue()).replace('−', '-');
            default -> answer.primitiveValue();
        };
    }

    /// As [#posted], of what an expression gives; empty for what no form can post.
    static String postedBase(Base value) {
        if (value instanceof Coding coding) return Item.codeOf(coding);
        if (value instanceof DecimalType number) return posted(number);
        var text = value.isPrimitive() ? value.primitiveValue() : null;
        return text == null ? "" : text;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
