package fr.maillage.protocol.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.PlanDrafts;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.protocol.internal.ProtocolRepository.Protocol;
import fr.maillage.protocol.internal.ProtocolRepository.Status;
import fr.maillage.protocol.internal.ProtocolRepository.Version;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Pages about protocols; none is about a person, except who has one in their plan.
@Component
@Transactional(readOnly = true)
class ProtocolScreens {

    static final String HOME = "/protocoles";

    private static final int USES = 50;

    private final ProtocolRepository protocols;
    private final Documents documents;
    private final Shelf shelf;
    private final PlanDrafts drafts;
    private final Networks networks;
    private final Trail trail;
    private final Clock clock;
    private final Reviews reviews;
    private final Uses uses;

    ProtocolScreens(
            ProtocolRepository protocols,
            Documents documents,
            Shelf shelf,
            PlanDrafts drafts,
            Networks networks,
            Trail trail,
            Clock clock,
            Reviews reviews,
            Uses uses) {
        this.protocols = protocols;
        this.documents = documents;
        this.shelf = shelf;
        this.drafts = drafts;
        this.networks = networks;
        this.trail = trail;
        this.clock = clock;
        this.reviews = reviews;
        this.uses = uses;
    }

    /// The list, with the form that begins one as it was typed.
    public ProtocolsPage list(@Nullable Typed typed, FormErrors errors) {
        var own = protocols.all();
        var today = LocalDate.now(clock);
        return new ProtocolsPage(
                own.stream().map(p -> line(p, today)).toList(),
                documents.shipped().stream().map(this::offer).toList(),
                shelf.all().stream().map(this::offer).toList(),
                mayWrite(),
                new FormView(
                        "nouveau",
                        HOME,
                        "Commencer un protocole ou un modèle de PPS",
                        null,
                        HeadForm.fields(
                                typed == null ? ProtocolForms.typed("nature", "MODELE_PPS") : typed,
                                networks.allThemes()),
                        "",
                        null,
                        errors,
                        "Commencer",
                        typed != null,
                        null),
                errors);
    }

    private static ProtocolsPage.Line line(ProtocolRepository.Listed p, LocalDate today) {
        var published = p.published();
        var state =
                p.withdrawn()
                        ? "Retiré"
                        : published == null ? "Brouillon" : "Publié, v" + published;
        return new ProtocolsPage.Line(
                HOME + "/" + p.id(),
                p.title(),
                p.nature().label(),
                p.theme() == null ? ProtocolText.THEME_LABEL_NONE : p.theme(),
                state + (p.draft() && published != null ? ", brouillon en cours" : ""),
                p.withdrawn() ? "is-late" : published == null ? "" : "is-done",
                p.reviewOn() == null ? "" : FrenchDates.date(p.reviewOn()),
                p.reviewOn() != null && p.reviewOn().isBefore(today),
                p.plans(),
                ProtocolText.takenFrom(p.takenFrom()));
    }

    private ProtocolsPage.Offer offer(Documents.Shipped s) {
        var d = s.document();
        return new ProtocolsPage.Offer(
                "livre",
                s.code(),
                d.title(),
                d.aims().size()
                        + " objectifs, "
                        + d.acts().size()
                        + " interventions, "
                        + (d.rules().isEmpty()
                                ? d.watches().size() + " surveillances\u00A0; "
                                : d.rules().size() + " règles\u00A0; ")
                        + d.toCheck()
                        + " sources à vérifier",
                HOME + "/livres/" + s.code(),
                false);
    }

    private ProtocolsPage.Offer offer(Shelf.Entry e) {
        return new ProtocolsPage.Offer(
                "partage",
                e.id().toString(),
                e.title(),
                e.nature().label()
                        + (e.theme() == null ? "" : ", " + e.theme())
                        + "\u00A0; "
                        + e.by()
                        + ", v"
                        + e.number()
                        + ", le "
                        + FrenchDates.date(LocalDate.ofInstant(e.at(), FrenchDates.PARIS)),
                HOME + "/partages/" + e.id(),
                e.own());
    }

