package fr.maillage.documents.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.RightPapers;
import fr.maillage.casefile.Rights;
import fr.maillage.documents.Documents;
import fr.maillage.documents.internal.DepositPage.Choice;
import fr.maillage.documents.internal.Reception.Turned;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import fr.maillage.web.TrayCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of documents show, to each reader what they may see: a document outside their
/// audience is neither listed, counted nor found.
@Component
class DocumentScreens implements Documents, RightPapers, TrayCount {

    private static final int MOST = 1000;
    private static final int FOUND = 50;
    private static final int WAITING = 200;
    private static final Duration LONG = Duration.ofDays(7);

    // marks around the words found: no text holds them, control characters are taken out of it
    private static final String HIT = "\u0001";
    private static final String END = "\u0002";

    private final JdbcClient sql;
    private final Clock clock;
    private final Patients patients;
    private final Trail trail;
    private final Rights rights;
    private final Inspector inspector;

    DocumentScreens(
            JdbcClient sql,
            Clock clock,
            Patients patients,
            Trail trail,
            Rights rights,
            Inspector inspector) {
        this.sql = sql;
        this.clock = clock;
        this.patients = patients;
        this.trail = trail;
        this.rights = rights;
        this.inspector = inspector;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Shown> of(OpenFile file, int limit) {
        return stored(file, Sight.of(file, SignedIn.current(), clock.instant()), false).stream()
                .limit(limit)
                .map(one ->
                        new Shown(
                                "/documents/" + one.id(),
                                one.type().label(),
                                one.title(),
                                date(one)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(OpenFile file, UUID right) {
        return stored(file, Sight.of(file, SignedIn.current(), clock.instant()), false).stream()
                .filter(one -> right.equals(one.right()))
                .map(one -> new Paper("/documents/" + one.id(), one.title(), date(one)))
                .toList();
    }

    @Override
    public Tray tray() {
        return Tray.DOCUMENTS;
    }

    @Override
    @Transactional(readOnly = true)
    public int waiting() {
        return sql.sql(
                        "select count(*) from documents.document where patient_id is null and removed_at is null")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /// The documents of a file; of one type when `type` is a code.
    @Transactional(readOnly = true)
    public ListPage list(OpenFile file, String type) {
        var who = SignedIn.current();
        var sight = Sight.of(file, who, clock.instant());
        var all = stored(file, sight, false);
        var here = "/dossiers/" + file.patient() + "/documents";
        var chosen = DocumentType.find(type).orElse(null);
        var tiles = new ArrayList<ListPage.Tile>();
        tiles.add(new ListPage.Tile(here, "files", all.size(), "tous", chosen == null));
        for (var one : DocumentType.values()) {
            var count = (int) all.stream().filter(d -> d.type() == one).count();
            if (count > 0 || one == chosen)
                tiles.add(
                        new ListPage.Tile(
                                here + "?type=" + one.name(),
                                one.icon(),
                                count,
                                one.label().toLowerCase(java.util.Locale.FRENCH),
                                one == chosen));
        }
        var clinical = who.role().clinical();
        return new ListPage(
                file.banner(),
                tiles,
                all.stream()
                        .filter(d -> chosen == null || d.type() == chosen)
                        .map(d -> line(d, clinical))
                        .toList(),
                clinical
                        ? stored(file, sight, true).stream().map(d -> line(d, true)).toList()
                        : List.of(),
                desk(who),
                null,
                null);
    }

    /// The documents of a file that hold the words typed.
    @Transactional(readOnly = true)
    public ListPage search(OpenFile file, String typed) {
        var who = SignedIn.current();
        var sight = Sight.of(file, who, clock.instant());
        var page = list(file, "");
        var found = found(typed, sight, file.patient());
        var clinical = who.role().clinical();
        return new ListPage(
                file.banner(),
                page.tiles(),
                found.map(list -> list.stream().map(f -> line(f, clinical, false)).toList())
                        .orElse(List.of()),
                List.of(),
                page.mayAdd(),
                typed,
                sentence(found));
    }

    /// Over the files of the structure; the list leaves its line in the trail.
    @Transactional
    public FoundPage everywhere(String typed) {
        var who = SignedIn.current();
        if (typed.isBlank()) return new FoundPage(typed, null, List.of());
        var found = found(typed, Sight.ofTeam(who, clock.instant()), null);
        var lines = found.orElse(List.of());
        trail.listed(
                "RECHERCHE DE DOCUMENTS",
                lines.stream()
                        .flatMap(f -> Optional.ofNullable(f.document().patient()).stream())
                        .toList());
        return new FoundPage(
                typed,
                sentence(found),
                lines.stream().map(f -> line(f, who.role().clinical(), true)).toList());
    }

    private static String sentence(Optional<List<Found>> found) {
        return found.map(list -> DocumentsText.found(list.size(), list.size() == FOUND))
                .orElse(DocumentsText.COMMON_WORDS);
    }

    /// The documents the person may read.
    @Transactional(readOnly = true)
    public MyDocumentsPage mine(OpenFile file) {
        return new MyDocumentsPage(
                stored(file, Sight.of(file, SignedIn.current(), clock.instant()), false).stream()
                        .map(d -> line(d, false))
                        .toList());
    }

    /// The form to add documents to a file, or to the tray when `file` is null.
    DepositPage deposit(
            @Nullable OpenFile file,
            DepositForm form,
            FormErrors errors,
            List<DepositPage.Kept> kept,
            List<Turned> turned) {
        var back =
                file == null
                        ? "/documents/a-classer"
                        : "/dossiers/" + file.patient() + "/documents";
        return new DepositPage(
                file == null ? null : file.banner(),
                back,
                back,
                form,
                errors,
                types(),
                marks(),
                file == null ? List.of() : rights(file.patient()),
                file != null && SignedIn.current().role().clinical(),
                DocumentsText.size(inspector.limit()),
                inspector.limit(),
                inspector.checksViruses()
                        ? DocumentsText.WITH_ANTIVIRUS
                        : DocumentsText.NO_ANTIVIRUS,
                !inspector.checksViruses(),
                kept,
                turned.stream().map(t -> DocumentsText.of(t.name(), t.why())).toList());
    }

    /// What waits in the tray, longest first.
    @Transactional(readOnly = true)
    public WaitingPage tray(DepositPage deposit) {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var lines =
                sql
                        .sql(
                                "select "
                                        + Stored.COLUMNS
                                        + Stored.FROM
                                        + """
                                         where d.patient_id is null and d.removed_at is null order by d.deposited_at, d.id limit :limit
                                        """)
                        .param("limit", WAITING)
                        .query(Stored::of)
                        .list()
                        .stream()
                        .map(d ->
                                new WaitingPage.Waiting(
                                        "/documents/" + d.id(),
                                        d.title(),
                                        nature(d),
                                        d.depositedBy(),
                                        FrenchDates.relative(d.depositedAt(), today),
                                        FrenchDates.exact(d.depositedAt()),
                                        d.depositedAt().isBefore(now.minus(LONG)),
                                        d.source() == null ? "" : d.source()))
                        .toList();
        var count = waiting();
        return new WaitingPage(lines, DocumentsText.waiting(count), count > lines.size(), deposit);
    }

    /// Persons near what was typed, to file a document to; leaves a line in the trail.
    DocumentPage.Filing filing(String typed, String chosen) {
        if (typed.isBlank()) return new DocumentPage.Filing(typed, false, List.of(), chosen);
        var near = patients.near(typed, 10);
        trail.listed("PERSONNES PROCHES", near.stream().map(n -> n.id().value()).toList());
        var today = LocalDate.now(clock);
        return new DocumentPage.Filing(
                typed,
                true,
                near.stream()
                        .map(n ->
                                new DocumentPage.Person(
                                        n.id().toString(),
                                        n.displayName(),
                                        detail(
                                                n.birthDate(),
                                                n.communeName(),
                                                n.deceasedOn(),
                                                today)))
                        .toList(),
                chosen);
    }

    private static String detail(
            @Nullable LocalDate birth,
            @Nullable String commune,
            @Nullable LocalDate died,
            LocalDate today) {
        var words = new ArrayList<String>();
        if (birth != null) words.add(FrenchDates.numeric(birth));
        if (birth != null && died == null) words.add(FrenchDates.age(birth, today));
        if (commune != null) words.add(commune);
        if (died != null) words.add("décédé(e) le " + FrenchDates.date(died));
        return String.join(", ", words);
    }

    /// A version of a document.
    record Version(
            int number,
            UUID content,
            String fileName,
            @Nullable String why,
            Instant at,
            String by,
            Format format,
            long size) {}

    /// Every version, latest first.
    @Transactional(readOnly = true)
    public List<Version> versions(UUID document) {
        return sql.sql(
                        """
                        select v.number, v.content_id, v.file_name, v.why, v.added_at, v.added_by_name, c.media_type, c.size
                        from documents.version v
                        join documents.content c on c.network_id = v.network_id and c.id = v.content_id
                        where v.document_id = :id order by v.number desc
                        """)
                .param("id", document)
                .query((row, _) ->
                        new Version(
                                row.getInt("number"),
                                row.getObject("content_id", UUID.class),
                                row.getString("file_name"),
                                row.getString("why"),
                                row.getTimestamp("added_at").toInstant(),
                                row.getString("added_by_name"),
                                Format.of(row.getString("media_type")),
                                row.getLong("size")))
                .list();
    }

    /// The page of one document.
    ///
    /// @param file null in the tray
    /// @param number the version looked at
    /// @param state of its content, just compared
    @Transactional(readOnly = true)
    public DocumentPage page(
            Stored one,
            @Nullable OpenFile file,
            int number,
            String state,
            DepositForm form,
            FormErrors errors,
            @Nullable String conflict,
            String open,
            DocumentPage.@Nullable Filing filing) {
        var who = SignedIn.current();
        var role = who.role();
        var team = desk(who);
        var today = LocalDate.now(clock);
        var versions = versions(one.id());
        var looked = versions.stream().filter(v -> v.number() == number).findFirst().orElseThrow();
        var at =
                "/documents/"
                        + one.id()
                        + "/contenu"
                        + (number == one.shown() ? "" : "?version=" + number);
        var removedAt = one.removedAt();
        var broken = DocumentsText.state(state);
        return new DocumentPage(
                one.id().toString(),
                role == Role.PATIENT || file == null ? null : file.banner(),
                role == Role.PATIENT
                        ? "/mon-plan/documents"
                        : file == null
                                ? "/documents/a-classer"
                                : "/dossiers/" + file.patient() + "/documents",
                role == Role.PATIENT || file != null ? "Tous les documents" : "À classer",
                one.title(),
                one.type().label(),
                one.type().icon(),
                facts(one, looked, role),
                broken != null || one.removed()
                        ? ""
                        : looked.format() == Format.PDF
                                ? "pdf"
                                : looked.format().image() ? "image" : "",
                broken,
                at,
                at + (number == one.shown() ? "?" : "&") + "enregistrer",
                number == one.shown()
                        ? null
                        : "Vous lisez la version\u00A0"
                                + number
                                + ". La version affichée est la\u00A0"
                                + one.shown()
                                + ".",
                role.team() ? DocumentsText.text(one.textState()) : null,
                role == Role.PATIENT || role == Role.PROFESSIONAL && versions.size() < 2
                        ? List.of()
                        : versions.stream()
                                .map(v ->
                                        new DocumentPage.Version(
                                                "/documents/"
                                                        + one.id()
                                                        + (v.number() == one.shown()
                                                                ? ""
                                                                : "?version=" + v.number()),
                                                "Version\u00A0" + v.number(),
                                                FrenchDates.shortDay(
                                                        LocalDate.ofInstant(
                                                                v.at(), FrenchDates.PARIS),
                                                        today),
                                                FrenchDates.exact(v.at()),
                                                v.by(),
                                                v.why(),
                                                v.fileName(),
                                                v.number() == one.shown(),
                                                v.number() == number))
                                .toList(),
                removedAt == null
                        ? null
                        : DocumentsText.removedWhy(
                                FrenchDates.date(LocalDate.ofInstant(removedAt, FrenchDates.PARIS)),
                                String.valueOf(one.removedBy()),
                                String.valueOf(one.removedWhy())),
                team && !one.removed(),
                role.clinical() && file != null,
                role.clinical() && one.removed(),
                team && file != null && !one.removed(),
                one.version(),
                form,
                errors,
                conflict,
                open,
                types(),
                marks(),
                file == null ? List.of() : rights(file.patient()),
                DocumentsText.size(inspector.limit()),
                inspector.limit(),
                one.removed() ? null : filing);
    }

    /// What stands in the form that describes a document.
    static DepositForm formOf(Stored one) {
        return new DepositForm(
                one.type().name(),
                one.title(),
                DepositForm.field(one.dated()),
                one.source() == null ? "" : one.source(),
                !java.util.Set.copyOf(one.audience()).equals(one.type().audience()),
                one.audience(),
                one.right() == null ? "" : one.right().toString(),
                "",
                one.version());
    }

    private List<DocumentPage.Fact> facts(Stored one, Version looked, Role role) {
        var facts = new ArrayList<DocumentPage.Fact>();
        var dated = one.dated();
        var source = one.source();
        var filedAt = one.filedAt();
        if (dated != null)
            facts.add(new DocumentPage.Fact("Date du document", FrenchDates.date(dated)));
        if (source != null) facts.add(new DocumentPage.Fact("Envoyé par", source));
        facts.add(
                new DocumentPage.Fact(
                        "Fichier",
                        DocumentsText.nature(
                                looked.format(),
                                looked.number() == one.shown() ? one.pages() : null,
                                looked.size())));
        if (role == Role.PATIENT) return facts;
        facts.add(
                new DocumentPage.Fact(
                        "Déposé",
                        FrenchDates.exact(one.depositedAt()) + ", par " + one.depositedBy()));
        if (filedAt != null && !filedAt.equals(one.depositedAt()))
            facts.add(
                    new DocumentPage.Fact(
                            "Classé", FrenchDates.exact(filedAt) + ", par " + one.filedBy()));
        if (one.patient() != null && one.right() != null && role.team())
            rights.of(new PatientId(one.patient())).stream()
                    .filter(right -> right.id().equals(one.right()))
                    .forEach(right -> facts.add(new DocumentPage.Fact("Pièce de", right.words())));
        if (one.patient() != null && role.team())
            facts.add(
                    new DocumentPage.Fact(
                            "Qui peut le lire", DocumentsText.audience(one.audience())));
        return facts;
    }

    private static boolean desk(SignedIn who) {
        return who.role() == Role.SECRETARY || who.role().clinical();
    }

    static List<Choice> types() {
        return Arrays.stream(DocumentType.values())
                .map(type ->
                        new Choice(
                                type.name(),
                                type.label(),
                                DocumentsText.audience(Audience.of(type.audience()))))
                .toList();
    }

    private List<Choice> rights(PatientId patient) {
        return rights.of(patient).stream()
                .map(right -> new Choice(right.id().toString(), right.words(), ""))
                .toList();
    }

    static List<Choice> marks() {
        return Audience.MARKS.stream()
                .map(mark -> new Choice(mark, DocumentsText.mark(mark), ""))
                .toList();
    }

    private List<Stored> stored(OpenFile file, Sight sight, boolean removed) {
        return sight.in(
                        sql.sql(
                                        "select "
                                                + Stored.COLUMNS
                                                + Stored.FROM
                                                + " where d.patient_id = :patient and (d.removed_at is not null) = :removed and "
                                                + Sight.SEEN
                                                + " order by coalesce(d.dated_on, cast(d.deposited_at as date)) desc, d.id desc limit :limit")
                                .param("patient", file.patient().value())
                                .param("removed", removed)
                                .param("limit", MOST))
                .query(Stored::of)
                .list();
    }

    private record Found(Stored document, @Nullable String person, String extract) {}

    /// Documents shown that hold all the words typed, latest first; empty when the words are too
    /// common to search. The rights are in the statement: what a reader may not see is not found.
    private Optional<List<Found>> found(String typed, Sight sight, @Nullable PatientId patient) {
        var lexemes =
                sql.sql(
                                "select unnest(tsvector_to_array(to_tsvector('documents.fr', :typed))) as lexeme")
                        .param("typed", typed)
                        .query((row, _) -> row.getString("lexeme"))
                        .list();
        if (lexemes.isEmpty()) return Optional.empty();
        return Optional.of(
                sight.in(
                                sql.sql(
                                                """
                                                with hit as (
                                                  select w.network_id, w.document_id from documents.word w
                                                  where w.lexeme = any (cast(:lexemes as text[]))
                                                  group by w.network_id, w.document_id having count(*) = :count
                                                ), seen as (
                                                  select d.network_id, d.id from hit
                                                  join documents.document d on d.network_id = hit.network_id and d.id = hit.document_id
                                                  where d.removed_at is null and d.patient_id is not null
                                                    and (cast(:patient as uuid) is null or d.patient_id = cast(:patient as uuid)) and
                                                """
                                                        + Sight.SEEN
                                                        + """
                                                          order by coalesce(d.dated_on, cast(d.deposited_at as date)) desc, d.id desc limit :limit
                                                        )
                                                        select i.display_name,
                                                          ts_headline('documents.fr', left(coalesce(c.body, ''), 100000), plainto_tsquery('documents.fr', :typed),
                                                            'StartSel="'||chr(1)||'", StopSel="'||chr(2)||'", MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "') as extract,
                                                        """
                                                        + Stored.COLUMNS
                                                        + Stored.FROM
                                                        + """
                                                        join seen on seen.network_id = d.network_id and seen.id = d.id
                                                        join patient.identity i on i.network_id = d.network_id and i.id = d.patient_id
                                                        order by coalesce(d.dated_on, cast(d.deposited_at as date)) desc, d.id desc
                                                        """)
                                        .param("lexemes", array(lexemes))
                                        .param("count", lexemes.size())
                                        .param(
                                                "patient",
                                                patient == null ? null : patient.value().toString())
                                        .param("typed", typed)
                                        .param("limit", FOUND))
                        .query((row, number) ->
                                new Found(
                                        Stored.of(row, number),
                                        row.getString("display_name"),
                                        row.getString("extract")))
                        .list());
    }

    private static String array(List<String> words) {
        return words.stream()
                .map(w -> '"' + w.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private Line line(Found found, boolean clinical, boolean named) {
        var line = line(found.document(), clinical);
        return new Line(
                line.href(),
                line.type(),
                line.icon(),
                line.title(),
                line.date(),
                line.exact(),
                line.source(),
                line.nature(),
                line.audience(),
                line.broken(),
                line.noText(),
                pieces(found.extract()),
                named ? found.person() : null,
                named ? "/dossiers/" + found.document().patient() : null,
                null);
    }

    private Line line(Stored one, boolean clinical) {
        var removedAt = one.removedAt();
        return new Line(
                "/documents/" + one.id(),
                one.type().label(),
                one.type().icon(),
                one.title(),
                date(one),
                FrenchDates.exact(one.depositedAt()),
                one.source(),
                nature(one),
                clinical ? DocumentsText.audience(one.audience()) : null,
                DocumentsText.stateShort(one.state()),
                one.textState().equals("SANS_TEXTE") ? DocumentsText.NO_TEXT : null,
                List.of(),
                null,
                null,
                removedAt == null
                        ? null
                        : DocumentsText.removedWhy(
                                FrenchDates.date(LocalDate.ofInstant(removedAt, FrenchDates.PARIS)),
                                String.valueOf(one.removedBy()),
                                String.valueOf(one.removedWhy())));
    }

    /// An extract cut at its marks; nothing when no word of it was found (the title had them).
    static List<Line.Piece> pieces(String extract) {
        if (!extract.contains(HIT)) return List.of();
        var pieces = new ArrayList<Line.Piece>();
        for (var part : extract.replaceAll("\\s+", " ").split(HIT)) {
            var end = part.indexOf(END);
            if (end < 0) {
                if (!part.isEmpty()) pieces.add(new Line.Piece(part, false));
            } else {
                pieces.add(new Line.Piece(part.substring(0, end), true));
                if (end + 1 < part.length())
                    pieces.add(new Line.Piece(part.substring(end + 1), false));
            }
        }
        return pieces;
    }

    private String date(Stored one) {
        var dated = one.dated();
        var today = LocalDate.now(clock);
        return dated != null
                ? FrenchDates.shortDay(dated, today)
                : "reçu "
                        + FrenchDates.shortDay(
                                LocalDate.ofInstant(one.depositedAt(), FrenchDates.PARIS), today);
    }

    private static String nature(Stored one) {
        return DocumentsText.nature(one.format(), one.pages(), one.size());
    }
}
