package fr.maillage.registry.internal.sheet;

import fr.maillage.web.FormErrors;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a line must agree on with the rest of the sheet.
@Component
@Transactional(readOnly = true)
class SheetRules {

    private static final Set<String> OF_PEOPLE = Set.of("FILE_ACTIVE", "NOUVEAUX_PPS");

    private final JdbcClient sql;

    SheetRules(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param id of the line; null for a new one
    void check(
            Shape shape,
            Structure structure,
            @Nullable UUID id,
            Map<String, @Nullable Object> values,
            LocalDate today,
            FormErrors errors) {
        if (!shape.fits(structure))
            errors.add(shape.fields().getFirst().column(), GovernanceText.NOT_OF_THIS_KIND);
        for (var other : Set.of("former_id", "member_id"))
            if (structure.id().equals(values.get(other))) errors.add(other, SheetText.ITSELF);
        switch (shape) {
            case SHARED -> number(structure, id, values, errors);
            case FIGURES -> {
                if (values.get("measure") instanceof String measure
                        && OF_PEOPLE.contains(measure)
                        && !followsPeople(structure.id()))
                    errors.add("measure", GovernanceText.FOLLOWS_NOBODY);
            }
            case CLASSIFICATION -> {
                if ("REGIONAL".equals(structure.level())
                        && Boolean.TRUE.equals(values.get("includes_patients"))
                        && values.get("words") == null)
                    errors.add("words", GovernanceText.SUPPORT_ONLY);
            }
            case MEMBERS -> college(values, errors);
            case PARTICIPANTS -> presence(values, today, errors);
            case DECISIONS -> due(values, errors);
            default -> {
                // nothing more
            }
        }
    }

    /// Whether it includes people, as far as is known: a network that was not sorted may.
    boolean followsPeople(UUID structure) {
        return sql.sql("select registry.follows_people(:id) as follows")
                .param("id", structure)
                .query((row, _) -> row.getBoolean("follows"))
                .single();
    }

    /// One single number at a time.
    private void number(
            Structure structure,
            @Nullable UUID id,
            Map<String, @Nullable Object> values,
            FormErrors errors) {
        if (!"NUMERO".equals(values.get("function"))) return;
        var other =
                sql.sql(
                                """
                                select exists (select 1 from registry.shared_function where structure_id = :structure and function = 'NUMERO' and id is distinct from :id
                                       and daterange(since, until, '[]') && daterange(:since, :until, '[]')) as other
                                """)
                        .param("structure", structure.id())
                        .param("id", id, Types.OTHER)
                        .param("since", values.get("since"), Types.DATE)
                        .param("until", ordered(values), Types.DATE)
                        .query((row, _) -> row.getBoolean("other"))
                        .single();
        if (other) errors.add("function", GovernanceText.ONE_NUMBER);
    }

    /// The end, unless it is wrong: that was said already.
    private static @Nullable Object ordered(Map<String, @Nullable Object> values) {
        return values.get("since") instanceof LocalDate from
                        && values.get("until") instanceof LocalDate to
                        && to.isBefore(from)
                ? null
                : values.get("until");
    }

    private void college(Map<String, @Nullable Object> values, FormErrors errors) {
        if (values.get("college_id") == null || values.get("body_id") == null) return;
        var there =
                sql.sql(
                                "select exists (select 1 from registry.college where id = :college and body_id = :body) as there")
                        .param("college", values.get("college_id"), Types.OTHER)
                        .param("body", values.get("body_id"), Types.OTHER)
                        .query((row, _) -> row.getBoolean("there"))
                        .single();
        if (!there) errors.add("college_id", GovernanceText.NOT_OF_BODY);
    }

    /// Nobody was present, or absent, at what has not taken place.
    private void presence(
            Map<String, @Nullable Object> values, LocalDate today, FormErrors errors) {
        var came =
                "PRESENT".equals(values.get("presence")) || "ABSENT".equals(values.get("presence"));
        var held = held(values);
        if (held != null && held.isAfter(today) && came)
            errors.add("presence", GovernanceText.NOT_HELD);
    }

    private void due(Map<String, @Nullable Object> values, FormErrors errors) {
        var held = held(values);
        if (held != null && values.get("due_on") instanceof LocalDate due && due.isBefore(held))
            errors.add("due_on", GovernanceText.BEFORE_MEETING);
        if (held != null && values.get("done_on") instanceof LocalDate done && done.isBefore(held))
            errors.add("done_on", GovernanceText.BEFORE_MEETING);
    }

    private @Nullable LocalDate held(Map<String, @Nullable Object> values) {
        if (values.get("meeting_id") == null) return null;
        return sql.sql("select held_on from registry.body_meeting where id = :id")
                .param("id", values.get("meeting_id"), Types.OTHER)
                .query((row, _) -> row.getObject("held_on", LocalDate.class))
                .single();
    }
}
