package fr.maillage.followup.internal;

import fr.maillage.followup.AlertRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The statements of the rules, `followup/rules/CODE.sql`, put together. Each gives the causes of
/// its alerts, those of today and those to come, as
///
/// `network_id, subject_id, patient_id, coordinator_id, level, paused, title, due_on, starts_at,
/// ends_at, turns_at, extra, forced`
///
/// where `starts_at` is when the alert begins to hold, `ends_at` when it ends by itself, `turns_at`
/// when its words or points change with no change of the data, `extra` what it adds to the urgency,
/// `forced` that it may no longer be put aside. After a line `-- next`, a second statement gives
/// `patient_id, at` for what is too numerous to be given line by line.
///
/// Words between braces: `{today}`, `{local}` and `{now}` are the day, the time of Paris and the
/// instant; `{never}` no time; `{who x}` keeps the persons looked at; `{limit level patient}` joins
/// the threshold of the rule and `{n}` is it, the person's own first.
final class Rules {

    private static final String COLUMNS =
            " as q (network_id, subject_id, patient_id, coordinator_id, level, paused, title, due_on, starts_at, ends_at, turns_at, extra, forced)";

    private static final Pattern LIMIT = Pattern.compile("\\{limit (\\S+) (\\S+)}");
    private static final Pattern WHO = Pattern.compile("\\{who ([a-z_.]+)}");

    private Rules() {}

    /// @param everybody or only the persons of the parameter `persons`
    /// @return what the statement of a rule says, with its braces filled
    private static String filled(AlertRule rule, String text, boolean everybody) {
        var limited =
                LIMIT.matcher(text)
                        .replaceAll(
                                """
                                join threshold t on t.rule = '%1$s' and t.level = $1
                                  left join adjusted x on x.rule = '%1$s' and x.patient_id = $2\
                                """
                                        .formatted(rule.name()));
        return fill(limited, everybody).replace("{n}", "coalesce(x.value, t.value)");
    }

    /// Fills what does not depend on a rule.
    static String fill(String text, boolean everybody) {
        return WHO.matcher(text)
                .replaceAll(everybody ? "true" : "$1 = any (cast(:persons as uuid[]))")
                .replace("{today}", "cast(:today as date)")
                .replace("{local}", "cast(:local as timestamp)")
                .replace("{now}", "cast(:now as timestamptz)")
                .replace("{never}", "cast(null as timestamp)");
    }

    /// Every cause, one rule after the other.
    static String causes(boolean everybody) {
        return Arrays.stream(AlertRule.values())
                .map(rule ->
                        "select cast('"
                                + rule.name()
                                + "' as text) as rule, q.* from ("
                                + filled(rule, parts(rule)[0], everybody)
                                + ")"
                                + COLUMNS)
                .collect(Collectors.joining("\nunion all\n"));
    }

    /// The next days that the causes do not give.
    static String next(boolean everybody) {
        return Arrays.stream(AlertRule.values())
                .filter(rule -> parts(rule).length > 1)
                .map(rule -> filled(rule, parts(rule)[1], everybody))
                .collect(Collectors.joining("\nunion all\n"));
    }

    private static String[] parts(AlertRule rule) {
        return read("/followup/rules/" + rule.name() + ".sql").split("-- next\n");
    }

    /// A statement kept beside the classes.
    static String read(String file) {
        try (var in = Objects.requireNonNull(Rules.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
