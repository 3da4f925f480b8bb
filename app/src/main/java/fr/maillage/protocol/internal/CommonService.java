package fr.maillage.protocol.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.network.Networks;
import fr.maillage.protocol.internal.CommonDiff.Gap;
import fr.maillage.protocol.internal.CommonStore.Status;
import fr.maillage.protocol.internal.CommonStore.Version;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.protocol.internal.ThemeGroups.Group;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A theme group agrees on one version: a structure of it proposes a model it published, the others
/// say what they think, more than half in favour make it the common one ([Poll]); then each adopts
/// it ([AdoptionService]). Source: SROS NPdC, annexe réseaux, §4.2.1 and §4.2.2; how a group
/// decides is ours.
@Service
@Transactional
class CommonService {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_CRITERION = 300;
    private static final int MONTHS = 6;

    private final ThemeGroups groups;
    private final CommonStore store;
    private final ProtocolRepository protocols;
    private final Networks networks;
    private final Clock clock;

    CommonService(
            ThemeGroups groups,
            CommonStore store,
            ProtocolRepository protocols,
            Networks networks,
            Clock clock) {
        this.groups = groups;
        this.store = store;
        this.protocols = protocols;
        this.networks = networks;
        this.clock = clock;
    }

    /// The acting structure joins.
    void join(String code) {
        obstacleToJoin(groups.group(code))
                .ifPresent(why -> {
                    throw FormRefused.because("groupe", why);
                });
        groups.join(code, name(), clock.instant());
    }

    /// Why the acting structure may not join; empty when it may.
    @Transactional(readOnly = true)
    public Optional<String> obstacleToJoin(Group group) {
        return group.trunk() || !themes(group).isEmpty()
                ? Optional.empty()
                : Optional.of(CommonText.NOT_THE_THEME);
    }

    void leave(String code) {
        groups.leave(groups.group(code).code(), clock.instant());
    }

    /// Themes of the group on which the acting structure works today.
    Set<String> themes(Group group) {
        return networks.themes(LocalDate.now(clock)).stream()
                .map(Networks.Theme::code)
                .filter(group.themes()::contains)
                .collect(Collectors.toSet());
    }

    /// Refused unless the acting structure is in the group.
    void ofTheGroup(String code) {
        if (groups.members(code).stream().noneMatch(m -> m.structure().equals(me())))
            throw FormRefused.because("groupe", CommonText.NOT_A_MEMBER);
    }

    /// What of the trunk a model lacks; nothing for the trunk itself, or while there is none.
    List<Gap> lacking(String code, Document model) {
        if (code.equals(ThemeGroups.TRUNK)) return List.of();
        return CommonStore.inForce(store.versions(), ThemeGroups.TRUNK)
                .map(trunk -> store.content(trunk.id()))
                .map(said -> CommonDiff.of(said.document(), model, said.local()).gaps())
                .orElse(List.of());
    }

    /// Proposes a model the structure published. Refused, all at once, while it does not say who
    /// comes in, who goes out, who is complex and what the plan is; while a line of the trunk is
    /// lacking without why; while another proposal waits.
    ///
    /// @param form `protocole`, `why`, `until`, `local` (keys of lines left to each), `raison-KEY`
    void propose(String code, Sent form) {
        var group = groups.group(code);
        ofTheGroup(code);
        store.lock(code);
        var versions = store.versions(code);
        var errors = form.errors();
        if (CommonStore.proposed(versions, code).isPresent())
            errors.add("protocole", CommonText.ONE_AT_A_TIME);
        var model = model(form);
        if (model == null) errors.add("protocole", CommonText.WHICH_MODEL);
        else whole(group, model, errors);
        var why = form.text("why", LONGEST);
        if (why.isEmpty()) errors.add("why", CommonText.WHY);
        var today = LocalDate.now(clock);
        var until = form.day("until").orElse(today);
        if (!until.isAfter(today) || until.isAfter(today.plusMonths(MONTHS)))
            errors.add("until", CommonText.UNTIL);
        var departures = new HashMap<String, String>();
        if (model != null)
            for (var gap : lacking(code, model))
                departures.put(gap.title(), reason(form, gap.key(), CommonText.WHY_NOT_TRUNK));
        FormRefused.unless(errors);
        if (model == null) return; // said above
        var lines = keys(model);
        var id =
                store.propose(
                        code,
                        versions.isEmpty() ? 1 : versions.getFirst().number() + 1,
                        model,
                        form.all("local").stream().filter(lines::contains).toList(),
                        departures,
                        why,
                        until,
                        name(),
                        clock.instant());
        store.opine(id, name(), true, null, who(), clock.instant());
    }

