package fr.maillage.protocol.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.protocol.internal.CommonPages.Card;
import fr.maillage.protocol.internal.CommonPages.Departure;
import fr.maillage.protocol.internal.CommonPages.Line;
import fr.maillage.protocol.internal.CommonPages.Model;
import fr.maillage.protocol.internal.CommonPages.Part;
import fr.maillage.protocol.internal.CommonPages.Row;
import fr.maillage.protocol.internal.CommonPages.Said;
import fr.maillage.protocol.internal.CommonStore.Adoption;
import fr.maillage.protocol.internal.CommonStore.Version;
import fr.maillage.protocol.internal.Document.Kind;
import fr.maillage.protocol.internal.Document.Moment;
import fr.maillage.protocol.internal.ThemeGroups.Group;
import fr.maillage.protocol.internal.ThemeGroups.Member;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages of the theme groups: what they agreed on, who is on which version, what stays local.
@Component
@Transactional(readOnly = true)
class CommonScreens {

    static final String HOME = "/harmonisation";

    private final ThemeGroups groups;
    private final CommonStore store;
    private final CommonService service;
    private final ProtocolScreens protocols;
    private final ProtocolRepository models;
    private final Networks networks;
    private final Clock clock;

    CommonScreens(
            ThemeGroups groups,
            CommonStore store,
            CommonService service,
            ProtocolScreens protocols,
            ProtocolRepository models,
            Networks networks,
            Clock clock) {
        this.groups = groups;
        this.store = store;
        this.service = service;
        this.protocols = protocols;
        this.models = models;
        this.networks = networks;
        this.clock = clock;
    }

    public CommonPages.Groups groups() {
        var figures = figures();
        var labels =
                networks.allThemes().stream()
                        .collect(Collectors.toMap(Networks.Theme::code, Networks.Theme::label));
        return new CommonPages.Groups(
                figures.groups().stream().map(g -> card(g, figures, labels)).toList(),
                figures.of(LocalDate.now(clock).getYear()));
    }

    private CommonFigures figures() {
        return new CommonFigures(
                groups.groups(),
                store.versions(),
                groups.members(),
                store.adoptions(),
                groups.meetings(),
                groups.financed(LocalDate.now(clock).getYear()));
    }

    private static Card card(Group group, CommonFigures figures, Map<String, String> labels) {
        var members = figures.members().getOrDefault(group.code(), List.of());
        var inForce = CommonStore.inForce(figures.versions(), group.code());
        return new Card(
                HOME + "/" + group.code(),
                group.label(),
                group.themes().stream()
                        .map(t -> labels.getOrDefault(t, t))
                        .sorted()
                        .collect(Collectors.joining(", ")),
                inForce.map(CommonText::version).orElse(null),
                members.size(),
                inForce.map(v -> figures.on(v).size()).orElse(0),
                CommonStore.proposed(figures.versions(), group.code()).isPresent(),
                in(members));
    }

    private static boolean in(List<Member> members) {
        var me = me();
        return me != null && members.stream().anyMatch(m -> m.structure().equals(me));
    }

    private static @Nullable UUID me() {
        return team() ? SignedIn.current().network().value() : null;
    }

    private static boolean team() {
        var role = SignedIn.current().role();
        return role.clinical() || role == Role.HEAD || role == Role.SECRETARY;
    }

    /// A common version as a protocol is read. Throws `NotFound`.
    public ProtocolPage read(UUID id) {
        var version = store.version(id);
        return protocols.offered(
                store.content(id).document(),
                new ProtocolPage.Offer("commun", id.toString()),
                ProtocolText.ofGroup(groups.group(version.group()).label()),
                CommonText.version(version));
    }

    /// @param form what was typed when something was refused
    public CommonPages.Group group(String code, Sent form, FormErrors errors) {
        var figures = figures();
        var group = groups.group(code);
        var versions = figures.versions().stream().filter(v -> v.group().equals(code)).toList();
        var members = figures.members().getOrDefault(code, List.of());
        var inForce = CommonStore.inForce(versions, code).orElse(null);
        var proposal = CommonStore.proposed(versions, code).orElse(null);
        var member = in(members);
        var write = member && ProtocolScreens.mayWrite();
        var head = SignedIn.current().role() == Role.HEAD;
        return new CommonPages.Group(
                HOME + "/" + code,
                group.label(),
                group.source(),
                inForce == null ? null : said(inForce),
                proposal == null ? null : proposal(proposal, inForce, members, write),
                rows(group, versions, inForce, members, figures),
                figures.meetings().getOrDefault(code, List.of()).stream()
                        .map(m ->
                                new CommonPages.Meeting(
                                        FrenchDates.date(m.on()), m.words(), m.name()))
                        .toList(),
                versions.stream().map(CommonText::history).toList(),
                write,
                head,
                member,
                member || !head ? null : service.obstacleToJoin(group).orElse(null),
                inForce != null && figures.adopted(inForce, me()),
                write ? choices(group) : List.of(),
                form,
                errors);
    }

