package fr.maillage.portability.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.NotFound;
import fr.maillage.platform.LongWorks;
import fr.maillage.portability.internal.draft.Problem;
import fr.maillage.portability.internal.reading.Cell;
import fr.maillage.portability.internal.reading.Limits;
import fr.maillage.portability.internal.reading.Part;
import fr.maillage.portability.internal.reading.Table;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.WorkbookOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the head of the structure asks of a takeover: try it, decide of a line, start, take back.
/// What lasts is done in the background by [TakeoverWork].
@Service
@Transactional
class TakeoverService {

    private final TakeoverRows takeovers;
    private final PersonRows persons;
    private final Undoing undoing;
    private final TakeoverWork work;
    private final LongWorks works;
    private final Trail trail;
    private final Clock clock;

    TakeoverService(
            TakeoverRows takeovers,
            PersonRows persons,
            Undoing undoing,
            TakeoverWork work,
            LongWorks works,
            Trail trail,
            Clock clock) {
        this.takeovers = takeovers;
        this.persons = persons;
        this.undoing = undoing;
        this.work = work;
        this.works = works;
        this.trail = trail;
        this.clock = clock;
    }

    /// Starts a dry run. Throws [FormRefused] when the columns are not ready.
    void tryIt(UUID id) {
        var takeover = takeovers.lock(id);
        if (!takeover.state().open()) throw refused("columns", PortabilityText.NO_LONGER_OPEN);
        FormRefused.unless(Matcher.obstacles(takeovers.sheets(id), takeover.columns()));
        begin(id, State.A_BLANC);
    }

    /// Says what is to be done of a line that may be somebody known.
    ///
    /// @param patient whom it is, to be attached; null otherwise
    void decide(UUID id, int rank, Decision decision, @Nullable UUID patient) {
        var takeover = takeovers.lock(id);
        var row = persons.lock(id, rank).orElseThrow(() -> new NotFound("ligne", id));
        if (takeover.state() != State.CONTROLEE && takeover.state() != State.TERMINEE)
            throw refused("decision", PortabilityText.NO_LONGER_OPEN);
        if (row.near().isEmpty()
                || row.state() != PersonState.A_DECIDER && row.state() != PersonState.ECARTEE)
            throw refused("decision", PortabilityText.NO_LONGER_OPEN);
        if (decision == Decision.RATTACHER && (patient == null || !row.near().contains(patient)))
            throw refused("decision", ReportText.DECIDE);
        persons.decide(id, rank, decision, decision == Decision.RATTACHER ? patient : null);
    }

    /// Starts taking over the lines that are ready.
    ///
    /// @param resumption no alert about these persons looks further back; null: they look at
    ///   everything
    void start(UUID id, @Nullable LocalDate resumption) {
        var takeover = takeovers.lock(id);
        if (takeover.state() != State.CONTROLEE && takeover.state() != State.TERMINEE)
            throw refused("start", PortabilityText.NO_LONGER_OPEN);
        if (persons.counts(id).ready() == 0) throw refused("start", ReportText.NOTHING_TO_TAKE);
        takeovers.resumption(id, resumption);
        begin(id, State.EN_COURS);
    }

    /// Starts taking back what was taken over. Throws [FormRefused] when somebody was worked on,
    /// unless `others`: then they stay, and the others are taken back.
    void undo(UUID id, boolean others) {
        var takeover = takeovers.lock(id);
        var taken = persons.taken(id);
        if (takeover.state() != State.TERMINEE || taken.isEmpty())
            throw refused("undo", ReportText.NOTHING_TO_UNDO);
        var worked = undoing.worked(taken);
        if (!worked.isEmpty() && (!others || worked.size() == taken.size()))
            throw refused("undo", ReportText.WORKED_ON);
        begin(id, State.ANNULATION);
    }

    /// Nothing of it was taken over, and nothing will be.
    void abandon(UUID id) {
        if (!takeovers.lock(id).state().open())
            throw refused("columns", PortabilityText.NO_LONGER_OPEN);
        takeovers.end(id, State.ABANDONNEE, clock.instant(), SignedIn.current().displayName());
    }

    private void begin(UUID id, State state) {
        var who = SignedIn.current();
        takeovers.begin(id, state, who.accountId(), who.displayName(), clock.instant());
        works.start(work, who.network(), id);
    }

    /// The lines that were not taken over, as they stood in the file, with why: to be corrected and
    /// given back.
    public byte[] refused(UUID id) {
        takeovers.get(id);
        var sheets = takeovers.sheets(id).stream().filter(s -> s.part() != null).toList();
        var refused = persons.refused(id);
        var keys =
                refused.stream()
                        .filter(r -> r.key().startsWith("n:"))
                        .map(PersonRow::key)
                        .collect(Collectors.toSet());
        var bytes = new ByteArrayOutputStream();
        try (var book = new WorkbookOut(bytes)) {
            for (var sheet : sheets) {
                var headings = new ArrayList<>(sheet.headings());
                headings.remove(PortabilityText.REASON);
                int width = headings.size();
                headings.add(PortabilityText.REASON);
                var out = book.sheet(sheet.name(), headings);
                out.width(width, 80);
                var own = new HashMap<Integer, PersonRow>();
                refused.stream()
                        .filter(r -> r.sheet() == sheet.rank())
                        .forEach(r -> own.put(r.line(), r));
                var number = number(takeovers.get(id), sheet);
                for (var line : takeovers.lines(id, sheet.rank(), Limits.LINES)) {
                    var row = own.get(line.number());
                    var linked =
                            sheet.part() != Part.PERSON
                                    && number >= 0
                                    && keys.contains(
                                            "n:"
                                                    + fr.maillage.portability.internal.reading
                                                            .Headings.key(
                                                            line.cells().get(number).text()));
                    if (row == null && !linked) continue;
                    out.line(values(line, width, row == null ? "" : reasons(row, sheet.name())));
                }
                out.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var near = refused.stream().flatMap(r -> r.near().stream()).toList();
        trail.listed("LIGNES REFUSEES", near);
        return bytes.toByteArray();
    }

    private static int number(Takeover takeover, SheetRow sheet) {
        for (int column = 0; column < sheet.headings().size(); column++)
            if (takeover.columns()
                    .getOrDefault(sheet.rank() + ":" + column, "")
                    .equals("FILE_NUMBER")) return column;
        return -1;
    }

    private static List<@Nullable Object> values(Table.Line line, int width, String reason) {
        var values = new ArrayList<@Nullable Object>();
        for (int column = 0; column < width; column++) {
            var cell = column < line.cells().size() ? line.cells().get(column) : Cell.EMPTY;
            values.add(
                    cell.nature() == Cell.Nature.DATE ? LocalDate.parse(cell.text()) : cell.text());
        }
        values.add(reason);
        return values;
    }

    private static String reasons(PersonRow row, String sheet) {
        if (row.state() == PersonState.A_DECIDER) return ReportText.DECIDE;
        return row.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .map(p ->
                        (p.sheet().isEmpty() || p.sheet().equals(sheet)
                                        ? ""
                                        : p.sheet() + ", ligne " + p.line() + "\u00A0: ")
                                + ReportText.of(p))
                .collect(Collectors.joining(" "));
    }

    private static FormRefused refused(String field, String sentence) {
        return new FormRefused(new FormErrors().add(field, sentence));
    }
}