    /// A protocol, or one of its versions. Throws `NotFound`.
    public ProtocolPage page(
            UUID id, @Nullable UUID version, FormErrors errors, @Nullable Typed typed) {
        var protocol = protocols.get(id);
        var versions = protocols.versions(id);
        var shown = shown(versions, version);
        return new ProtocolReading(
                        shown.document(), drafts.types(), theme(shown.document().theme()))
                .page(
                        HOME + "/" + id,
                        null,
                        shown.id(),
                        new ProtocolPage.Mark(
                                shown.status().label() + ", v" + shown.number(),
                                shown.status().tone(),
                                shown.status().icon()),
                        sub(protocol, shown),
                        warning(protocol, shown),
                        reviews.of(id),
                        SignedIn.current().role().clinical()
                                ? "/realisation/actes?periode=annee&par=protocole&code=" + id
                                : null,
                        history(id, versions),
                        acts(protocol, versions, shown),
                        errors,
                        typed);
    }

    /// A version: the one named, or else the one that serves, or the latest. Throws `NotFound`.
    public Version version(UUID id, @Nullable UUID version) {
        protocols.get(id);
        return shown(protocols.versions(id), version);
    }

    private static Version shown(List<Version> versions, @Nullable UUID version) {
        return versions.stream()
                .filter(v -> version == null ? v.status() == Status.PUBLIE : v.id().equals(version))
                .findFirst()
                .or(() ->
                        version == null
                                ? versions.stream().findFirst()
                                : java.util.Optional.empty())
                .orElseThrow(() -> new NotFound("version de protocole", version));
    }

    private static String sub(Protocol protocol, Version v) {
        var words = new ArrayList<String>();
        var from = ProtocolText.takenFrom(protocol.takenFrom());
        if (from != null) words.add(from);
        if (v.publishedAt() != null)
            words.add(
                    "publié le "
                            + FrenchDates.date(
                                    LocalDate.ofInstant(v.publishedAt(), FrenchDates.PARIS))
                            + " par "
                            + v.publishedBy());
        if (v.reviewedBy() != null) words.add("validé par " + v.reviewedBy());
        if (v.reviewOn() != null) words.add("à relire le " + FrenchDates.date(v.reviewOn()));
        return String.join(" · ", words);
    }

    private @Nullable String warning(Protocol protocol, Version v) {
        if (protocol.withdrawnAt() != null && v.status() == Status.RETIRE)
            return "Retiré le "
                    + FrenchDates.date(
                            LocalDate.ofInstant(protocol.withdrawnAt(), FrenchDates.PARIS))
                    + ProtocolText.COLON
                    + protocol.withdrawnWhy();
        if (v.status() == Status.BROUILLON)
            return "Brouillon"
                    + ProtocolText.COLON
                    + "il ne s’applique à aucun plan avant d’être validé par un médecin et publié.";
        if (v.reviewOn() != null && v.reviewOn().isBefore(LocalDate.now(clock)))
            return "La date de relecture est passée depuis le "
                    + FrenchDates.date(v.reviewOn())
                    + ".";
        return null;
    }

    private static List<ProtocolPage.Version> history(UUID id, List<Version> versions) {
        var lines = new ArrayList<ProtocolPage.Version>();
        for (int k = 0; k < versions.size(); k++) {
            var v = versions.get(k);
            var before = k + 1 < versions.size() ? versions.get(k + 1) : null;
            lines.add(
                    new ProtocolPage.Version(
                            "v"
                                    + v.number()
                                    + (v.changeReason() == null
                                            ? ""
                                            : ProtocolText.COLON + v.changeReason()),
                            HOME + "/" + id + "?version=" + v.id(),
                            new ProtocolPage.Mark(
                                    v.status().label(), v.status().tone(), v.status().icon()),
                            v.publishedAt() == null
                                    ? ""
                                    : FrenchDates.date(
                                            LocalDate.ofInstant(
                                                    v.publishedAt(), FrenchDates.PARIS)),
                            before == null
                                    ? null
                                    : HOME + "/comparer?de=v-" + before.id() + "&a=v-" + v.id()));
        }
        return lines;
    }

