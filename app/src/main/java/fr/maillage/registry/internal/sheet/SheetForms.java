package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.SheetPage.Form;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms of a sheet, blank, as it stands, or as typed.
@Component
@Transactional(readOnly = true)
class SheetForms {

    private final SheetStore store;
    private final Identity identity;

    SheetForms(SheetStore store, Identity identity) {
        this.store = store;
        this.identity = identity;
    }

    /// A line as it stands, or a blank one when there is none yet.
    Sent standing(Shape shape, UUID structure, @Nullable UUID id, LocalDate today) {
        var known = store.lookups(structure);
        if (id == null) {
            var blank = new Sent(Map.of());
            for (var column : List.of("since", "signed_on", "held_on", "sorted_on"))
                blank.put(column, today.toString());
            return blank;
        }
        var line = store.line(shape, structure, id);
        return typed(shape.fields(), line.values(), line.version(), known);
    }

    private static Sent typed(
            List<Field> fields, Map<String, @Nullable Object> values, int version, Lookups known) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : fields)
            typed.put(field.column(), field.typed(values.get(field.column()), known));
        typed.put("version", String.valueOf(version));
        return Sent.of(typed);
    }

    /// Throws `AccessDeniedException` when the sheet is not theirs.
    Form line(
            Shape shape,
            UUID structureId,
            @Nullable UUID id,
            Sent form,
            @Nullable String conflict) {
        var structure = store.structure(structureId);
        if (!Rights.may(SignedIn.current(), structure, shape.keeper()))
            throw new AccessDeniedException("not their sheet");
        var base = "/registre/" + structureId + "/" + shape.key();
        var action = base + (id == null ? "" : "/" + id);
        if (conflict != null && id != null)
            form.put("version", String.valueOf(store.line(shape, structureId, id).version()));
        return new Form(
                shape.title(),
                structure.name(),
                "/registre/"
                        + structureId
                        + "?partie="
                        + SheetView.tabOf(shape)
                        + "#"
                        + shape.key(),
                action,
                shape.fields(),
                options(shape.fields(), store.lookups(structureId)),
                form,
                id == null ? null : action + "/retirer",
                conflict);
    }

    private static Map<String, Map<String, String>> options(List<Field> fields, Lookups known) {
        var options = new LinkedHashMap<String, Map<String, String>>();
        for (var field : fields)
            if (field.chosen()) options.put(field.column(), known.options(field));
        return options;
    }

    /// The identity as it stands.
    Sent standing(UUID id) {
        return typed(
                Identity.FIELDS,
                identity.values(id),
                store.structure(id).version(),
                store.lookups(id));
    }

    /// The form of the identity, of a new sheet when there is none. Throws `AccessDeniedException`.
    Form identity(@Nullable UUID id, Sent form, @Nullable String conflict) {
        var structure = id == null ? null : store.structure(id);
        if (structure != null && !Rights.maySheet(SignedIn.current(), structure))
            throw new AccessDeniedException("not their sheet");
        if (structure != null && conflict != null)
            form.put("version", String.valueOf(structure.version()));
        return new Form(
                structure == null ? RegistryText.NEW_SHEET : "Identité",
                structure == null ? "" : structure.name(),
                structure == null ? "/registre" : "/registre/" + id,
                structure == null ? "/registre" : "/registre/" + id,
                Identity.FIELDS,
                options(Identity.FIELDS, store.lookups(id == null ? new UUID(0, 0) : id)),
                form,
                null,
                conflict);
    }
}