    /// Why a line is not followed; refused with `sentence` when nothing was typed.
    static String reason(Sent form, String key, String sentence) {
        var why = form.text("raison-" + key, LONGEST);
        if (why.isEmpty()) form.errors().add("raison-" + key, sentence);
        return why;
    }

    /// The model chosen, among those the structure published; null when none is.
    @Nullable Document model(Sent form) {
        return form.id("protocole")
                .flatMap(id -> protocols.published(List.of(id)).stream().findFirst())
                .map(ProtocolRepository.Version::document)
                .orElse(null);
    }

    private static Set<String> keys(Document document) {
        var keys = new HashSet<String>();
        for (var kind : Kind.values())
            document.lines(kind).forEach(l -> keys.add(CommonDiff.key(kind, l.key())));
        return keys;
    }

    private static void whole(Group group, Document model, FormErrors errors) {
        var gaps = new ArrayList<String>();
        if (!suits(group, model)) gaps.add(CommonText.OTHER_THEME);
        if (!group.trunk()) {
            if (none(model, Moment.INCLUSION)) gaps.add(CommonText.NO_INCLUSION);
            if (none(model, Moment.SORTIE)) gaps.add(CommonText.NO_EXIT);
            if (none(model, Moment.COMPLEXE)) gaps.add(CommonText.NO_COMPLEX);
        }
        if (model.aims().isEmpty() && model.acts().isEmpty()) gaps.add(CommonText.NO_PLAN);
        if (model.criteria().stream().anyMatch(c -> c.title().length() > LONGEST_CRITERION))
            gaps.add(CommonText.CRITERION_TOO_LONG);
        if (!gaps.isEmpty()) errors.add("protocole", String.join(" ", gaps));
    }

    /// Whether a model is of a theme of the group, or of none; the trunk is across themes.
    static boolean suits(Group group, Document model) {
        return group.trunk() || model.theme() == null || group.themes().contains(model.theme());
    }

    private static boolean none(Document model, Moment moment) {
        return model.criteria().stream().noneMatch(c -> c.moment() == moment);
    }

    /// What the structure thinks of the proposal; said again, the last counts.
    void opine(String code, UUID version, Sent form) {
        ofTheGroup(code);
        waiting(code, version);
        var errors = form.errors();
        var said = form.text("avis");
        if (!said.equals("OUI") && !said.equals("NON")) errors.add("avis", CommonText.OPINION);
        var words = form.orNull("words", LONGEST);
        if (said.equals("NON") && words == null) errors.add("words", CommonText.WHY_UNFAVOURABLE);
        FormRefused.unless(errors);
        store.opine(version, name(), said.equals("OUI"), words, who(), clock.instant());
    }

    private Version waiting(String code, UUID version) {
        var found = store.version(version);
        if (!found.group().equals(code) || found.status() != Status.PROPOSEE)
            throw FormRefused.because("avis", CommonText.NOT_OPEN);
        return found;
    }

    /// A structure of the group concludes: the common version from now on, or set aside, as [Poll]
    /// lets it.
    void decide(String code, UUID version, Sent form) {
        store.lock(code);
        var found = waiting(code, version);
        var members = groups.members(code);
        var poll = Poll.of(found, members, store.opinions(version), LocalDate.now(clock));
        if (!poll.concludes(me(), found, members))
            throw FormRefused.because("suite", CommonText.notYours(found));
        var suite = form.choice("suite", List.of("ARRETER", "ECARTER"));
        if (suite.equals("ARRETER"))
            poll.obstacle().ifPresent(why -> form.errors().add("suite", why));
        FormRefused.unless(form.errors());
        if (!store.decide(
                version,
                suite.equals("ARRETER") ? Status.ARRETEE : Status.ECARTEE,
                who(),
                clock.instant())) throw FormRefused.because("suite", CommonText.NOT_OPEN);
    }

    /// The group met.
    void met(String code, Sent form) {
        ofTheGroup(code);
        var errors = form.errors();
        var on = form.day("on");
        if (on.isEmpty()) errors.add("on", CommonText.WHEN_MET);
        else if (on.get().isAfter(LocalDate.now(clock))) errors.add("on", CommonText.MET_LATER);
        var said = form.text("said", LONGEST);
        if (said.isEmpty()) errors.add("said", CommonText.WHAT_MET);
        FormRefused.unless(errors);
        groups.met(code, on.orElseThrow(), said, name(), who());
    }

    private String name() {
        return networks.get(SignedIn.current().network()).shortName();
    }

    private static UUID me() {
        return SignedIn.current().network().value();
    }

    private static String who() {
        return SignedIn.current().displayName();
    }
}
