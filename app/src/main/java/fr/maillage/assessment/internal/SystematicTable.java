package fr.maillage.assessment.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Which questionnaires a theme asks of everybody it includes, as data
/// (`assessment/systematic.json`): each line says its source, and what in it is a « proposition
/// Maillage ».
final class SystematicTable {

    /// A questionnaire of a theme.
    ///
    /// @param moment INCLUSION, or AGE for a calendar of ages
    /// @param within days after the inclusion, or on either side of each age
    /// @param from months of age at the inclusion from which it is asked; null: from birth
    /// @param until months of age at the inclusion from which it is asked no more; null: never
    /// @param sex M, F or null
    /// @param ages in months, rising; null but for a calendar
    private record Asked(
            String questionnaire,
            String theme,
            String moment,
            int within,
            @Nullable Integer from,
            @Nullable Integer until,
            @Nullable String sex,
            @Nullable List<Integer> ages,
            String source) {}

    /// One line of the table the statements join.
    ///
    /// @param rank from 1, in the order of the file
    record Row(
            int rank,
            String code,
            String theme_code,
            String moment,
            @Nullable Integer age_months,
            @Nullable Integer next_months,
            int within_days,
            @Nullable Integer from_months,
            @Nullable Integer until_months,
            @Nullable String sex,
            String source) {}

    private SystematicTable() {}

    /// One row for each questionnaire of a theme, one for each age of a calendar.
    static List<Row> rows(JsonMapper json) {
        var rows = new ArrayList<Row>();
        for (var asked : read(json)) {
            var ages = asked.ages();
            if (ages == null) {
                rows.add(row(rows.size() + 1, asked, null, null));
                continue;
            }
            for (int i = 0; i < ages.size(); i++)
                rows.add(
                        row(
                                rows.size() + 1,
                                asked,
                                ages.get(i),
                                i + 1 < ages.size() ? ages.get(i + 1) : null));
        }
        return List.copyOf(rows);
    }

    private static Row row(int rank, Asked asked, @Nullable Integer age, @Nullable Integer next) {
        return new Row(
                rank,
                asked.questionnaire(),
                asked.theme(),
                asked.moment(),
                age,
                next,
                asked.within(),
                asked.from(),
                asked.until(),
                asked.sex(),
                asked.source());
    }

    private static List<Asked> read(JsonMapper json) {
        try (var file = new ClassPathResource("assessment/systematic.json").getInputStream()) {
            return List.of(json.readValue(file, Asked[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
