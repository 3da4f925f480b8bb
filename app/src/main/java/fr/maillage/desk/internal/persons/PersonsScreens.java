package fr.maillage.desk.internal.persons;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.casefile.CaseFiles.Part;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.casefile.Teams;
import fr.maillage.desk.internal.persons.DuplicatesPage.Person;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.network.Networks;
import fr.maillage.patient.Families;
import fr.maillage.patient.Identities;
import fr.maillage.patient.Merges;
import fr.maillage.patient.Patients;
import fr.maillage.web.FormErrors;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of families, teams and changes of identity show.
@Component
@Transactional(readOnly = true)
public class PersonsScreens {

    private final CaseFiles files;
    private final Families families;
    private final Patients patients;
    private final Identities identities;
    private final Merges merges;
    private final Teams teams;
    private final Networks networks;
    private final Clock clock;

    PersonsScreens(
            CaseFiles files,
            Families families,
            Patients patients,
            Identities identities,
            Merges merges,
            Teams teams,
            Networks networks,
            Clock clock) {
        this.files = files;
        this.families = families;
        this.patients = patients;
        this.identities = identities;
        this.merges = merges;
        this.teams = teams;
        this.networks = networks;
        this.clock = clock;
    }

    /// The links a reader may know of: those whose file opens to them.
    public List<FamilyPage.Link> family(OpenFile file) {
        var all = families.of(file.patient());
        var open = files.opening(all.stream().map(Families.Link::other).toList(), Part.SYNTHESE);
        return all.stream()
                .filter(l -> open.containsKey(l.other()))
                .map(l ->
                        new FamilyPage.Link(
                                l.id().toString(),
                                l.other().toString(),
                                l.name(),
                                l.relation().label()
                                        + (l.household() ? PersonsText.SAME_HOME : "")))
                .toList();
    }

    FamilyPage family(OpenFile file, String typed, FormErrors errors) {
        var role = SignedIn.current().role();
        var desk = role.team() && role != Role.HEAD;
        return new FamilyPage(
                file.banner(),
                family(file),
                desk
                        ? families.sameAddress(file.patient()).stream()
                                .map(n -> new Person(n.id().toString(), n.name(), ""))
                                .toList()
                        : List.of(),
                typed,
                typed.isBlank() || !desk
                        ? List.of()
                        : patients.near(typed, 8).stream()
                                .filter(n -> !n.id().equals(file.patient()))
                                .map(n ->
                                        new Person(
                                                n.id().toString(),
                                                n.displayName(),
                                                PersonsText.born(n.birthDate())))
                                .toList(),
                Arrays.stream(Families.Relation.values())
                        .map(r -> new FamilyPage.Relation(r.name(), r.label()))
                        .toList(),
                desk,
                errors);
    }

    HistoryPage history(OpenFile file) {
        return new HistoryPage(
                file.banner(),
                identities.history(file.patient()).stream()
                        .map(c ->
                                new HistoryPage.Line(
                                        c.trait(),
                                        c.was(),
                                        c.became(),
                                        "le "
                                                + FrenchDates.date(
                                                        LocalDateTime.ofInstant(
                                                                        c.at(), FrenchDates.PARIS)
                                                                .toLocalDate())
                                                + ", par "
                                                + c.by(),
                                        c.ground(),
                                        c.why(),
                                        c.noLongerQualified()))
                        .toList(),
                SignedIn.current().role().team() && !merges.of(file.patient()).isEmpty());
    }

    TeamsPage teams(OpenFile file, String member, String unit, String why, FormErrors errors) {
        var today = LocalDate.now(clock);
        return new TeamsPage(
                file.banner(),
                teams.around(file.patient()).stream()
                        .map(t ->
                                new TeamsPage.Line(
                                        Objects.toString(t.id(), null),
                                        t.referent(),
                                        PersonsText.mark(t.kind()),
                                        PersonsText.of(t.kind())
                                                + (t.unit() == null ? "" : ", " + t.unit())
                                                + ", depuis le "
                                                + FrenchDates.date(t.since())))
                        .toList(),
                networks.coordinators(today).stream()
                        .map(m -> new FamilyPage.Relation(m.id().toString(), m.name()))
                        .toList(),
                networks.units().stream()
                        .map(u -> new FamilyPage.Relation(u.id().toString(), u.name()))
                        .toList(),
                member,
                unit,
                why,
                SignedIn.current().role().clinical(),
                errors);
    }
}