    /// Models of the structure that the group may speak of: of its themes, or of none.
    private List<Model> choices(Group group) {
        return models.published().stream()
                .filter(v -> CommonService.suits(group, v.document()))
                .map(v ->
                        new Model(
                                v.protocol().toString(),
                                ProtocolText.mark(v.document().title(), v.number())))
                .toList();
    }

    private CommonPages.Version said(Version v) {
        var said = store.content(v.id());
        var parts = new ArrayList<Part>();
        for (var moment : Moment.values())
            parts.add(
                    new Part(
                            moment.label(),
                            said.document().criteria().stream()
                                    .filter(c -> c.moment() == moment)
                                    .map(c -> line(said, Kind.CRITERION, c))
                                    .toList()));
        for (var kind : Kind.values())
            if (kind != Kind.CRITERION)
                parts.add(
                        new Part(
                                CommonText.lines(kind),
                                said.document().lines(kind).stream()
                                        .map(l -> line(said, kind, l))
                                        .toList()));
        return new CommonPages.Version(
                CommonText.version(v),
                v.why(),
                ProtocolScreens.HOME + "/communs/" + v.id(),
                parts.stream().filter(p -> !p.lines().isEmpty()).toList(),
                said.departures().entrySet().stream()
                        .map(e -> new Departure(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing(Departure::title))
                        .toList());
    }

    private static Line line(CommonStore.Content said, Kind kind, Document.Line line) {
        return new Line(line.title(), said.local().contains(CommonDiff.key(kind, line.key())));
    }

    private CommonPages.Proposal proposal(
            Version v, @Nullable Version inForce, List<Member> members, boolean write) {
        var opinions = store.opinions(v.id());
        var poll = Poll.of(v, members, opinions, LocalDate.now(clock));
        var me = me();
        return new CommonPages.Proposal(
                HOME + "/" + v.group() + "/propositions/" + v.id(),
                CommonText.version(v),
                v.why(),
                CommonText.opinions(poll),
                ProtocolScreens.HOME + "/communs/" + v.id(),
                inForce == null || !team()
                        ? null
                        : ProtocolScreens.HOME
                                + "/comparer?de=c-"
                                + inForce.id()
                                + "&a=c-"
                                + v.id(),
                opinions.stream()
                        .map(o ->
                                new Said(
                                        o.name(),
                                        CommonText.opinion(o),
                                        o.words(),
                                        o.favourable() ? "is-done" : "is-late",
                                        o.favourable() ? "circle-check" : "circle-x"))
                        .toList(),
                write,
                opinions.stream().anyMatch(o -> o.structure().equals(me)),
                write && poll.concludes(me, v, members),
                poll.obstacle().orElse(null));
    }

    private static List<Row> rows(
            Group group,
            List<Version> versions,
            @Nullable Version inForce,
            List<Member> members,
            CommonFigures figures) {
        var byId = versions.stream().collect(Collectors.toMap(Version::id, v -> v));
        var latest = new HashMap<UUID, Adoption>();
        for (var adoption : figures.adoptions())
            if (byId.containsKey(adoption.version()))
                latest.putIfAbsent(adoption.structure(), adoption);
        return members.stream()
                .map(m -> {
                    var paid = figures.paid(m.structure(), group);
                    var adoption = latest.get(m.structure());
                    return adoption == null
                            ? none(m, inForce != null, paid)
                            : row(m, adoption, byId.get(adoption.version()), inForce, paid);
                })
                .toList();
    }

    private static Row none(Member m, boolean inForce, boolean financed) {
        return new Row(
                m.name(),
                inForce ? CommonText.NOT_ADOPTED : CommonText.NOTHING_TO_ADOPT,
                !inForce ? "" : financed ? "is-late" : "is-due",
                inForce ? "clock" : "circle-dashed",
                List.of(),
                "",
                financed);
    }

    private static Row row(
            Member m,
            Adoption adoption,
            @Nullable Version version,
            @Nullable Version inForce,
            boolean financed) {
        var current = inForce != null && inForce.id().equals(adoption.version());
        return new Row(
                m.name(),
                CommonText.adoption(version == null ? 0 : version.number(), adoption, current),
                !current ? "is-due" : adoption.derogations().isEmpty() ? "is-done" : "is-info",
                !current ? "history" : "circle-check",
                adoption.derogations().stream()
                        .map(d -> new Departure(CommonText.derogation(d), d.why()))
                        .toList(),
                CommonText.local(adoption.local()),
                financed);
    }
}
