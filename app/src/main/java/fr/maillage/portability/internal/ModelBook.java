package fr.maillage.portability.internal;

import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Codes;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The workbook one may fill: our sheets and headings, an example, and what each column takes.
@Component
class ModelBook {

    private final Networks networks;
    private final Clock clock;

    ModelBook(Networks networks, Clock clock) {
        this.networks = networks;
        this.clock = clock;
    }

    /// Headings of a sheet of ours, in order; the number of the file first on each.
    static List<Field> fields(Part part) {
        var fields = new ArrayList<Field>();
        if (part != Part.PERSON) fields.add(Field.FILE_NUMBER);
        fields.addAll(Field.of(part).stream().filter(f -> f != Field.FULL_NAME).toList());
        return fields;
    }

    static List<String> headings(Part part) {
        return fields(part).stream().map(Field::label).toList();
    }

    @Transactional(readOnly = true)
    public byte[] workbook() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            var explanations = book.sheet(ModelText.READ_ME, List.of(ModelText.TITLE));
            explanations.width(0, 110);
            ModelText.LINES.forEach(line -> explanations.line(List.of(line)));
            var example = example();
            for (var part : Part.values()) {
                var sheet = book.sheet(part.sheet(), headings(part));
                for (var line : lines(part, example)) sheet.line(line);
            }
            var values = book.sheet(ModelText.VALUES, List.of("Colonne", "Valeurs reconnues"));
            values.width(1, 110);
            for (var field : Field.values()) {
                var set = field.codes();
                if (set == null || set == CodeSet.PRACTITIONER || set == CodeSet.MEMBER) continue;
                values.line(List.of(field.label(), words(set)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String words(CodeSet set) {
        if (set == CodeSet.THEME)
            return String.join(
                    Typography.NNBSP + "; ",
                    networks.themes(LocalDate.now(clock)).stream()
                            .map(Networks.Theme::label)
                            .toList());
        return String.join(Typography.NNBSP + "; ", Codes.labels(set).values());
    }

    /// One invented person, followed for six months.
    private Map<Field, Object> example() {
        var today = LocalDate.now(clock);
        var values = new EnumMap<Field, Object>(Field.class);
        values.put(Field.FILE_NUMBER, "EXEMPLE-1");
        values.put(Field.BIRTH_NAME, "EXEMPLE");
        values.put(Field.GIVEN_NAMES, "Jeanne");
        values.put(Field.SEX, "F");
        values.put(Field.BIRTH_DATE, LocalDate.of(1941, 3, 14));
        values.put(Field.BIRTH_PLACE, "Douai");
        values.put(Field.PHONE, "03 27 00 00 01");
        values.put(Field.ADDRESS, "1 rue de l’Exemple");
        values.put(Field.POSTCODE, "59500");
        values.put(Field.COMMUNE, "Douai");
        values.put(Field.SITUATION, Codes.label(CodeSet.SITUATION, "ACTIF"));
        values.put(Field.INCLUDED_ON, today.minusMonths(6));
        networks.themes(today).stream()
                .findFirst()
                .ifPresent(t -> values.put(Field.THEME, t.label()));
        values.put(Field.MOTIVE, "Maintien à domicile difficile");
        values.put(Field.LEVEL, "2");
        networks.coordinators(today).stream()
                .findFirst()
                .ifPresent(m -> values.put(Field.REFERENT, m.name()));
        values.put(Field.LAST_REASSESSMENT, today.minusMonths(6));
        values.put(Field.NEXT_REASSESSMENT, today.plusMonths(6));
        values.put(Field.MT_NAME, "Dr Anne EXEMPLE");
        values.put(Field.CONSENT, Codes.label(CodeSet.CONSENT, "DONNE"));
        values.put(Field.CONSENT_ON, today.minusMonths(6));
        values.put(Field.CONSENT_FORM, Codes.label(CodeSet.CONSENT_FORM, "ECRIT"));
        values.put(Field.SHARING, Codes.label(CodeSet.SHARING, "DONNE"));
        values.put(Field.SHARING_ON, today.minusMonths(6));
        values.put(Field.C_NAME, "Lucie EXEMPLE");
        values.put(Field.C_PROFESSION, "Infirmière");
        values.put(Field.C_ROLE, Codes.label(CodeSet.ROLE, "INTERVENANT"));
        values.put(Field.A_WHAT, "Passage infirmier");
        values.put(Field.A_TYPE, Codes.label(CodeSet.ACT_TYPE, "PRESCRIPTION_NON_MEDICAMENTEUSE"));
        values.put(Field.A_WHO, "Lucie EXEMPLE");
        values.put(Field.A_NEXT, today.plusDays(7));
        values.put(Field.A_EVERY, "toutes les semaines");
        values.put(Field.R_KIND, "APA");
        values.put(Field.R_STATE, Codes.label(CodeSet.RIGHT_STATE, "ACCORDE"));
        values.put(Field.R_STARTS, today.minusMonths(12));
        values.put(Field.R_ENDS, today.plusMonths(12));
        return values;
    }

    private static List<List<@Nullable Object>> lines(Part part, Map<Field, Object> example) {
        var line = new ArrayList<@Nullable Object>();
        for (var field : fields(part)) line.add(example.get(field));
        return List.of(line);
    }
}
