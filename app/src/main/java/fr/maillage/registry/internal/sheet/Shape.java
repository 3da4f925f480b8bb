package fr.maillage.registry.internal.sheet;

import static fr.maillage.registry.internal.sheet.Field.choice;
import static fr.maillage.registry.internal.sheet.Field.of;

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
/// statement is made from them; columns come from here, never from a form.
public enum Shape {
    THEMES(
            "themes",
            "Besoins suivis",
            "structure_theme",
            Keeper.SHEET,
            "until nulls first, since, id",
            of("theme_code", "Thème", Kind.THEME).needed(),
            of("age_from", "Âge, à partir de", Kind.NUMBER).most(120),
            of("age_to", "Âge, jusqu’à", Kind.NUMBER).most(120),
            of("priority", "Qui vient d’abord", Kind.TEXT),
            of("since", "Depuis", Kind.DAY).needed(),
            of("until", "Jusqu’au", Kind.DAY)),
    AREAS(
            "territoire",
            "Territoire déclaré",
            "declared_area",
            Keeper.SHEET,
            "until nulls first, zone_code, commune_code, theme_code, id",
            of("zone_code", "Zone", Kind.ZONE),
            of("commune_code", "Commune", Kind.COMMUNE)
                    .hint("Son nom, et son code postal s’il y en a plusieurs."),
            of("theme_code", "Pour le thème", Kind.THEME)
                    .hint("Aucun : pour tous ceux de la fiche."),
            choice("status", "État", SheetText.STATUSES),
            choice("certainty", "Lecture", SheetText.CERTAINTIES),
            of("since", "Depuis", Kind.DAY).needed(),
            of("until", "Jusqu’au", Kind.DAY),
            of("note", "Précision", Kind.TEXT),
            of("source", "Source", Kind.TEXT)),
    HOURS(
            "horaires",
            "Horaires",
            "opening",
            Keeper.SHEET,
            "weekday, from_time, id",
            new Field("weekday", "Jour", Kind.WEEKDAY, true, 7, SheetText.WEEKDAYS, null),
            of("from_time", "De", Kind.TIME).needed(),
            of("to_time", "À", Kind.TIME).needed()),
    PARTS(
            "lieux",
            "Pôles et antennes",
            "part",
            Keeper.SHEET,
            "kind desc, name, id",
            choice("kind", "Sorte", SheetText.PARTS),
            of("name", "Nom", Kind.TEXT).needed(),
            of("activities", "Activités", Kind.AREA).most(1000),
            of("commune_code", "Commune", Kind.COMMUNE),
            of("address", "Adresse", Kind.TEXT),
            of("phone", "Téléphone", Kind.PHONE),
            of("comes_from", "Issu de", Kind.STRUCTURE),
            of("since", "Depuis", Kind.DAY),
            of("until", "Jusqu’au", Kind.DAY),
            of("source", "Source", Kind.TEXT)),
    SHARED(
            "mutualise",
            "Fonctions mises en commun",
            "shared_function",
            Keeper.SHEET,
            "function, id",
            choice("function", "Fonction", SheetText.FUNCTIONS),
            of("words", "Précision", Kind.TEXT),
            of("shared_with", "Avec", Kind.TEXT).hint("Rien : entre ses pôles."),
            of("since", "Depuis", Kind.DAY),
            of("until", "Jusqu’au", Kind.DAY),
            of("source", "Source", Kind.TEXT)),
    SERVICES(
            "services",
            "Services",
            "service",
            Keeper.SHEET,
            "label, id",
            of("label", "Service", Kind.TEXT).needed(),
            of("audience", "Pour qui", Kind.TEXT),
            of("pole", "Pôle", Kind.TEXT),
            of("since", "Depuis", Kind.DAY),
            of("until", "Jusqu’au", Kind.DAY),
            of("source", "Source", Kind.TEXT)),
    FIRST_LINE(
            "premier-recours",
            "Part dans le premier recours",
            "first_line",
            Keeper.SHEET,
            "part, id",
            choice("part", "Quoi", SheetText.FIRST_LINE),
            of("takes_part", "Y prend part", Kind.CHECK),
            of("words", "Comment", Kind.TEXT),
            of("since", "Depuis", Kind.DAY),
            of("until", "Jusqu’au", Kind.DAY)),
    AGREEMENTS(
            "conventions",
            "Conventions",
            "agreement",
            Keeper.SHEET,
            "signed_on desc, id",
            choice("kind", "Sorte", SheetText.AGREEMENTS),
            of("title", "Objet", Kind.TEXT).needed(),
            of("partner_id", "Avec", Kind.STRUCTURE),
            of("partner_name", "Avec, hors du registre", Kind.TEXT),
            of("we_do", "Ce que fait la structure", Kind.AREA).needed().most(2000),
            of("they_do", "Ce que fait l’autre", Kind.AREA).needed().most(2000),
            of("expected", "Ce que l’autre attend", Kind.AREA).most(2000),
            of("signed_on", "Signée le", Kind.DAY).needed(),
            of("until", "Jusqu’au", Kind.DAY),
            of("public", "Publique", Kind.CHECK)),
    DOCUMENTS(
            "textes",
            "Statuts et textes",
            "document",
            Keeper.SHEET,
            "dated_on desc, id",
            choice("kind", "Sorte", SheetText.DOCUMENTS),
            of("title", "Titre", Kind.TEXT).needed(),
            of("dated_on", "Du", Kind.DAY).needed(),
            of("valid_until", "Valable jusqu’au", Kind.DAY),
            of("kept_at", "Où il est gardé", Kind.TEXT),
            of("link", "Adresse", Kind.LINK),
            of("public", "Public", Kind.CHECK)),
    STAFF(
            "personnel",
            "Personnel, en équivalents temps plein",
            "staffing",
            Keeper.SHEET,
            "until nulls first, profession, id",
            of("profession", "Profession", Kind.TEXT).needed(),
            choice("status", "Statut", SheetText.STAFF),
            of("fte", "ETP", Kind.DECIMAL).needed().most(9999),
            of("since", "Depuis", Kind.DAY).needed(),
            of("until", "Jusqu’au", Kind.DAY),
            of("source", "Source", Kind.TEXT)),
    BODIES(
            "instances",
            "Instances",
            "body",
            Keeper.SHEET,
            "kind, name, id",
            choice("kind", "Instance", SheetText.BODIES),
            of("name", "Nom", Kind.TEXT).needed(),
            of("mission", "Rôle", Kind.AREA).most(1000),
            of("since", "Depuis", Kind.DAY),
            of("until", "Jusqu’au", Kind.DAY),
            of("source", "Source", Kind.TEXT)),
    COLLEGES(
            "colleges",
            "Collèges et sièges",
            "college",
            Keeper.SHEET,
            "body_id, rank, id",
            of("body_id", "Instance", Kind.BODY).needed(),
            of("name", "Collège", Kind.TEXT).needed(),
            of("seats", "Sièges", Kind.NUMBER).most(999),
            of("of_users", "Représente les usagers", Kind.CHECK),
            new Field("rank", "Rang", Kind.NUMBER, true, 999, Map.of(), null)),
    MEETINGS(
            "reunions",
            "Réunions",
            "body_meeting",
            Keeper.SHEET,
            "held_on desc, id",
            of("body_id", "Instance", Kind.BODY).needed(),
            of("held_on", "Le", Kind.DAY).needed(),
            of("subject", "Sujet", Kind.TEXT).needed(),
            of("attended", "Présents", Kind.NUMBER).most(9999),
            of("functions", "Fonctions présentes", Kind.TEXT).hint("Des fonctions, pas de noms."),
            of("decided", "Décidé", Kind.AREA).most(2000)),
    MEMBERS(
            "membres",
            "Membres des instances",
            "body_member",
            Keeper.INSIDE,
            "body_id, name collate \"fr-x-icu\", id",
            of("body_id", "Instance", Kind.BODY).needed(),
            of("college_id", "Collège", Kind.COLLEGE),
            of("name", "Nom", Kind.TEXT).needed(),
            of("function", "Fonction", Kind.TEXT),
            of("since", "Depuis", Kind.DAY).needed(),
            of("until", "Jusqu’au", Kind.DAY)),
    FIGURES(
            "chiffres",
            "Chiffres de l’année",
            "figure",
            Keeper.SHEET,
            "year desc, measure, id",
            of("year", "Année", Kind.NUMBER).needed().most(2100),
            choice("measure", "Quoi", SheetText.MEASURES),
            of("value", "Nombre", Kind.DECIMAL).needed().most(999_999_999),
            of("note", "Précision", Kind.TEXT),
            of("source", "Source", Kind.TEXT).needed()),
    TRANSFORMATIONS(
            "transformations",
            "Fusions et transformations",
            "transformation",
            Keeper.AGENCY,
            "on_date desc, id",
            of("former_id", "Était", Kind.STRUCTURE).needed(),
            choice("kind", "Par", SheetText.TRANSFORMATIONS),
            of("on_date", "Le", Kind.DAY).needed(),
            of("approximate", "Jour non donné par la source", Kind.CHECK),
            of("words", "Précision", Kind.TEXT),
            of("source", "Source", Kind.TEXT).needed()),
    FINANCING(
            "financements",
            "Financements",
            "financing",
            Keeper.AGENCY,
            "year desc, fund, id",
            of("year", "Année", Kind.NUMBER).needed().most(2100),
            choice("fund", "Fonds", SheetText.FUNDS),
            of("theme_code", "Thème", Kind.THEME),
            of("amount", "Montant", Kind.MONEY).needed(),
            of("note", "Précision", Kind.TEXT),
            of("source", "Source", Kind.TEXT).needed()),
    CLASSIFICATION(
            "tri",
            "Tri du guide et centre de référence",
            "classification",
            Keeper.AGENCY,
            "sorted_on, id",
            choice("guide_type", "Type", SheetText.GUIDE_TYPES),
            known("includes_patients", "Inclut directement des patients"),
            known("rare_expertise", "Expertise rare, errance constatée"),
            known("complex_care", "Prise en charge complexe"),
            known("skills_exist", "Compétences et équipements préexistants"),
            of("prevalence", "Prévalence, pour 100 000 personnes", Kind.DECIMAL).most(100_000),
            known("rare_form", "Forme rare d’une maladie fréquente"),
            known("dedicated_plan", "Plan de santé dédié"),
            of("words", "Précision", Kind.TEXT),
            of("sorted_on", "Le", Kind.DAY).needed(),
            of("source", "Source", Kind.TEXT));

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

    Shape(String key, String title, String table, Keeper keeper, String order, Field... fields) {
        this.key = key;
        this.title = title;
        this.table = table;
        this.keeper = keeper;
        this.order = order;
        this.fields = List.of(fields);
    }

    private static Field known(String column, String label) {
        return new Field(column, label, Kind.KNOWN, false, 10, SheetText.KNOWN, null);
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
        if (values.get("year") instanceof Integer year && year < 1990)
            errors.add("year", SheetText.YEAR);
        if (values.get("fte") instanceof java.math.BigDecimal fte && fte.signum() == 0)
            errors.add("fte", SheetText.ABOVE_ZERO);
    }
}
