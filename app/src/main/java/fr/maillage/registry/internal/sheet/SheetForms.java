package fr.maillage.registry.internal.sheet;

import fr.maillage.access.SignedIn;
import fr.maillage.registry.FileInspection;
import fr.maillage.registry.internal.RegistryText;
import fr.maillage.registry.internal.sheet.Field.Kind;
import fr.maillage.registry.internal.sheet.SheetPage.Files;
import fr.maillage.registry.internal.sheet.SheetPage.Form;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The forms of a sheet, blank, as it stands, or as typed.
@Component
@Transactional(readOnly = true)
class SheetForms {

    /// Begun with today.
    private static final Set<String> FROM_TODAY =
            Set.of("since", "signed_on", "held_on", "sorted_on", "published_on", "found_on");

    private final SheetStore store;
    private final Identity identity;
    private final LineFiles files;
    private final FileInspection inspection;

    SheetForms(SheetStore store, Identity identity, LineFiles files, FileInspection inspection) {
        this.store = store;
        this.identity = identity;
        this.files = files;
        this.inspection = inspection;
    }

    /// A line as it stands, or a blank one when there is none yet.
    ///
    /// @param of the body or the meeting a new line is of; "" for none
    Sent standing(Shape shape, UUID structure, @Nullable UUID id, String of, LocalDate today) {
        var known = store.lookups(structure);
        if (id == null) {
            var blank = new Sent(Map.of());
            for (var field : shape.fields()) {
                // a contract is not signed today because its line is written
                if (FROM_TODAY.contains(field.column()) && field.required())
                    blank.put(field.column(), today.toString());
                if (field.kind() == Kind.MEETING || field.kind() == Kind.BODY)
                    blank.put(field.column(), of);
            }
            blank.put("quantity", "1");
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
        return line(shape, structureId, id, form, conflict, null);
    }

    /// As it stands, with what was wrong about a file.
    ///
    /// @param sent the form of the file, with its errors; null when none was sent
    Form line(
            Shape shape,
            UUID structureId,
            @Nullable UUID id,
            Sent form,
            @Nullable String conflict,
            @Nullable Sent sent) {
        var structure = store.allowed(shape, structureId);
        var base = "/registre/" + structureId + "/" + shape.key();
        var action = base + (id == null ? "" : "/" + id);
        if (conflict != null && id != null && sent == null)
            form.put("version", String.valueOf(store.line(shape, structureId, id).version()));
        return new Form(
                shape.title(),
                structure.name(),
                back(shape, structureId, form),
                action,
                shape.fields(),
                options(shape.fields(), store.lookups(structureId)),
                form,
                id == null ? null : action + "/retirer",
                conflict,
                id == null || shape.files() == null
                        ? null
                        : files(structure, id, action, sent == null ? new Sent(Map.of()) : sent));
    }

    private Files files(Structure structure, UUID line, String action, Sent sent) {
        return new Files(
                files.of(structure).getOrDefault(line, List.of()).stream()
                        .map(v ->
                                new SheetPage.Kept(
                                        v.withdrawn() == null
                                                ? "/registre/"
                                                        + structure.id()
                                                        + "/fichiers/"
                                                        + v.id()
                                                : null,
                                        v.name(),
                                        FileText.link(v, inspection.label(v.mediaType())),
                                        FileText.added(v),
                                        v.withdrawn() == null
                                                ? null
                                                : FileText.withdrawn(v.withdrawn()),
                                        v.withdrawn() == null
                                                ? action + "/fichiers/" + v.id() + "/retirer"
                                                : null))
                        .toList(),
                action + "/fichiers",
                sent,
                inspection.limit());
    }

    /// Where a line is shown: the page of its meeting, or its part of the sheet.
    static String back(Shape shape, UUID structure, Sent form) {
        var base = "/registre/" + structure;
        var meeting = shape.ofMeeting() ? form.id("meeting_id") : Optional.<UUID>empty();
        return meeting.map(id -> base + "/reunion/" + id)
                .orElse(base + "?partie=" + SheetView.tabOf(shape) + "#" + shape.key());
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
                conflict,
                null);
    }
}
