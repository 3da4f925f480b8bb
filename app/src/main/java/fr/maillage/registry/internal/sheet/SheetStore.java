package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.registry.internal.CommuneNames;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lines of the lists of a sheet, read and written one way. Columns and tables are named by
/// [Shape] alone.
@Component
@Transactional
public class SheetStore {

    private final JdbcClient sql;
    private final CommuneNames communes;
    private final SheetRules rules;
    private final Clock clock;

    SheetStore(JdbcClient sql, CommuneNames communes, SheetRules rules, Clock clock) {
        this.sql = sql;
        this.communes = communes;
        this.rules = rules;
        this.clock = clock;
    }

    /// @param values by column
    record Line(UUID id, int version, Map<String, @Nullable Object> values) {
        @Nullable Object value(String column) {
            return values.get(column);
        }
    }

    Lookups lookups(UUID structure) {
        return new Lookups(sql, communes, structure);
    }

    /// Throws `NotFound`.
    @Transactional(readOnly = true)
    public Structure structure(UUID id) {
        return sql.sql(
                        """
                        select s.id, s.owner_id, s.name, s.type_code, t.label as type, s.level, s.region_code, s.provenance, s.source, s.entrance, s.opened_on, s.closed_on, s.version
                        from registry.structure s join registry.structure_type t on t.code = s.type_code where s.id = :id
                        """)
                .param("id", id)
                .query((row, _) ->
                        new Structure(
                                id,
                                row.getObject("owner_id", UUID.class),
                                row.getString("name"),
                                row.getString("type_code"),
                                row.getString("type"),
                                row.getString("level"),
                                row.getString("region_code"),
                                row.getString("provenance"),
                                row.getString("source"),
                                row.getBoolean("entrance"),
                                row.getObject("opened_on", LocalDate.class),
                                row.getObject("closed_on", LocalDate.class),
                                row.getInt("version")))
                .optional()
                .orElseThrow(() -> new NotFound("structure du registre", id));
    }

    /// Every line of a list, in its order.
    @Transactional(readOnly = true)
    List<Line> lines(Shape shape, UUID structure) {
        return sql.sql(
                        "select * from registry.%s where structure_id = :structure order by %s"
                                .formatted(shape.table(), shape.order()))
                .param("structure", structure)
                .query((row, _) -> line(shape, row))
                .list();
    }

    /// Throws `NotFound`.
    @Transactional(readOnly = true)
    Line line(Shape shape, UUID structure, UUID id) {
        return sql.sql(
                        "select * from registry.%s where structure_id = :structure and id = :id"
                                .formatted(shape.table()))
                .param("structure", structure)
                .param("id", id)
                .query((row, _) -> line(shape, row))
                .optional()
                .orElseThrow(() -> new NotFound("ligne de fiche", id));
    }

    private static Line line(Shape shape, ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : shape.fields()) values.put(field.column(), value(field, row));
        return new Line(row.getObject("id", UUID.class), row.getInt("version"), values);
    }

    static @Nullable Object value(Field field, ResultSet row) throws SQLException {
        return switch (field.kind()) {
            case DAY -> row.getObject(field.column(), LocalDate.class);
            case TIME -> row.getObject(field.column(), java.time.LocalTime.class);
            case NUMBER, WEEKDAY -> row.getObject(field.column(), Integer.class);
            case DECIMAL, MONEY -> row.getBigDecimal(field.column());
            case CHECK, KNOWN -> row.getObject(field.column(), Boolean.class);
            default -> row.getString(field.column());
        };
    }

    /// Adds a line, or changes the one of this `id`; its id. Throws `FormRefused` with a sentence a
    /// field, `OptimisticLockingFailureException` when somebody saved first,
    /// `AccessDeniedException` when the sheet is not theirs.
    UUID save(Shape shape, UUID structureId, @Nullable UUID id, Sent form) {
        var structure = allowed(shape, structureId);
        var known = lookups(structureId);
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : shape.fields()) values.put(field.column(), field.read(form, known));
        var today = LocalDate.now(clock);
        LineRules.check(shape, values, today, form.errors());
        rules.check(shape, structure, id, values, today, form.errors());
        FormRefused.unless(form.errors());
        try {
            if (id == null) return insert(shape, structureId, values);
            update(shape, structureId, id, form.number("version"), values);
            return id;
        } catch (DuplicateKeyException _) {
            throw FormRefused.because(shape.fields().getFirst().column(), SheetText.TWICE);
        }
    }

    private UUID insert(Shape shape, UUID structure, Map<String, @Nullable Object> values) {
        var id = Ids.next();
        var columns = shape.fields().stream().map(Field::column).toList();
        var statement =
                sql.sql(
                                "insert into registry.%s (id, structure_id, %s) values (:id, :structure, %s)"
                                        .formatted(
                                                shape.table(),
                                                String.join(", ", columns),
                                                columns.stream()
                                                        .map(c -> ":" + c)
                                                        .collect(Collectors.joining(", "))))
                        .param("id", id)
                        .param("structure", structure);
        bind(statement, shape, values).update();
        return id;
    }

    private void update(
            Shape shape,
            UUID structure,
            UUID id,
            int version,
            Map<String, @Nullable Object> values) {
        var statement =
                sql.sql(
                                "update registry.%s set %s, version = version + 1 where id = :id and structure_id = :structure and version = :version"
                                        .formatted(
                                                shape.table(),
                                                shape.fields().stream()
                                                        .map(f -> f.column() + " = :" + f.column())
                                                        .collect(Collectors.joining(", "))))
                        .param("id", id)
                        .param("structure", structure)
                        .param("version", version);
        if (bind(statement, shape, values).update() == 1) return;
        line(shape, structure, id); // not there
        throw new OptimisticLockingFailureException("a line of a sheet");
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Shape shape, Map<String, @Nullable Object> values) {
        for (var field : shape.fields())
            statement.param(field.column(), values.get(field.column()), field.kind().sqlType());
        return statement;
    }

    /// Takes a line away. Throws `FormRefused` when others hang on it.
    void remove(Shape shape, UUID structure, UUID id) {
        allowed(shape, structure);
        try {
            var gone =
                    sql.sql(
                                    "delete from registry.%s where id = :id and structure_id = :structure"
                                            .formatted(shape.table()))
                            .param("id", id)
                            .param("structure", structure)
                            .update();
            if (gone == 0) throw new NotFound("ligne de fiche", id);
        } catch (DataIntegrityViolationException _) {
            throw FormRefused.because(
                    shape.fields().getFirst().column(), GovernanceText.HOLDS_OTHERS);
        }
    }

    /// The structure, whose list may be written. Throws `AccessDeniedException` when it is not
    /// theirs, `NotFound`.
    Structure allowed(Shape shape, UUID structureId) {
        var structure = structure(structureId);
        if (!Rights.may(SignedIn.current(), structure, shape.keeper()))
            throw new AccessDeniedException("not their sheet");
        return structure;
    }
}