    private static ProtocolPage.Acts acts(Protocol p, List<Version> versions, Version shown) {
        var write = mayWrite();
        var draft = versions.stream().anyMatch(v -> v.status() == Status.BROUILLON);
        var published = versions.stream().anyMatch(v -> v.status() == Status.PUBLIE);
        return new ProtocolPage.Acts(
                write,
                write && draft,
                write && !draft,
                write && draft && shown.status() == Status.BROUILLON,
                write && published,
                write && published,
                write && p.shelf() != null,
                SignedIn.current().role().clinical(),
                SignedIn.current().role().clinical() && !shown.document().rules().isEmpty());
    }

    static boolean mayWrite() {
        var role = SignedIn.current().role();
        return role.clinical() || role == Role.HEAD;
    }

    /// One that comes with the application.
    public ProtocolPage shipped(Documents.Shipped shipped) {
        return offered(
                shipped.document(),
                new ProtocolPage.Offer("livre", shipped.code()),
                "Livré avec Maillage",
                "À relire et valider par un médecin avant de servir\u00A0: prenez-en une copie.");
    }

    /// One that another structure shares. Throws `NotFound`.
    public ProtocolPage shared(UUID entry) {
        var shared = shelf.get(entry);
        return offered(
                shared.document(),
                new ProtocolPage.Offer("partage", entry.toString()),
                "Partagé",
                shared.by() + ", version " + shared.number());
    }

    /// One that is not the structure's, of which a copy may be taken.
    ///
    /// @param state whose it is
    public ProtocolPage offered(
            Document document, ProtocolPage.Offer offer, String state, String sub) {
        var write = mayWrite();
        return new ProtocolReading(document, drafts.types(), theme(document.theme()))
                .page(
                        null,
                        offer,
                        null,
                        new ProtocolPage.Mark(state, "is-info", "book"),
                        sub,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        new ProtocolPage.Acts(
                                write, false, false, false, false, false, false, false, false),
                        new FormErrors(),
                        null);
    }

    private @Nullable String theme(@Nullable String code) {
        for (var theme : networks.allThemes()) if (theme.code().equals(code)) return theme.label();
        return null;
    }

    /// Who has the protocol in their plan, a page at a time; the list leaves its line in the trail.
    @Transactional // not read-only: a list of persons leaves its line in the trail
    public UsesPage uses(UUID id, int page) {
        protocols.get(id);
        var versions = protocols.versions(id);
        var latest =
                versions.stream()
                        .filter(v -> v.status() == Status.PUBLIE)
                        .mapToInt(Version::number)
                        .max()
                        .orElse(0);
        var all = uses.of(id, page, USES + 1);
        var shown = all.stream().limit(USES).toList();
        trail.listed("protocole", shown.stream().map(Uses.Use::patient).toList());
        var href = HOME + "/" + id;
        return new UsesPage(
                href,
                versions.getFirst().document().title(),
                shown.stream()
                        .map(u ->
                                new UsesPage.Line(
                                        u.person(),
                                        "PPS v" + u.number() + ", " + status(u.status()),
                                        "/dossiers/"
                                                + u.patient()
                                                + "/pps/"
                                                + u.pps()
                                                + "/protocoles",
                                        ProtocolText.lines(u.lines()),
                                        "v" + u.oldest(),
                                        u.oldest() < latest))
                        .toList(),
                all.size() > USES ? href + "/plans?page=" + (page + 1) : null,
                page > 0 ? href + "/plans?page=" + (page - 1) : null);
    }

    private static String status(String code) {
        return switch (code) {
            case "BROUILLON" -> "brouillon";
            case "SOUMIS" -> "soumis pour avis";
            default -> "en vigueur";
        };
    }
}
