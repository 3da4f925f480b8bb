package fr.maillage.portability.internal.draft;

import fr.maillage.careplan.Recurrence;
import fr.maillage.casefile.TakingOver;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Rpps;
import fr.maillage.portability.internal.draft.Draft.Act;
import fr.maillage.portability.internal.draft.Draft.Person;
import fr.maillage.portability.internal.draft.Draft.Situation;
import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.reading.CodeSet;
import fr.maillage.portability.internal.reading.Codes;
import fr.maillage.portability.internal.reading.Field;
import fr.maillage.portability.internal.reading.Headings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What belongs to a person: those around them, what is to be done, their rights.
final class Belongings {

    private static final Set<String> ALONE = Set.of("MEDECIN_TRAITANT", "PERSONNE_DE_CONFIANCE");

    private Person person;
    private final Situation situation;
    private final Known known;
    private final LocalDate today;
    private final List<Problem> problems;
    private final List<TakingOver.Member> circle = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<TakingOver.Right> rights = new ArrayList<>();
    private final Set<String> openRights = new HashSet<>();

    Belongings(
            Person person,
            Situation situation,
            Known known,
            LocalDate today,
            List<Problem> problems) {
        this.person = person;
        this.situation = situation;
        this.known = known;
        this.today = today;
        this.problems = problems;
    }

    Person person() {
        return person;
    }

    LocalDate today() {
        return today;
    }

    List<TakingOver.Member> circle() {
        return circle;
    }

    List<Act> acts() {
        return acts;
    }

    List<TakingOver.Right> rights() {
        return rights;
    }

    void member(Columns cells, int rank) {
        if (!cells.has(Field.C_NAME, rank)) return;
        var name = cells.text(Field.C_NAME, rank);
        if (name.isEmpty()) {
            if (!cells.text(Field.C_PROFESSION, rank).isEmpty())
                cells.say(Severity.WARNING, Field.C_NAME, rank, LineText.MEMBER_WITHOUT_NAME);
            return;
        }
        if (name.length() > 200) {
            cells.say(Severity.ERROR, Field.C_NAME, rank, LineText.TOO_LONG);
            return;
        }
        var number = cells.text(Field.C_RPPS, rank).replaceAll("\\s", "");
        var found =
                number.isEmpty()
                        ? cells.code(Field.C_NAME, rank).flatMap(known.directory()::find)
                        : Rpps.parse(number).map(Rpps::value).flatMap(known.directory()::find);
        if (!number.isEmpty() && found.isEmpty())
            cells.say(Severity.WARNING, Field.C_RPPS, rank, LineText.UNKNOWN_RPPS);
        var relation = cells.orNull(Field.C_RELATION, rank);
        var role =
                cells.code(Field.C_ROLE, rank)
                        .orElse(relation != null && found.isEmpty() ? "PROCHE" : "INTERVENANT");
        if (role.equals("MEDECIN_TRAITANT")) {
            attending(found.map(p -> p.displayName()).orElse(name), found.map(p -> p.rpps()));
            return;
        }
        if (ALONE.contains(role)) {
            var alone = role;
            if (circle.stream().anyMatch(m -> m.role().equals(alone))) {
                cells.say(Severity.WARNING, Field.C_ROLE, rank, LineText.ONE_OF_TRUST);
                role = "PROCHE";
            }
        }
        var since = cells.past(Field.C_SINCE, rank).orElse(situation.includedOn());
        circle.add(
                new TakingOver.Member(
                        found.map(p -> p.displayName()).orElse(name),
                        found.map(p -> p.professionLabel())
                                .orElse(cells.orNull(Field.C_PROFESSION, rank)),
                        role,
                        relation,
                        found.map(p -> p.rpps()).orElse(null),
                        Drafts.phone(cells, Field.C_PHONE, rank),
                        cells.orNull(Field.C_EMAIL, rank),
                        since,
                        TakingOver.OF_RELATIVES.contains(role)
                                ? null
                                : cells.code(Field.C_STANDING, rank).orElse(null),
                        TakingOver.OF_RELATIVES.contains(role) ? Set.of() : parts(cells, rank)));
    }

    /// « soins, médical », or « toutes ».
    private static Set<String> parts(Columns cells, int rank) {
        var parts = new LinkedHashSet<String>();
        var typed = cells.text(Field.C_PARTS, rank);
        if (Headings.key(typed).startsWith("tout")) return Codes.labels(CodeSet.PART).keySet();
        for (var word : typed.split("[,;/+]")) {
            if (word.isBlank()) continue;
            var part = Codes.recognise(CodeSet.PART, word);
            if (part.isEmpty())
                cells.say(Severity.WARNING, Field.C_PARTS, rank, LineText.unknownPart(word));
            part.ifPresent(parts::add);
        }
        return parts;
    }

