package fr.maillage.careplan.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.Typography;
import fr.maillage.network.Networks;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is missing, for the team and beside each plan.
@Component
class IncompleteScreens {

    private static final int MOST = 200;
    private static final String EVERYBODY = "tous";

    private final Completeness completeness;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;

    IncompleteScreens(Completeness completeness, Networks networks, Trail trail, Clock clock) {
        this.completeness = completeness;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
    }

    /// What one person's plan lacks; nothing below level 2. Joins the caller's transaction.
    List<PpsPage.Gap> of(PatientId patient) {
        return completeness.of(patient, LocalDate.now(clock)).stream()
                .flatMap(looked -> gaps(looked).stream())
                .toList();
    }

    /// @param code of a gap; all when unknown
    /// @param whose id of a coordinator, « tous », or nothing: those of who is signed in, when they
    ///   follow somebody
    @Transactional // not read-only: a list of persons leaves its line in the trail
    public IncompletePage list(@Nullable String code, @Nullable String whose) {
        var today = LocalDate.now(clock);
        var team = networks.coordinators(today);
        var me = SignedIn.current().memberId();
        var asked =
                EVERYBODY.equals(whose) ? null : Ids.parse(whose == null ? "" : whose).orElse(me);
        var coordinator =
                team.stream()
                        .map(Networks.Member::id)
                        .filter(id -> id.equals(asked))
                        .findFirst()
                        .orElse(null);
        var gap =
                Arrays.stream(Gap.values())
                        .filter(g -> g.code().equals(code))
                        .findFirst()
                        .orElse(null);
        var counts = completeness.counts(coordinator, today);
        var shown = completeness.list(gap, coordinator, today, MOST);
        trail.listed("PLANS A COMPLETER", shown.stream().map(l -> l.patient().value()).toList());
        var names =
                team.stream()
                        .collect(
                                Collectors.toMap(
                                        Networks.Member::id, Networks.Member::name, (a, _) -> a));
        var suffix = "qui=" + (coordinator == null ? EVERYBODY : coordinator);
        var total = gap == null ? counts.incomplete() : counts.each().getOrDefault(gap, 0);
        return new IncompletePage(
                sentence(counts),
                tiles(counts, gap, suffix),
                gap == null ? "" : gap.code(),
                choices(team, coordinator),
                shown.stream().map(l -> line(l, names)).toList(),
                total - shown.size());
    }

    private static List<FormView.Option> choices(
            List<Networks.Member> team, @Nullable UUID coordinator) {
        return FormFields.with(
                EVERYBODY,
                "Toute l’équipe",
                team.stream()
                        .map(m ->
                                new FormView.Option(
                                        m.id().toString(), m.name(), m.id().equals(coordinator)))
                        .toList());
    }

    private static List<IncompletePage.Tile> tiles(
            Completeness.Counts counts, @Nullable Gap chosen, String suffix) {
        var tiles = new ArrayList<IncompletePage.Tile>();
        tiles.add(
                new IncompletePage.Tile(
                        "/plans/a-completer?" + suffix,
                        counts.incomplete(),
                        "en tout",
                        "",
                        chosen == null));
        for (var gap : Gap.values()) {
            int n = counts.each().getOrDefault(gap, 0);
            if (n > 0 || gap == chosen)
                tiles.add(
                        new IncompletePage.Tile(
                                "/plans/a-completer?manque=" + gap.code() + "&" + suffix,
                                n,
                                gap.label(),
                                gap.counts() ? "is-due" : "",
                                gap == chosen));
        }
        return tiles;
    }

    private static IncompletePage.Line line(Completeness.Looked looked, Map<UUID, String> names) {
        return new IncompletePage.Line(
                looked.pps() == null
                        ? "/dossiers/" + looked.patient() + "/pps"
                        : "/dossiers/" + looked.patient() + "/pps/" + looked.pps(),
                PersonName.familyOf(looked.person()),
                PersonName.givenOf(looked.person()),
                "Niveau"
                        + Typography.NBSP
                        + looked.level()
                        + (looked.commune() == null ? "" : ", " + looked.commune()),
                looked.status() == null
                        ? null
                        : "Version "
                                + looked.number()
                                + ", "
                                + PpsText.of(looked.status()).toLowerCase(java.util.Locale.FRENCH),
                looked.coordinator() == null ? null : names.get(looked.coordinator()),
                gaps(looked));
    }

    private static List<PpsPage.Gap> gaps(Completeness.Looked looked) {
        return looked.gaps().entrySet().stream()
                .map(e ->
                        new PpsPage.Gap(
                                e.getKey().sentence(e.getValue()),
                                e.getKey().href(looked.patient(), looked.pps(), looked.draft()),
                                e.getKey().counts()))
                .toList();
    }

    private static String sentence(Completeness.Counts counts) {
        return counts.uncounted()
                + (counts.uncounted() > 1 ? " plans ne comptent" : " plan ne compte")
                + " pas encore, ou pas comme validé, sur "
                + Typography.number(counts.followed())
                + (counts.followed() > 1 ? " personnes suivies" : " personne suivie")
                + " aux niveaux 2 et 3.";
    }
}
