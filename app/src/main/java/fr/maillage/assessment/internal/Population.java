package fr.maillage.assessment.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/// What the file knows when an evaluation begins, as `initialExpression` may ask it: `%patient` (a
/// Patient with birth date and sex, nothing that names anybody), `%age` in years and `%months` on
/// the day of the evaluation, `%day`, and `%scores`, the last value of each score as Observations
/// (`%scores.where(code.coding.code = 'katz').value.value`).
///
/// Source: SDC implementation guide, form population; `%patient` is its launch context, the others
/// are ours since FHIRPath can neither count years nor search.
///
/// @param cutOffs those the structure chose, by the code of their score: `%cutOffs`, as
///   Observations
/// @param born null when it is not known
/// @param sex M, F or null
record Population(
        LocalDate day,
        @Nullable LocalDate born,
        @Nullable String sex,
        List<Former> scores,
        Map<String, BigDecimal> cutOffs) {

    static final Set<String> NAMES = Set.of("patient", "age", "months", "day", "scores", "cutOffs");

    /// The last value of a score.
    record Former(String code, BigDecimal value, LocalDate onDate) {
        @Override
        public String toString() {
            return "Former[" + code + "]";
        }
    }

    /// Nothing is known: for a trial.
    static Population none(LocalDate day) {
        return new Population(day, null, null, List.of(), Map.of());
    }

    /// The values by name.
    Map<String, List<Base>> values() {
        var patient = new Patient();
        if (born != null) patient.setBirthDateElement(new DateType(born.toString()));
        if ("M".equals(sex)) patient.setGender(AdministrativeGender.MALE);
        if ("F".equals(sex)) patient.setGender(AdministrativeGender.FEMALE);
        var lived = born == null || born.isAfter(day) ? null : Period.between(born, day);
        return Map.of(
                "patient",
                List.of(patient),
                "age",
                lived == null ? List.of() : List.of(new IntegerType(lived.getYears())),
                "months",
                lived == null ? List.of() : List.of(new IntegerType((int) lived.toTotalMonths())),
                "day",
                List.of(new DateType(day.toString())),
                "scores",
                List.copyOf(
                        scores.stream()
                                .map(score ->
                                        observation(score.code(), score.value(), score.onDate()))
                                .toList()),
                "cutOffs",
                List.copyOf(
                        cutOffs.entrySet().stream()
                                .map(chosen -> observation(chosen.getKey(), chosen.getValue(), day))
                                .toList()));
    }

    private static Base observation(String code, BigDecimal value, LocalDate on) {
        var observation = new Observation();
        observation.getCode().addCoding().setCode(code);
        observation.setValue(new Quantity().setValue(value));
        observation.setEffective(new DateTimeType(on.toString()));
        return observation;
    }

    @Override
    public String toString() {
        return "Population[" + day + "]";
    }
}