    /// The attending doctor said by the circle alone is the person's.
    private void attending(String name, Optional<String> rpps) {
        if (person.mtName() != null) return;
        person =
                new Person(
                        person.fileNumber(),
                        person.birthName(),
                        person.usedName(),
                        person.givenNames(),
                        person.sex(),
                        person.birthDate(),
                        person.birthPlace(),
                        person.ins(),
                        person.phone(),
                        person.mobile(),
                        person.email(),
                        person.address(),
                        person.postcode(),
                        person.commune(),
                        "DECLARE",
                        rpps.orElse(null),
                        name,
                        person.mtPhone(),
                        person.note());
    }

    void act(Columns cells, int rank) {
        if (!cells.has(Field.A_WHAT, rank)) return;
        var what = cells.text(Field.A_WHAT, rank);
        if (what.isEmpty()) {
            if (!cells.text(Field.A_NEXT, rank).isEmpty())
                cells.say(Severity.WARNING, Field.A_WHAT, rank, LineText.ACT_WITHOUT_NAME);
            return;
        }
        if (what.length() > 300) {
            cells.say(Severity.ERROR, Field.A_WHAT, rank, LineText.TOO_LONG);
            return;
        }
        var type =
                cells.code(Field.A_TYPE, rank)
                        .or(() -> Codes.recognise(CodeSet.ACT_TYPE, what))
                        .or(() -> byWords(what))
                        .orElse(null);
        if (type == null) {
            cells.say(Severity.WARNING, Field.A_WHAT, rank, LineText.ACT_TYPE);
            type = "EVALUATION";
        }
        var start = cells.day(Field.A_NEXT, rank);
        if (start.isEmpty() && cells.text(Field.A_NEXT, rank).isEmpty())
            cells.say(Severity.WARNING, Field.A_NEXT, rank, LineText.ACT_WITHOUT_DATE);
        var from = start.orElse(today);
        var end =
                cells.day(Field.A_UNTIL, rank)
                        .orElseGet(() ->
                                situation.reassessOn() != null
                                                && situation.reassessOn().isAfter(from)
                                        ? situation.reassessOn()
                                        : from.isAfter(today)
                                                ? from.plusMonths(12)
                                                : today.plusMonths(12));
        if (end.isBefore(from)) {
            cells.say(Severity.ERROR, Field.A_UNTIL, rank, LineText.ENDS_BEFORE);
            return;
        }
        var every = cells.text(Field.A_EVERY, rank);
        var when = Recurrence.once(from);
        var waiting = Rhythm.Waiting.parse(every);
        if (waiting.isPresent()) {
            if (waiting.get().discharge()) when = waiting.get().from(from, end);
            else cells.say(Severity.WARNING, Field.A_EVERY, rank, LineText.AFTER_ANOTHER);
        } else if (!Rhythm.once(every)) {
            var rhythm = Rhythm.parse(every);
            if (rhythm.isEmpty()) {
                cells.say(Severity.ERROR, Field.A_EVERY, rank, LineText.RHYTHM);
                return;
            }
            if (rhythm.get().spread())
                cells.say(Severity.WARNING, Field.A_EVERY, rank, LineText.SPREAD);
            when = rhythm.get().from(from, end);
            if (!cells.has(Field.A_UNTIL, rank) || cells.text(Field.A_UNTIL, rank).isEmpty())
                cells.say(
                        Severity.INFO,
                        Field.A_EVERY,
                        rank,
                        LineText.until(FrenchDates.numeric(end)));
        }
        if (when.tooMany()) {
            cells.say(Severity.ERROR, Field.A_EVERY, rank, LineText.TOO_OFTEN);
            return;
        }
        acts.add(new Act(what, type, cells.orNull(Field.A_WHO, rank), when));
    }

    /// « Kiné équilibre » is of the kind of « kiné ».
    private static Optional<String> byWords(String what) {
        for (var word : Headings.key(what).split(" ")) {
            var type =
                    word.length() < 3
                            ? Optional.<String>empty()
                            : Codes.recognise(CodeSet.ACT_TYPE, word);
            if (type.isPresent()) return type;
        }
        return Optional.empty();
    }

