package fr.maillage.patient.internal;

import fr.maillage.patient.Merges.Choice;
import fr.maillage.patient.Merges.Field;
import fr.maillage.patient.PersonalRecords.Clash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two lines of identity said to be one person's: where they differ, what they cannot both say, and
/// what they come to be together. Asks nothing of anybody.
///
/// @param ours of the file that goes on
/// @param theirs of the one it takes in
record TwoIdentities(Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {

    private static final Set<String> FROM_INSI = Set.of("RECUPEREE", "QUALIFIEE");
    private static final List<String> RELIABILITY =
            List.of("PROVISOIRE", "RECUPEREE", "VALIDEE", "QUALIFIEE");

    /// The traits one of them has, each with what stands on either side and what is proposed.
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        for (var field : MergeField.values()) {
            var here = field.words(ours);
            var there = field.words(theirs);
            if (here.isEmpty() && there.isEmpty()) continue;
            var better =
                    field.strict && reliability(theirs) > reliability(ours)
                            ? MergeService.ABSORBED
                            : MergeService.SURVIVOR;
            fields.add(
                    new Field(
                            field.name(),
                            field.label,
                            here,
                            there,
                            differs(field),
                            here.isEmpty()
                                    ? MergeService.ABSORBED
                                    : there.isEmpty() ? MergeService.SURVIVOR : better));
        }
        return fields;
    }

    private boolean differs(MergeField field) {
        return !field.words(ours).isEmpty()
                && !field.words(theirs).isEmpty()
                && !field.same(ours, theirs);
    }

    /// What the two lines of identity cannot both say.
    List<Clash> clashes() {
        var found = new ArrayList<Clash>();
        if (differs(MergeField.INS)
                && FROM_INSI.contains(MergeField.text(ours, "identity_status"))
                && FROM_INSI.contains(MergeField.text(theirs, "identity_status")))
            found.add(new Clash(MergeText.TWO_INS, MergeText.TWO_INS_DONE, true));
        if (differs(MergeField.SEX))
            found.add(new Clash(MergeText.SEXES, MergeText.SEXES_DONE, false));
        if (MergeField.DECEASED.words(ours).isEmpty()
                != MergeField.DECEASED.words(theirs).isEmpty())
            found.add(new Clash(MergeText.DIED, MergeText.DIED_DONE, false));
        if (MergeField.is(ours, "mt_told") != MergeField.is(theirs, "mt_told"))
            found.add(new Clash(MergeText.NOT_TOLD, MergeText.NOT_TOLD_DONE, false));
        return found;
    }

    /// The line the two become, as somebody chose.
    Map<String, @Nullable Object> joined(List<Field> fields, Map<String, String> choices) {
        var result = new LinkedHashMap<String, @Nullable Object>(ours);
        for (var field : fields) {
            var from = field.differs() ? choices.getOrDefault(field.code(), "") : field.proposed();
            var code = MergeField.valueOf(field.code());
            if (from.equals(MergeService.ABSORBED)) {
                code.columns.forEach(column -> result.put(column, theirs.get(column)));
            } else if (from.equals(MergeService.BOTH)) {
                result.put(
                        "notes",
                        MergeField.text(ours, "notes") + "\n\n" + MergeField.text(theirs, "notes"));
            }
        }
        if (!MergeField.is(theirs, "mt_told") && MergeField.is(ours, "mt_told")) {
            result.put("mt_told", false);
            result.put("mt_opposition", theirs.get("mt_opposition"));
        }
        result.put("identity_status", status(result));
        return result;
    }

    /// An identity made of traits of both files was checked nowhere (RNIV): it is provisional
    /// again.
    private String status(Map<String, @Nullable Object> result) {
        var best = "PROVISOIRE";
        for (var line : List.of(ours, theirs)) {
            var whole =
                    Arrays.stream(MergeField.values())
                            .filter(f -> f.strict)
                            .allMatch(f -> f.same(line, result));
            if (whole && reliability(line) > RELIABILITY.indexOf(best))
                best = MergeField.text(line, "identity_status");
        }
        return best;
    }

    private static int reliability(Map<String, @Nullable Object> line) {
        return RELIABILITY.indexOf(MergeField.text(line, "identity_status"));
    }

    /// What was chosen where they differ, and what was left.
    static List<Choice> choices(List<Field> fields, Map<String, String> choices) {
        return fields.stream()
                .filter(Field::differs)
                .map(f -> {
                    var absorbed = MergeService.ABSORBED.equals(choices.get(f.code()));
                    var both = MergeService.BOTH.equals(choices.get(f.code()));
                    return new Choice(
                            f.label(),
                            both
                                    ? f.survivor() + " / " + f.absorbed()
                                    : absorbed ? f.absorbed() : f.survivor(),
                            both ? "" : absorbed ? f.survivor() : f.absorbed(),
                            absorbed);
                })
                .toList();
    }

    /// Changes when one of the lines does.
    String fingerprint() {
        return ours.get("version") + "-" + theirs.get("version");
    }

    @Override
    public String toString() {
        return "TwoIdentities";
    }
}
