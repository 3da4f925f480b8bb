package fr.maillage.assessment.internal;

import ca.uhn.fhir.context.FhirContext;
import fr.maillage.assessment.internal.FhirFile.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/// A questionnaire that a file holds and that the engine takes.
///
/// @param code the end of its url
/// @param text the file
record ReadQuestionnaire(
        String url,
        String version,
        String code,
        String title,
        int items,
        String text,
        Definition definition) {

    /// All its expressions together, three times over.
    static final Duration PROOF = Duration.ofSeconds(5);

    private static final String SHIPPED = "https://maillage.example/";
    private static final Pattern URL = Pattern.compile("(https?://|urn:)\\S{1,290}");
    private static final Pattern VERSION = Pattern.compile("[0-9][A-Za-z0-9.-]{0,29}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /// Refused: every fault found, in the order of the lines.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient List<Place> faults;

        Refused(List<Place> faults) {
            super("a file is refused", null, false, false);
            this.faults =
                    faults.stream().sorted(Comparator.comparingInt(Place::line)).limit(50).toList();
        }

        List<Place> faults() {
            return faults;
        }
    }

    static ReadQuestionnaire of(byte[] bytes, FhirContext context, QuestionnaireEngine engine)
            throws Refused {
        var file = FhirFile.read(context, Questionnaire.class, bytes);
        var source = file.resource();
        if (source == null) throw new Refused(file.faults());
        var faults = new ArrayList<>(identity(source, file.lines()));
        var definition = compiled(source, engine, file.lines(), faults);
        if (definition == null || !faults.isEmpty()) throw new Refused(faults);
        return new ReadQuestionnaire(
                source.getUrl(),
                source.getVersion(),
                code(source.getUrl()),
                source.getTitle().strip(),
                definition.items.size(),
                file.text(),
                definition);
    }

    private static List<Place> identity(Questionnaire source, JsonLines lines) {
        var faults = new ArrayList<Place>();
        var url = source.hasUrl() ? source.getUrl() : "";
        if (!URL.matcher(url).matches()) faults.add(new Place(lines.ofValue(url), ImportText.URL));
        else if (url.startsWith(SHIPPED))
            faults.add(new Place(lines.ofValue(url), ImportText.RESERVED));
        else if (!CODE.matcher(code(url)).matches())
            faults.add(new Place(lines.ofValue(url), ImportText.CODE));
        if (!source.hasVersion() || !VERSION.matcher(source.getVersion()).matches())
            faults.add(new Place(lines.ofField("version"), ImportText.VERSION));
        if (!source.hasTitle() || source.getTitle().isBlank() || source.getTitle().length() > 200)
            faults.add(new Place(lines.ofField("title"), ImportText.TITLE));
        return faults;
    }

    private static String code(String url) {
        return url.substring(Math.max(url.lastIndexOf('/'), url.lastIndexOf(':')) + 1);
    }

    private static @Nullable Definition compiled(
            Questionnaire source, QuestionnaireEngine engine, JsonLines lines, List<Place> faults) {
        try {
            var definition = engine.compile(source, PROOF);
            if (definition.items.values().stream().noneMatch(Item::isQuestion))
                faults.add(new Place(lines.ofField("item"), ImportText.NO_QUESTION));
            return definition;
        } catch (DefinitionProblem problem) {
            for (var fault : problem.faults())
                if (fault.kind() != Fault.Kind.IDENTITY)
                    faults.add(new Place(line(fault, lines), ImportText.fault(fault)));
        } catch (RuntimeException _) {
            faults.add(new Place(0, ImportText.fault(new Fault(Fault.Kind.REFUSED, ""))));
        }
        return null;
    }

    private static int line(Fault fault, JsonLines lines) {
        if (fault.kind() == Fault.Kind.LINK_ID_TWICE) return lines.ofItemAgain(fault.linkId());
        if (fault.kind() == Fault.Kind.NOT_FHIRPATH) return lines.ofValue(fault.detail());
        if (fault.kind() == Fault.Kind.TOO_MANY) return lines.ofField("item");
        if (fault.kind() == Fault.Kind.NO_LINK_ID) return lines.ofValue(fault.detail());
        if (fault.linkId().startsWith("%")) return lines.ofValue(fault.linkId().substring(1));
        if (fault.linkId().isEmpty() && fault.detail().startsWith("%"))
            return lines.ofValue(fault.detail().substring(1).split(" ")[0]);
        return lines.ofItem(fault.linkId());
    }

    @Override
    public String toString() {
        return "ReadQuestionnaire[" + url + "|" + version + "]";
    }
}
