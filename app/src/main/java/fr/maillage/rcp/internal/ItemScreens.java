package fr.maillage.rcp.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.followup.Tasks;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// One person at a meeting; what is shown of her file is what was given to who reads.
@Component
@Transactional // not read-only: opening a file leaves its line in the trail
class ItemScreens {

    private static final List<String> FORMS = List.of("", "notes", "decision", "accord");

    private final MeetingRepository meetings;
    private final MeetingScreens meetingScreens;
    private final CaseFiles files;
    private final ParticipantRepository participants;
    private final DecisionRepository decisions;
    private final PlanDrafts drafts;
    private final AgendaService agenda;
    private final Tasks tasks;
    private final Networks networks;
    private final Clock clock;

    ItemScreens(
            MeetingRepository meetings,
            MeetingScreens meetingScreens,
            CaseFiles files,
            ParticipantRepository participants,
            DecisionRepository decisions,
            PlanDrafts drafts,
            AgendaService agenda,
            Tasks tasks,
            Networks networks,
            Clock clock) {
        this.meetings = meetings;
        this.meetingScreens = meetingScreens;
        this.files = files;
        this.participants = participants;
        this.decisions = decisions;
        this.drafts = drafts;
        this.agenda = agenda;
        this.tasks = tasks;
        this.networks = networks;
        this.clock = clock;
    }

    /// Opens the file of the person; somebody who is not of the team must come for her. Throws
    /// `NotFound`.
    ItemPage page(UUID meetingId, UUID id, Shown shown) {
        var meeting = meetings.get(meetingId);
        var item = meetings.item(meetingId, id);
        comes(meeting, item);
        return page(files.open(item.patient(), Part.SYNTHESE), meeting, item, shown);
    }

    /// The structure in which somebody invited acts for this person. Throws `NotFound`.
    NetworkId networkOf(UUID meetingId, UUID id) {
        var item = meetings.item(meetingId, id);
        comes(meetings.get(meetingId), item);
        return files.openToWrite(item.patient(), Part.SYNTHESE).network();
    }

    private void comes(Meeting meeting, Item item) {
        if (!SignedIn.current().role().team()
                && !meetingScreens.readable(meeting, List.of(item)).containsKey(item.patient()))
            throw new NotFound("ordre du jour", item.id());
    }

    private ItemPage page(OpenFile file, Meeting meeting, Item item, Shown shown) {
        var me = SignedIn.current();
        var reads = MeetingScreens.reads(file);
        var writes = me.role().clinical() && meeting.state() != MeetingState.ANNULEE;
        var there = participants.of(meeting.id()).stream().filter(p -> p.hears(item.id())).toList();
        var draft = me.role().clinical() ? agenda.draft(item.patient()) : null;
        var early = meeting.day().isAfter(today());
        var invited = me.role().team() || !meeting.open() ? null : line(there, item, me);
        return new ItemPage(
                file.banner(),
                item.href(),
                meeting.href(),
                RcpText.title(meeting),
                FrenchDates.exact(meeting.starts()) + " · " + RcpText.place(meeting),
                item.seen() == null
                        ? null
                        : item.seen() ? "Situation examinée" : "Situation non examinée, à reporter",
                reads ? item.question() : null,
                "Posée par " + item.askedBy(),
                item.agreedOn() == null
                        ? null
                        : "Accord devant les participants extérieurs donné le "
                                + FrenchDates.date(item.agreedOn()),
                shown.why(FORMS),
                reads ? RcpText.lines(item.notes()) : null,
                notesBy(item),
                shown.is("notes") && shown.outcome().conflict() != null ? item.notes() : null,
                writes && meeting.open() ? notes(item, shown) : null,
                writes && meeting.open() ? agreement(item, shown) : null,
                decided(file, item, reads, writes ? draft : null),
                writes && !early ? decide(item, shown) : null,
                writes && early ? RcpText.notYet(meeting.day()) : null,
                draft == null ? null : "/dossiers/" + item.patient() + "/pps/" + draft,
                there.stream()
                        .map(p -> new ItemPage.Who(p.name(), p.profession(), words(p)))
                        .toList(),
                me.role().clinical(),
                meeting.state() == MeetingState.TENUE,
                me.role().clinical() ? sendings(item) : List.of(),
                writes && meeting.state() == MeetingState.TENUE && Boolean.TRUE.equals(item.seen()),
                invited == null
                        ? List.of()
                        : Arrays.stream(Answer.values())
                                .map(a -> new MeetingPage.Choice(a.name(), a.label))
                                .toList(),
                invited == null || invited.answer() == null ? null : invited.answer().name());
    }

