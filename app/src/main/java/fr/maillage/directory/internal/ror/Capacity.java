package fr.maillage.directory.internal.ror;

import fr.maillage.directory.internal.fhir.Fhir;
import fr.maillage.directory.internal.load.Reason;
import fr.maillage.directory.internal.ror.RorResource.Said;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Extension;
import org.jspecify.annotations.Nullable;

/// Places said of a location: how many there are, how many are free, the day it was said. Of
/// several records of one status the latest counts; beds and places are added.
record Capacity(@Nullable Integer total, @Nullable Integer free, @Nullable Instant said) {

    /// TRE_R330: installed, free.
    private static final String INSTALLED = "01";

    private static final String FREE = "02";

    private record Line(String nature, String status, int number, Instant at) {}

    static Capacity of(List<Extension> extensions) {
        var latest = new LinkedHashMap<String, Line>();
        for (var each : Fhir.extensions(extensions, "ror-location-supported-capacity").toList()) {
            var line = line(each.getExtension());
            if (line != null)
                latest.merge(
                        line.nature() + " " + line.status(),
                        line,
                        (a, b) -> b.at().isBefore(a.at()) ? a : b);
        }
        return new Capacity(
                sum(latest, INSTALLED),
                sum(latest, FREE),
                latest.values().stream()
                        .filter(l -> l.status().equals(FREE))
                        .map(Line::at)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private static @Nullable Line line(List<Extension> of) {
        var status = Fhir.code(of, "capacityStatus");
        var number =
                Fhir.value(of, "nbCapacity", org.hl7.fhir.r4.model.IntegerType.class).orElse(null);
        if (status == null || number == null || number.getValue() == null) return null;
        var nature = Fhir.code(of, "capacityType");
        return new Line(
                nature == null ? "" : nature,
                status,
                number.getValue(),
                Fhir.value(of, "capacityUpdateDate", org.hl7.fhir.r4.model.DateTimeType.class)
                        .map(d -> d.getValue())
                        .map(d -> d.toInstant())
                        .orElse(Instant.EPOCH));
    }

    private static @Nullable Integer sum(Map<String, Line> lines, String status) {
        var of = lines.values().stream().filter(l -> l.status().equals(status)).toList();
        return of.isEmpty() ? null : of.stream().mapToInt(Line::number).sum();
    }

    void into(Map<String, Object> body, List<Said> remarks) {
        if (total != null && total < 0
                || free != null && (free < 0 || total != null && free > total)) {
            remarks.add(new Said(Reason.PLACES, free + " / " + total));
            return;
        }
        RorReader.put(body, "places_total", total);
        RorReader.put(body, "places_free", free);
        if (free != null && said != null && said.isAfter(Instant.EPOCH))
            RorReader.put(body, "available_at", said.toString());
    }
}
