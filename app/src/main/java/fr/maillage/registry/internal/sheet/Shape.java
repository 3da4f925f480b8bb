package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.sheet.Field.Kind;
import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lists of a sheet. They are edited the same way, so a list is described by its fields and its
/// statement is made from them; columns come from [ShapeFields], never from a form.
public enum Shape {
    THEMES(
            "themes",
            "Besoins suivis",
            "structure_theme",
            Keeper.SHEET,
            "until nulls first, since, id"),
    AREAS(
            "territoire",
            "Territoire déclaré",
            "declared_area",
            Keeper.SHEET,
            "until nulls first, zone_code, commune_code, theme_code, id"),
    HOURS("horaires", "Horaires", "opening", Keeper.SHEET, "weekday, from_time, id"),
    PARTS("lieux", "Pôles et antennes", "part", Keeper.SHEET, "kind desc, name, id"),
    SHARED(
            "mutualise",
            "Fonctions mises en commun",
            "shared_function",
            Keeper.SHEET,
            "function, id"),
    SERVICES("services", "Services", "service", Keeper.SHEET, "label, id"),
    FIRST_LINE(
            "premier-recours",
            "Part dans le premier recours",
            "first_line",
            Keeper.SHEET,
            "part, id"),
    AGREEMENTS("conventions", "Conventions", "agreement", Keeper.SHEET, "signed_on desc, id"),
    EXPECTATIONS(
            "attentes",
            "Ce qu’attend le premier recours",
            "expectation",
            Keeper.SHEET,
            "heard_on desc, id"),
    DOCUMENTS("textes", "Statuts et textes", "document", Keeper.SHEET, "dated_on desc, id"),
    STAFF(
            "personnel",
            "Personnel, en équivalents temps plein",
            "staffing",
            Keeper.SHEET,
            "until nulls first, profession, id"),
    BODIES("instances", "Instances", "body", Keeper.SHEET, "kind, name, id"),
    COLLEGES("colleges", "Collèges et sièges", "college", Keeper.SHEET, "body_id, rank, id"),
    MEETINGS("reunions", "Réunions", "body_meeting", Keeper.SHEET, "held_on desc, id"),
    MEMBERS(
            "membres",
            "Membres des instances",
            "body_member",
            Keeper.INSIDE,
            "body_id, name collate \"fr-x-icu\", id"),
    FIGURES("chiffres", "Chiffres de l’année", "figure", Keeper.SHEET, "year desc, measure, id"),
    TRANSFORMATIONS(
            "transformations",
            "Fusions et transformations",
            "transformation",
            Keeper.AGENCY,
            "on_date desc, id"),
    FINANCING("financements", "Financements", "financing", Keeper.AGENCY, "year desc, fund, id"),
    CLASSIFICATION(
            "tri",
            "Tri du guide et centre de référence",
            "classification",
            Keeper.AGENCY,
            "sorted_on, id");

    /// Who writes a list.
    enum Keeper {
        /// The structure; the agency when no structure of the installation holds the sheet.
        SHEET,
        /// The agency of the region, for every structure.
        AGENCY,
        /// The structure, which alone reads it.
        INSIDE
    }

    private final String key;
    private final String title;
    private final String table;
    private final Keeper keeper;
    private final String order;
    private final List<Field> fields;

    Shape(String key, String title, String table, Keeper keeper, String order) {
        this.key = key;
        this.title = title;
        this.table = table;
        this.keeper = keeper;
        this.order = order;
        this.fields = ShapeFields.of(name());
    }

    static Optional<Shape> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    /// Its part of an address.
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    String table() {
        return table;
    }

    Keeper keeper() {
        return keeper;
    }

    String order() {
        return order;
    }

    public List<Field> fields() {
        return fields;
    }

    boolean has(Kind kind) {
        return fields.stream().anyMatch(f -> f.kind() == kind);
    }

    /// What several fields say together.
    void check(Map<String, @Nullable Object> values, FormErrors errors) {
        for (var start : List.of("since", "signed_on", "dated_on"))
            for (var end : Set.of("until", "valid_until"))
                if (values.get(start) instanceof LocalDate from
                        && values.get(end) instanceof LocalDate to
                        && to.isBefore(from)) errors.add(end, SheetText.UNTIL);
        if (values.get("from_time") instanceof LocalTime from
                && values.get("to_time") instanceof LocalTime to
                && !to.isAfter(from)) errors.add("to_time", SheetText.UNTIL);
        if (values.get("age_from") instanceof Integer from
                && values.get("age_to") instanceof Integer to
                && to < from) errors.add("age_to", SheetText.AGES);
        if (this == AREAS
                && (values.get("zone_code") == null) == (values.get("commune_code") == null)
                && errors.of("commune_code") == null) errors.add("zone_code", SheetText.PLACE);
        if (this == AGREEMENTS
                && values.get("partner_id") == null
                && values.get("partner_name") == null) errors.add("partner_id", SheetText.PARTNER);
        if (this == EXPECTATIONS) expectation(values, errors);
        if (values.get("year") instanceof Integer year && year < 1990)
            errors.add("year", SheetText.YEAR);
        if (values.get("fte") instanceof java.math.BigDecimal fte && fte.signum() == 0)
            errors.add("fte", SheetText.ABOVE_ZERO);
    }

    private static void expectation(Map<String, @Nullable Object> values, FormErrors errors) {
        if ("A_ETUDIER".equals(values.get("answer"))) return;
        if (values.get("answered") == null) errors.add("answered", SheetText.ANSWER);
        if (values.get("answered_on") == null) errors.add("answered_on", SheetText.ANSWERED);
        else if (values.get("heard_on") instanceof LocalDate heard
                && values.get("answered_on") instanceof LocalDate answered
                && answered.isBefore(heard)) errors.add("answered_on", SheetText.BEFORE_HEARD);
    }
}
