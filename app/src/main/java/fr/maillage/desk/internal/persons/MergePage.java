package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.desk.internal.persons.DuplicatesPage.Person;
import fr.maillage.patient.Merges.Field;
import fr.maillage.patient.Merges.Held;
import fr.maillage.patient.PersonalRecords.Clash;
import fr.maillage.web.FormErrors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two files side by side, to be joined.
///
/// @param chosen what is ticked, by field: SURVIVOR, ABSORBED or BOTH
/// @param accompanied both have an open accompaniment: one chooses which goes on
/// @param blocked why they may not be joined; null when they may
public record MergePage(
        Banner banner,
        Person survivor,
        Person absorbed,
        List<Field> fields,
        List<Held> held,
        List<Clash> clashes,
        boolean accompanied,
        Map<String, String> chosen,
        String why,
        String seen,
        @Nullable String blocked,
        FormErrors errors,
        @Nullable String conflict) {

    /// Fields on which the files disagree, to be chosen.
    public List<Field> toChoose() {
        return fields.stream().filter(Field::differs).toList();
    }

    /// Fields that agree, or that one file alone holds.
    public List<Field> settled() {
        return fields.stream().filter(f -> !f.differs()).toList();
    }

    /// Whether `file` is ticked for a field.
    public boolean ticked(String field, String file) {
        return file.equals(chosen.get(field));
    }
}
