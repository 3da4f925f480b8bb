package fr.maillage.rcp.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Money;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PatientId;
import fr.maillage.network.Networks;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields;
import fr.maillage.web.Shown;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A meeting as each may see it: the team all of it, somebody invited the persons for whom they
/// come, and nobody a file that does not open to them.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class MeetingScreens {

    /// Keys of the forms of the page; anything else refused is a button.
    private static final List<String> FORMS =
            List.of("", "reunion", "personne", "participant", "annuler", "presences");

    private final MeetingRepository meetings;
    private final ParticipantRepository participants;
    private final CaseFiles files;
    private final MeetingForms forms;
    private final FeeService fees;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    MeetingScreens(
            MeetingRepository meetings,
            ParticipantRepository participants,
            CaseFiles files,
            MeetingForms forms,
            FeeService fees,
            Networks networks,
            Trail trail,
            Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.files = files;
        this.forms = forms;
        this.fees = fees;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// Throws `NotFound` for who does not take part and is not of the team.
    MeetingPage page(UUID id, Shown shown) {
        var me = SignedIn.current();
        var meeting = meetings.get(id);
        var team = me.role().team();
        if (!team && !participants.takesPart(id, me.accountId())) throw new NotFound("réunion", id);
        var items = meetings.items(id);
        var open = readable(meeting, items);
        trail.listed("RCP", open.keySet().stream().map(PatientId::value).toList());
        var visible = items.stream().filter(i -> open.containsKey(i.patient())).toList();
        var ids = visible.stream().map(Item::id).collect(Collectors.toSet());
        var there =
                participants.of(id).stream()
                        .filter(p -> p.item() == null || ids.contains(p.item()))
                        .toList();
        var writes = team && me.role() != Role.HEAD && meeting.open();
        var rate =
                writes && meeting.kind() == MeetingKind.RCP
                        ? fees.rates(meeting.day()).get(FeeService.Kind.RCP)
                        : null;
        return new MeetingPage(
                meeting.href(),
                RcpText.title(meeting),
                Stream.of(
                                meeting.subject() == null ? "" : meeting.subject(),
                                FrenchDates.exact(meeting.starts()),
                                RcpText.length(meeting.minutes()))
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.joining(" · ")),
                meeting.state().label,
                meeting.state().icon,
                meeting.state().tone,
                RcpText.place(meeting),
                meeting.mode() == Mode.VISIO
                        && FormFields.text(meeting.place()).startsWith("https://"),
                name(meeting.chair()),
                name(meeting.secretary()),
                theme(meeting),
                team && meeting.appointment() != null ? "/agenda/" + meeting.appointment() : null,
                meeting.cancelledWhy(),
                visible.stream()
                        .map(i -> person(i, Objects.requireNonNull(open.get(i.patient())), writes))
                        .toList(),
                team ? items.size() - visible.size() : 0,
                there.stream().map(p -> who(p, visible, rate, shown)).toList(),
                Arrays.stream(Answer.values())
                        .map(a -> new MeetingPage.Choice(a.name(), a.label))
                        .toList(),
                shown.why(FORMS),
                meeting.open(),
                meeting.starts().isBefore(clock.instant()),
                writes || team && me.role() != Role.HEAD,
                me.role().clinical(),
                writes ? forms.edit(meeting, shown) : null,
                writes && me.role().clinical() ? forms.put(meeting, shown) : null,
                writes ? forms.add(meeting, visible, there, shown) : null,
                writes ? forms.cancel(meeting, shown) : null,
                writes && there.stream().anyMatch(p -> p.invitedAt() == null),
                rate == null ? null : rate.formatted());
    }

    /// The files of the agenda that open to who is signed in.
    Map<PatientId, OpenFile> readable(Meeting meeting, List<Item> items) {
        var me = SignedIn.current();
        var theirs = items;
        if (!me.role().team()) {
            var come = new HashSet<>(participants.itemsOf(meeting.id(), me.accountId()));
            theirs =
                    items.stream()
                            .filter(i ->
                                    come.contains(Optional.<UUID>empty())
                                            || come.contains(Optional.of(i.id())))
                            .toList();
        }
        return files.opening(theirs.stream().map(Item::patient).toList(), Part.SYNTHESE);
    }

    private MeetingPage.Person person(Item item, OpenFile file, boolean writes) {
        var banner = file.banner();
        return new MeetingPage.Person(
                item.id().toString(),
                item.href(),
                banner.family(),
                banner.given(),
                banner.age() + ", " + banner.commune(),
                reads(file) ? item.question() : null,
                item.askedBy(),
                item.agreedOn() == null
                        ? null
                        : "Accord donné le " + FrenchDates.date(item.agreedOn()),
                item.seen() == null ? null : item.seen() ? "Examinée" : "À reporter",
                writes && SignedIn.current().role().clinical() ? item.href() + "/retrait" : null);
    }

    /// Whether what is asked and said may be shown to who opened the file.
    static boolean reads(OpenFile file) {
        return file.clinical() && PlanPart.whole(file.parts());
    }

    /// @param rate adopted for taking part, proposed until somebody said who was there; null for
    ///   none
    private static MeetingPage.Who who(
            Participant one, List<Item> items, @Nullable Money rate, Shown shown) {
        var answer = one.answer();
        var state =
                answer != null
                        ? answer.label
                        : one.invitedAt() == null ? "Pas encore invité" : "Invité, sans réponse";
        var minutes = one.minutes();
        var paid = one.paid();
        var typed = shown.is("presences");
        var id = one.id().toString();
        var errors = typed ? shown.outcome().errors() : new FormErrors();
        return new MeetingPage.Who(
                id,
                one.name(),
                one.profession(),
                one.kind().label,
                items.stream()
                        .filter(i -> i.id().equals(one.item()))
                        .map(Item::person)
                        .findFirst()
                        .orElse(null),
                state,
                answer != null
                        ? answer.icon
                        : one.invitedAt() == null ? "circle-dashed" : "hourglass",
                answer != null ? answer.tone : one.invitedAt() == null ? "" : "is-due",
                one.notInvited(),
                typed
                        ? shown.typed().text("presence-" + id)
                        : one.present() == null ? "" : one.present() ? "PRESENT" : "ABSENT",
                typed
                        ? shown.typed().text("minutes-" + id)
                        : minutes == null ? "" : minutes.toString(),
                typed
                        ? shown.typed().text("paid-" + id)
                        : paid != null
                                ? RcpText.typed(paid)
                                : rate != null
                                                && one.present() == null
                                                && one.kind() != Participant.Kind.EQUIPE
                                        ? RcpText.typed(rate.amount())
                                        : "",
                Stream.of("presence-", "minutes-", "paid-")
                        .map(field -> errors.of(field + id))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private @Nullable String name(@Nullable UUID member) {
        return member == null ? null : networks.member(member).name();
    }

    private @Nullable String theme(Meeting meeting) {
        for (var theme : networks.allThemes())
            if (theme.code().equals(meeting.theme())) return theme.label();
        return null;
    }
}
