package fr.maillage.partners.internal;

import fr.maillage.access.Trail;
import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Patients;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whose circle a partner found without a person joins: one of the persons whose file was opened
/// last, or one who is looked for. It leads to the form of the circle, which is filled and decides
/// who may.
@Component
class PersonChoice {

    private static final int SHOWN = 8;

    /// Files opened that are asked for: some are no longer open to who asks, or ended.
    private static final int ASKED = 20;

    private final CardScreens cards;
    private final CaseFiles files;
    private final Patients patients;
    private final Trail trail;

    PersonChoice(CardScreens cards, CaseFiles files, Patients patients, Trail trail) {
        this.cards = cards;
        this.files = files;
        this.patients = patients;
        this.trail = trail;
    }

    static String address(Partner partner) {
        return partner.address() + "/cercle";
    }

    /// Whether it can be somebody of a circle: an offer is, by the structure that makes it.
    static boolean joins(Hit hit) {
        return hit.nature() != Nature.OFFRE || hit.structure() != null;
    }

    /// The form of somebody's circle, filled with this partner.
    static String form(PatientId patient, Hit hit) {
        var circle = "/dossiers/" + patient + "/cercle/ajouter";
        if (new Partner(hit.nature(), hit.ref()).local())
            return circle
                    + (hit.nature() == Nature.STRUCTURE ? "?type=STRUCTURE&carnet=" : "?carnet=")
                    + hit.ref();
        return circle
                + (hit.nature() == Nature.PROFESSIONNEL
                        ? "?type=PROFESSIONNEL&rpps=" + hit.ref()
                        : "?type=STRUCTURE&finess=" + hit.structure());
    }

    /// The persons whose file was opened last.
    PersonChoicePage recent(Partner partner) {
        return page(partner, "", trail.lastOpened(ASKED));
    }

    /// Those near what was typed.
    PersonChoicePage found(Partner partner, String typed) {
        return page(
                partner,
                typed,
                patients.near(typed, ASKED).stream().map(Patients.Near::id).toList());
    }

    /// Throws `NotFound` when nobody knows the partner. Leaves the line of a list in the trail.
    private PersonChoicePage page(Partner partner, String typed, List<PatientId> asked) {
        var hit = cards.get(partner);
        var open = files.opening(asked, Part.CERCLE);
        var persons =
                asked.stream()
                        .map(open::get)
                        .filter(Objects::nonNull)
                        .filter(file -> !file.banner().deceased())
                        // whom one works with before those whose file is closed
                        .sorted(Comparator.comparing(file -> file.banner().level() == null))
                        .limit(SHOWN)
                        .toList();
        trail.listed("RECHERCHE", persons.stream().map(f -> f.patient().value()).toList());
        return new PersonChoicePage(
                address(partner),
                partner.address(),
                hit.name(),
                typed,
                HomeText.chosenAmong(typed, persons.size()),
                persons.stream().map(file -> line(file, hit)).toList());
    }

    private static PersonChoicePage.Line line(OpenFile file, Hit hit) {
        return new PersonChoicePage.Line(
                form(file.patient(), hit), file.banner().name(), words(file.banner()));
    }

    private static String words(Banner banner) {
        return String.join(
                " · ",
                Stream.of(banner.age(), banner.commune(), banner.levelLabel())
                        .filter(word -> !word.isBlank())
                        .toList());
    }
}