    private @Nullable Participant line(List<Participant> there, Item item, SignedIn me) {
        var mine = participants.lineOf(item.meeting(), item.id(), me.accountId());
        for (var one : there) if (one.id().equals(mine)) return one;
        return null;
    }

    private static @Nullable String notesBy(Item item) {
        return item.notesBy() == null || item.notesAt() == null
                ? null
                : "Enregistré par " + item.notesBy() + ", " + FrenchDates.exact(item.notesAt());
    }

    private static String words(Participant one) {
        if (one.present() != null) return one.present() ? "Présent" : "Absent";
        return one.answer() == null ? "" : one.answer().label;
    }

    private static FormView notes(Item item, Shown shown) {
        return shown.form(
                "notes",
                item.href() + "/notes",
                "Ce qui est dit",
                new Typed(Map.of("notes", List.of(item.notes()))),
                typed ->
                        List.of(
                                FormFields.field(
                                        "notes",
                                        "Notes de séance",
                                        "Enregistrées au fil de la frappe pour vous\u00A0; «\u00A0Enregistrer"
                                                + "\u00A0» les partage avec l’équipe.",
                                        "AREA",
                                        typed,
                                        true)),
                item.version(),
                "Enregistrer les notes");
    }

    private static FormView agreement(Item item, Shown shown) {
        return shown.form(
                "accord",
                item.href() + "/accord",
                "Noter son accord devant les participants extérieurs",
                new Typed(
                        Map.of(
                                "agreedOn",
                                List.of(item.agreedOn() == null ? "" : item.agreedOn().toString()),
                                "agreedHow",
                                List.of(FormFields.text(item.agreedHow())))),
                Agreement::fields,
                item.version(),
                "Noter l’accord");
    }

    private FormView decide(Item item, Shown shown) {
        return shown.form(
                "decision",
                item.href() + "/decisions",
                "Noter une décision",
                DecisionForm.blank(),
                typed -> DecisionForm.fields(typed, drafts.types(), networks.team(today())),
                0,
                "Noter la décision");
    }

    /// Those of the reader's part of the plan.
    private List<ItemPage.Decided> decided(
            OpenFile file, Item item, boolean reads, @Nullable UUID draft) {
        var all =
                decisions.of(item.id()).stream()
                        .filter(d -> reads || d.part().readBy(file.parts()))
                        .toList();
        var done = tasks.outcomes(all.stream().flatMap(d -> Stream.ofNullable(d.task())).toList());
        var types =
                drafts.types().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        PlanDrafts.ActType::code, PlanDrafts.ActType::label));
        return all.stream().map(d -> decided(item, d, done, types, draft)).toList();
    }

    private static ItemPage.Decided decided(
            Item item,
            Decision d,
            Map<UUID, String> done,
            Map<String, String> types,
            @Nullable UUID draft) {
        var what =
                (d.act() == null
                                ? d.becomes() == Becomes.RIEN ? d.part().label : d.becomes().label
                                : types.getOrDefault(d.act(), d.becomes().label))
                        + RcpText.when(d)
                        + " · notée par "
                        + d.by();
        if (d.task() != null) {
            var outcome = done.get(d.task());
            return new ItemPage.Decided(
                    d.id().toString(),
                    d.text(),
                    what,
                    outcome == null ? "Tâche à faire" : "Tâche faite\u00A0: " + outcome,
                    outcome == null ? "is-info" : "is-done",
                    outcome == null ? "list-check" : "circle-check",
                    "/taches",
                    null);
        }
        if (!d.becomes().inThePlan())
            return new ItemPage.Decided(
                    d.id().toString(), d.text(), what, "Notée", "", "note", null, null);
        if (d.waits())
            return new ItemPage.Decided(
                    d.id().toString(),
                    d.text(),
                    what,
                    "À porter au plan",
                    "is-due",
                    "hourglass",
                    null,
                    draft == null ? null : item.href() + "/decisions/" + d.id() + "/plan");
        return new ItemPage.Decided(
                d.id().toString(),
                d.text(),
                what,
                "Portée au plan",
                "is-done",
                "circle-check",
                "/dossiers/" + item.patient() + "/pps/" + Objects.requireNonNull(d.pps()),
                null);
    }

    private List<ItemPage.Sent> sendings(Item item) {
        return decisions.sendings(item.id()).stream()
                .map(s ->
                        new ItemPage.Sent(
                                s.recipient(),
                                s.whyNot() == null
                                        ? s.whole()
                                                ? "compte rendu entier"
                                                : "décisions de sa part du plan"
                                        : s.whyNot(),
                                s.letter() == null ? null : "/courriers/" + s.letter(),
                                s.letter() != null))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
