package fr.maillage.registry.internal.sheet;

import fr.maillage.registry.internal.sheet.Field.Kind;
import java.util.Arrays;
import java.util.List;
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
    EQUIPMENT("equipements", "Équipements partagés", "equipment", Keeper.SHEET, "label, id"),
    SERVICES("services", "Services", "service", Keeper.SHEET, "label, id"),
    FIRST_LINE(
            "premier-recours",
            "Part dans le premier recours",
            "first_line",
            Keeper.SHEET,
            "part, id"),
    MISSIONS("missions", "Missions d’appui", "support_mission", Keeper.SHEET, "mission, id"),
    MEMBERSHIP("adherents", "Structures adhérentes", "membership", Keeper.SHEET, "since, id"),
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
    SEATS("sieges", "Qui est représenté", "seat", Keeper.SHEET, "body_id, represents, id"),
    MEETINGS("reunions", "Réunions", "body_meeting", Keeper.SHEET, "held_on desc, id"),
    AGENDA("ordre-du-jour", "Ordre du jour", "agenda_item", Keeper.SHEET, "rank, id"),
    PARTICIPANTS(
            "participants",
            "Participants",
            "participant",
            Keeper.SHEET,
            "represents, function, id"),
    DECISIONS("decisions", "Décisions", "decision", Keeper.SHEET, "due_on nulls last, id"),
    MEMBERS(
            "membres",
            "Membres des instances",
            "body_member",
            Keeper.INSIDE,
            "body_id, name collate \"fr-x-icu\", id"),
    WATCH("veille", "Veille", "watch_item", Keeper.SHEET, "published_on desc, id"),
    CALLS(
            "appels-a-projet",
            "Appels à projet",
            "call_for_projects",
            Keeper.SHEET,
            "closes_on desc, id"),
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
            "sorted_on, id"),
    REFORM("reforme", "Réforme en deux temps", "reform", Keeper.AGENCY, "id");

    /// Who writes a list.
    enum Keeper {
        /// The structure; the agency when no structure of the installation holds the sheet.
        SHEET,
        /// The agency of the region, for every structure.
        AGENCY,
        /// The structure, which alone reads it.
        INSIDE
    }

    private static final Set<String> SUPPORT =
            Set.of("FEDERATION", "CENTRE_REFERENCE", "STRUCTURE_SPECIALISEE");
    private static final Set<String> NETWORKS = Set.of("RESEAU", "PLATEFORME", "DAC");

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

    /// Whether its lines hang on a meeting, whose page shows them.
    boolean ofMeeting() {
        return has(Kind.MEETING);
    }

    /// What a file of its lines hangs on; null for lists whose lines have none.
    LineFiles.@Nullable On files() {
        return switch (this) {
            case DOCUMENTS -> LineFiles.On.DOCUMENT;
            case AGREEMENTS -> LineFiles.On.AGREEMENT;
            case MEETINGS -> LineFiles.On.MEETING;
            default -> null;
        };
    }

    /// Whether a structure of this kind has such a list: only those that support others have
    /// missions of support, only a federation has members, only networks are sorted and reformed.
    boolean fits(Structure structure) {
        return switch (this) {
            case MISSIONS ->
                    "REGIONAL".equals(structure.level()) || SUPPORT.contains(structure.typeCode());
            case MEMBERSHIP -> structure.typeCode().equals("FEDERATION");
            case REFORM -> NETWORKS.contains(structure.typeCode());
            default -> true;
        };
    }
}