    void right(Columns cells, int rank) {
        if (!cells.has(Field.R_KIND, rank)) return;
        var typed = cells.text(Field.R_KIND, rank);
        if (typed.isEmpty()) {
            if (!cells.text(Field.R_ENDS, rank).isEmpty())
                cells.say(Severity.ERROR, Field.R_KIND, rank, LineText.RIGHT_WITHOUT_KIND);
            return;
        }
        var kind = cells.code(Field.R_KIND, rank).orElse("");
        if (kind.isEmpty()) {
            cells.say(Severity.WARNING, Field.R_KIND, rank, LineText.RIGHT_LEFT_OUT);
            return;
        }
        var name = cells.orNull(Field.R_NAME, rank);
        // « Carte mobilité inclusion » says what an « autre » is, « curatelle » which measure
        if (name == null
                && (kind.equals("AUTRE") || kind.equals("PROTECTION"))
                && !Headings.key(typed).equals(Headings.key(Codes.label(CodeSet.RIGHT, kind))))
            name = typed;
        if (name == null && kind.equals("AUTRE")) {
            cells.say(Severity.ERROR, Field.R_NAME, rank, LineText.OTHER_WITHOUT_NAME);
            return;
        }
        var asked = cells.past(Field.R_ASKED, rank).orElse(null);
        var decided = cells.past(Field.R_DECIDED, rank).orElse(null);
        var starts = cells.day(Field.R_STARTS, rank).orElse(null);
        var ends = cells.day(Field.R_ENDS, rank).orElse(null);
        var appealUntil = cells.day(Field.R_APPEAL_UNTIL, rank).orElse(null);
        var appealed = cells.past(Field.R_APPEALED, rank).orElse(null);
        if (appealUntil != null && appealed != null && appealed.isAfter(appealUntil)) {
            cells.say(Severity.ERROR, Field.R_APPEALED, rank, LineText.APPEAL_TOO_LATE);
            return;
        }
        if (appealUntil != null && decided != null && appealUntil.isBefore(decided)) {
            cells.say(Severity.ERROR, Field.R_APPEAL_UNTIL, rank, LineText.APPEAL_BEFORE);
            return;
        }
        var detail = cells.orNull(Field.R_DETAIL, rank);
        var state = cells.code(Field.R_STATE, rank).orElse("");
        if (state.isEmpty() && starts != null) state = "ACCORDE"; // a right that began was granted
        if (state.isEmpty()) {
            cells.say(Severity.ERROR, Field.R_STATE, rank, LineText.RIGHT_STATE_MISSING);
            return;
        }
        if (starts != null && ends != null && ends.isBefore(starts)) {
            cells.say(Severity.ERROR, Field.R_ENDS, rank, LineText.ENDS_BEFORE);
            return;
        }
        switch (state) {
            case "ACCORDE" -> {
                if (starts == null) {
                    starts =
                            decided != null
                                    ? decided
                                    : ends != null && ends.isBefore(today) ? ends : today;
                    cells.say(
                            Severity.WARNING,
                            Field.R_STARTS,
                            rank,
                            LineText.startUnknown(FrenchDates.numeric(starts)));
                }
            }
            case "DEMANDE" -> {
                if (asked == null) {
                    cells.say(Severity.ERROR, Field.R_ASKED, rank, LineText.ASKED_MISSING);
                    return;
                }
            }
            case "REFUSE" -> {
                if (decided == null) {
                    cells.say(Severity.ERROR, Field.R_DECIDED, rank, LineText.DECIDED_MISSING);
                    return;
                }
            }
            case "RECOURS" -> {
                if (appealed == null) {
                    cells.say(Severity.ERROR, Field.R_APPEALED, rank, LineText.APPEALED_MISSING);
                    return;
                }
            }
            default -> {
                // to be asked for: nothing more is needed
            }
        }
        // several ALD, by their disease, are several rights
        if (!openRights.add(kind + key(name) + (kind.equals("ALD") ? key(detail) : "")))
            cells.say(Severity.ERROR, Field.R_KIND, rank, LineText.RIGHT_TWICE);
        rights.add(
                new TakingOver.Right(
                        kind,
                        name,
                        state,
                        asked,
                        decided,
                        starts,
                        ends,
                        cells.orNull(Field.R_REFERENCE, rank),
                        detail,
                        appealUntil,
                        appealed));
    }

    private static String key(@Nullable String words) {
        return words == null ? "" : Headings.key(words);
    }
}
