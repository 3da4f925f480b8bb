package fr.maillage.partners.internal;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder;
import fr.maillage.directory.Offers;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.SearchKey;
import fr.maillage.partners.internal.CardPage.Line;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Cards: the national file and the local knowledge, each in its place.
@Component
@Transactional(readOnly = true)
class CardScreens {

    private final Finder finder;
    private final Offers offers;
    private final LocalPeople people;
    private final LocalStructures structures;
    private final KnowledgeScreens knowledge;
    private final QualificationScreens qualifications;
    private final AgreementService agreements;
    private final Clock clock;

    CardScreens(
            Finder finder,
            Offers offers,
            LocalPeople people,
            LocalStructures structures,
            KnowledgeScreens knowledge,
            QualificationScreens qualifications,
            AgreementService agreements,
            Clock clock) {
        this.finder = finder;
        this.offers = offers;
        this.people = people;
        this.structures = structures;
        this.knowledge = knowledge;
        this.qualifications = qualifications;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// Where somebody added here is now: their national card once they were joined to it.
    Partner present(Partner partner) {
        var joined =
                partner.local() && partner.nature() == Nature.PROFESSIONNEL
                        ? people.joinedTo(partner.id())
                        : null;
        return joined == null ? partner : new Partner(partner.nature(), joined);
    }

    /// What the file, or the structure's own, says of them: each place of work. Empty for somebody
    /// the file no longer has.
    List<Hit> places(Partner partner) {
        if (partner.nature() != Nature.PROFESSIONNEL)
            return (partner.local()
                            ? structures.hit(partner.id())
                            : finder.one(partner.nature(), partner.ref()))
                    .stream().toList();
        return partner.local()
                ? people.hit(partner.id()).stream().toList()
                : finder.activities(partner.ref());
    }

    /// The first place. Throws `NotFound`.
    Hit get(Partner partner) {
        return places(partner).stream().findFirst().orElseThrow(CardScreens::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("annuaire", null);
    }

    /// Throws `NotFound` when neither the file nor the structure knows them.
    void check(Partner partner) {
        if (places(partner).isEmpty()
                && knowledge.described(partner) == null
                && knowledge.notes(partner).isEmpty()) throw unknown();
    }

    /// @param failed name of the form shown again with what was typed, "" for none
    CardPage card(Partner partner, String failed, @Nullable Sent typed, @Nullable String conflict) {
        var places = places(partner);
        var described = knowledge.described(partner);
        var notes = knowledge.notes(partner);
        if (places.isEmpty() && described == null && notes.isEmpty()) throw unknown();
        var first = places.isEmpty() ? null : places.getFirst();
        var role = SignedIn.current().role();
        var professional = partner.nature() == Nature.PROFESSIONNEL;
        var membership = professional ? knowledge.membership(partner.ref()) : null;
        return new CardPage(
                partner.address(),
                partner.nature().name(),
                first == null ? knowledge.name(partner) : first.name(),
                first == null ? "" : SearchPages.join(" · ", first.kindLabel(), first.specialty()),
                PartnersText.number(partner),
                CardText.source(partner),
                places.stream().map(p -> place(p, partner)).toList(),
                places.isEmpty() ? PartnersText.GONE : "",
                partner.nature() == Nature.OFFRE ? said(partner) : List.of(),
                professional && !partner.local() ? qualifications.of(partner.ref()) : null,
                role.clinical() && first != null && PersonChoice.joins(first)
                        ? PersonChoice.address(partner)
                        : null,
                membership == null ? "" : membership.words(),
                membership != null && membership.member(),
                role == Role.HEAD && membership == null && first != null && professional
                        ? new CardPage.Joining(
                                first.name(),
                                first.kindLabel(),
                                partner.local() ? null : partner.ref(),
                                PartnersText.STATUSES)
                        : null,
                partner.local(),
                partner.local() && professional && first != null
                        ? new CardPage.Local(candidates(first))
                        : null,
                described == null ? List.of() : described.facts(),
                described == null ? "" : described.changed(),
                knowledge.seen(partner),
                knowledge.contacts(partner),
                notes,
                professional ? agreements(partner) : List.of(),
                knowledge.mistakes(partner),
                forms(described, failed, typed),
                conflict,
                PartnersText.CHOICES,
                role.team(),
                role == Role.HEAD && first != null && first.kind().equals("PSYCHOLOGUE"));
    }

    private Map<String, Sent> forms(
            KnowledgeScreens.@Nullable Described described, String failed, @Nullable Sent typed) {
        var today = LocalDate.now(clock).toString();
        var forms = new HashMap<String, Sent>();
        forms.put("fiche", described == null ? Sent.with("version", "0") : described.form());
        forms.put("disponibilite", Sent.with("seenOn", today, "state", "DISPONIBLE"));
        forms.put("note", Sent.with("audience", "EQUIPE"));
        forms.put("contact", Sent.with());
        forms.put("erreur", Sent.with());
        forms.put("convention", Sent.with("signedOn", today, "startsOn", today));
        forms.put("rapprochement", Sent.with());
        if (typed != null) forms.put(failed, typed);
        return Map.copyOf(forms);
    }

    private List<Line> said(Partner partner) {
        return offers.find(partner.ref())
                .map(offer -> CardText.said(offer, LocalDate.now(clock)))
                .orElse(List.of());
    }

    private List<Line> agreements(Partner partner) {
        return agreements.all(partner.ref()).stream()
                .map(a ->
                        new Line(a.state(), SearchPages.join(". ", a.days(), a.terms(), a.ended())))
                .toList();
    }

    private static CardPage.Place place(Hit hit, Partner partner) {
        var phone = hit.phone() == null ? null : PhoneNumber.parse(hit.phone()).orElse(null);
        return new CardPage.Place(
                hit.organization() == null ? hit.name() : hit.organization(),
                SearchPages.join(
                        " · ",
                        hit.mode() == null ? null : PartnersText.mode(hit.mode()),
                        hit.specialty(),
                        hit.placesFree() == null ? null : PartnersText.places(hit.placesFree())),
                SearchPages.join(
                        ", ",
                        hit.address(),
                        SearchPages.join(" ", hit.postcode(), hit.communeName())),
                hit.phone() == null ? null : PhoneNumber.written(hit.phone()),
                phone == null ? null : phone.dial(),
                hit.email(),
                hit.mssante(),
                hit.structure() == null || partner.nature() == Nature.STRUCTURE
                        ? null
                        : new Partner(Nature.STRUCTURE, hit.structure()).address());
    }

    /// National lines that may be theirs.
    private Map<String, String> candidates(Hit person) {
        var found = new LinkedHashMap<String, String>();
        finder
                .find(
                        new Wanted(
                                EnumSet.of(Nature.PROFESSIONNEL),
                                SearchKey.of(person.name().replaceFirst("^Dr ", "")),
                                null,
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                null,
                                null,
                                0,
                                null,
                                false,
                                null,
                                true),
                        5)
                .stream()
                .filter(h -> h.ref().length() == 11)
                .forEach(h ->
                        found.put(
                                h.ref(),
                                SearchPages.join(" · ", h.name(), h.kindLabel(), h.communeName())));
        return found;
    }
}
