package fr.maillage.documents.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.RightPapers;
import fr.maillage.documents.Documents;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lists of documents and what a search finds, to each reader what they may see: a document
/// outside their audience is neither listed, counted nor found.
@Component
class DocumentScreens implements Documents, RightPapers {

    private static final int MOST = 1000;
    private static final int FOUND = 50;

    // marks around the words found: no text holds them, control characters are taken out of it
    private static final String HIT = "\u0001";
    private static final String END = "\u0002";

    private final JdbcClient sql;
    private final Clock clock;
    private final Trail trail;

    DocumentScreens(JdbcClient sql, Clock clock, Trail trail) {
        this.sql = sql;
        this.clock = clock;
        this.trail = trail;
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

    static boolean desk(SignedIn who) {
        return who.role() == Role.SECRETARY || who.role().clinical();
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

    static String nature(Stored one) {
        return DocumentsText.nature(one.format(), one.pages(), one.size());
    }
}
