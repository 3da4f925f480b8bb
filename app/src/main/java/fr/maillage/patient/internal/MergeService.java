package fr.maillage.patient.internal;

import fr.maillage.access.PatientAccounts;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import fr.maillage.patient.AttendingDoctorChanged;
import fr.maillage.patient.Merges;
import fr.maillage.patient.PersonalRecords;
import fr.maillage.patient.PersonalRecords.Clash;
import fr.maillage.patient.PersonalRecords.Joining;
import fr.maillage.patient.PersonalRecords.Pair;
import fr.maillage.patient.PersonsMerged;
import fr.maillage.patient.Timeline;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Joins two files of one person, and parts them again.
@Service
@Transactional
class MergeService implements Merges {

    static final String SURVIVOR = "SURVIVOR";
    static final String ABSORBED = "ABSORBED";
    static final String BOTH = "BOTH";

    private final JdbcClient sql;
    private final MergeLedger ledger;
    private final PersonLines lines;
    private final DuplicateFinder finder;
    private final IdentityHistory history;
    private final List<PersonalRecords> modules;
    private final PatientAccounts accounts;
    private final Trail trail;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MergeService(
            JdbcClient sql,
            MergeLedger ledger,
            PersonLines lines,
            DuplicateFinder finder,
            IdentityHistory history,
            List<PersonalRecords> modules,
            PatientAccounts accounts,
            Trail trail,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.lines = lines;
        this.finder = finder;
        this.history = history;
        this.modules = modules;
        this.accounts = accounts;
        this.trail = trail;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Pairs duplicates(int page) {
        return finder.page(page);
    }

    @Override
    @Transactional(readOnly = true)
    public int duplicates() {
        return finder.count();
    }

    @Override
    public void tellApart(PatientId one, PatientId other, @Nullable String why) {
        if (one.equals(other)) throw new NotFound("dossier", other.value());
        lines.standing(one);
        lines.standing(other);
        finder.tellApart(one, other, why, SignedIn.current().displayName(), clock.instant());
        trail.wrote(Trail.Action.UPDATE, one, "DOUBLONS", other.value());
        trail.wrote(Trail.Action.UPDATE, other, "DOUBLONS", one.value());
    }

    @Override
    @Transactional(readOnly = true)
    public Comparison compare(PatientId survivor, PatientId absorbed) {
        if (survivor.equals(absorbed)) throw new NotFound("dossier", absorbed.value());
        var ours = lines.standing(survivor);
        var theirs = lines.standing(absorbed);
        var both = new TwoIdentities(ours, theirs);
        var pair = new Pair(survivor, absorbed);
        var clashes = new ArrayList<>(both.clashes());
        modules.forEach(module -> clashes.addAll(module.clashes(pair)));
        return new Comparison(
                PersonLines.side(ours),
                PersonLines.side(theirs),
                both.fields(),
                ledger.held(survivor, absorbed),
                clashes,
                live(survivor) && live(absorbed) ? "support" : null,
                both.fingerprint());
    }

    private boolean live(PatientId person) {
        return modules.stream().anyMatch(module -> module.live(person));
    }

    @Override
    public UUID merge(
            PatientId survivor,
            PatientId absorbed,
            Map<String, String> choices,
            String why,
            String seen) {
        if (survivorOf(absorbed).isPresent())
            throw new FormRefused(new FormErrors().add("absorbed", MergeText.ALREADY));
        var shown = compare(survivor, absorbed);
        lines.lock(survivor, absorbed);
        var ours = lines.standing(survivor);
        var theirs = lines.standing(absorbed);
        var both = new TwoIdentities(ours, theirs);
        if (!seen.equals(both.fingerprint()))
            throw new OptimisticLockingFailureException("a file changed since it was shown");
        var errors = new FormErrors();
        shown.clashes().stream()
                .filter(Clash::blocking)
                .forEach(c -> errors.add("absorbed", c.done()));
        if (why.isBlank()) errors.add("why", MergeText.WHY);
        if (why.length() > 500) errors.add("why", PatientText.tooLong(why.length(), 500));
        var files = Set.of(SURVIVOR, ABSORBED);
        if (shown.accompanied() != null && !files.contains(choices.getOrDefault("support", "")))
            errors.add("support", MergeText.SUPPORT);
        for (var field : shown.fields()) {
            var choice = choices.getOrDefault(field.code(), "");
            var known =
                    files.contains(choice) || field.code().equals("NOTES") && choice.equals(BOTH);
            if (field.differs() && !known)
                errors.add(field.code(), MergeText.choose(Typography.inSentence(field.label())));
        }
        FormRefused.unless(errors);

        var result = both.joined(shown.fields(), choices);
        var merge = Ids.next();
        // while the absorbed file still stands
        trail.wrote(Trail.Action.UPDATE, absorbed, "FUSION", merge);
        trail.wrote(Trail.Action.UPDATE, survivor, "FUSION", merge);
        lines.record(
                merge,
                survivor,
                absorbed,
                TwoIdentities.choices(shown.fields(), choices),
                why.strip(),
                ours,
                theirs,
                result);
        var joining =
                new Join(
                        merge,
                        new Pair(survivor, absorbed),
                        live(absorbed)
                                        && (!live(survivor)
                                                || ABSORBED.equals(choices.get("support")))
                                ? absorbed
                                : survivor,
                        LocalDate.now(clock));
        modules.forEach(module -> module.putAside(joining));
        ledger.join(merge, survivor, absorbed);
        lines.keepRefusals(merge, survivor, MergeText.CONSENT_KEPT);
        accounts.follow(SignedIn.current().network(), absorbed, survivor)
                .forEach(id -> lines.movedAccount(merge, id, absorbed));
        lines.absorb(absorbed, survivor);
        lines.write(survivor, result);
        history.merged(merge, survivor, ours, theirs, result);
        timeline.add(
                survivor,
                Timeline.Kind.IDENTITE,
                MergeText.JOINED,
                null,
                "/dossiers/" + survivor + "/fusions",
                false);
        told(survivor, absorbed, false, ours, result);
        return merge;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Past> of(PatientId survivor) {
        return lines.merges(survivor);
    }

    @Override
    @Transactional(readOnly = true)
    public Parting parting(PatientId survivor, UUID merge) {
        var held = lines.merge(survivor, merge);
        var found = ledger.since(merge, survivor);
        return new Parting(
                held.past(),
                found.stream().limit(MergeLedger.SHOWN).toList(),
                found.size() > MergeLedger.SHOWN,
                changedSince(held, lines.standing(survivor)).stream()
                        .map(f -> MergeText.changed(f.label))
                        .toList(),
                obstacle(survivor, held));
    }

    private @Nullable String obstacle(PatientId survivor, PersonLines.Recorded merge) {
        if (!lines.latest(survivor).equals(Optional.of(merge.past().id())))
            return MergeText.NOT_LATEST;
        var ins = MergeField.text(merge.absorbedWas(), "ins");
        return !ins.isEmpty() && lines.heldByAnother(ins, survivor) ? MergeText.INS_TAKEN : null;
    }

    /// Fields of the survivor somebody changed since the merge: they keep that change.
    private static List<MergeField> changedSince(
            PersonLines.Recorded merge, Map<String, @Nullable Object> now) {
        return Arrays.stream(MergeField.values())
                .filter(f -> !f.same(merge.became(), now))
                .toList();
    }

    @Override
    public PatientId part(PatientId survivor, UUID merge, List<String> assigned, String why) {
        var held = lines.merge(survivor, merge);
        lines.lock(survivor, held.past().absorbed());
        var errors = new FormErrors();
        if (why.isBlank()) errors.add("why", MergeText.WHY_PART);
        if (why.length() > 500) errors.add("why", PatientText.tooLong(why.length(), 500));
        var obstacle = obstacle(survivor, held);
        if (obstacle != null) errors.add("merge", obstacle);
        FormRefused.unless(errors);
        var absorbed = held.past().absorbed();
        var now = lines.standing(survivor);
        lines.undone(merge, why.strip());
        try {
            history.parted(merge);
            ledger.part(merge, survivor, absorbed, assigned);
            ledger.giveBack(merge);
        } catch (DataIntegrityViolationException e) {
            throw new FormRefused(new FormErrors().add("since", MergeText.BETWEEN));
        }
        accounts.giveBack(
                SignedIn.current().network(), lines.movedAccounts(merge), survivor, absorbed);
        var back = new LinkedHashMap<String, @Nullable Object>(now);
        var changed = changedSince(held, now);
        for (var field : MergeField.values()) {
            if (changed.contains(field)) continue;
            field.columns.forEach(c -> back.put(c, held.survivorWas().get(c)));
        }
        if (Objects.equals(now.get("mt_told"), held.became().get("mt_told"))) {
            back.put("mt_told", held.survivorWas().get("mt_told"));
            back.put("mt_opposition", held.survivorWas().get("mt_opposition"));
        }
        back.put(
                "identity_status",
                changed.stream().anyMatch(f -> f.strict)
                        ? now.get("identity_status")
                        : held.survivorWas().get("identity_status"));
        lines.write(survivor, back);
        lines.restore(absorbed, held.absorbedWas());
        history.changed(survivor, now, back, "FUSION", MergeText.UNDONE_CHANGE);
        for (var person : List.of(survivor, absorbed)) {
            trail.wrote(Trail.Action.UPDATE, person, "FUSION", merge);
            timeline.add(
                    person,
                    Timeline.Kind.IDENTITE,
                    MergeText.PARTED,
                    null,
                    "/dossiers/" + person + "/identite",
                    false);
        }
        told(survivor, absorbed, true, now, back);
        return absorbed;
    }

    /// The circle follows the doctor, the follow-up what both files await now.
    private void told(
            PatientId survivor,
            PatientId absorbed,
            boolean parted,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var network = SignedIn.current().network();
        if (!MergeField.DOCTOR.same(before, after))
            events.publishEvent(new AttendingDoctorChanged(network, survivor, clock.instant()));
        events.publishEvent(
                new PersonsMerged(network, survivor, absorbed, parted, clock.instant()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PatientId> survivorOf(PatientId absorbed) {
        return sql.sql(
                        """
                        select a.survivor_id from patient.absorbed a join patient.identity p on p.network_id = a.network_id and p.id = a.survivor_id
                        where a.absorbed_id = :absorbed
                        """)
                .param("absorbed", absorbed.value())
                .query((row, _) -> new PatientId(row.getObject(1, UUID.class)))
                .optional();
    }

    private final class Join implements Joining {
        private final UUID merge;
        private final Pair pair;
        private final PatientId goesOn;
        private final LocalDate day;

        Join(UUID merge, Pair pair, PatientId goesOn, LocalDate day) {
            this.merge = merge;
            this.pair = pair;
            this.goesOn = goesOn;
            this.day = day;
        }

        @Override
        public Pair pair() {
            return pair;
        }

        @Override
        public PatientId goesOn() {
            return goesOn;
        }

        @Override
        public LocalDate day() {
            return day;
        }

        @Override
        public void change(
                String table,
                String key,
                Collection<UUID> rows,
                Map<String, ? extends @Nullable Object> values) {
            ledger.change(merge, table, key, rows, values);
        }

        @Override
        public void added(String table, String key, Collection<UUID> rows) {
            rows.forEach(row -> ledger.added(merge, table, key, row));
        }

        @Override
        public void remove(String table, String key, Collection<UUID> rows) {
            ledger.remove(merge, pair.absorbed(), table, key, rows);
        }
    }
}
