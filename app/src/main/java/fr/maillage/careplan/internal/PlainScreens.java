package fr.maillage.careplan.internal;

import fr.maillage.careplan.internal.Content.Intervention;
import fr.maillage.careplan.internal.PlainPage.Helper;
import fr.maillage.careplan.internal.PlainPage.Line;
import fr.maillage.careplan.internal.education.EducationScreens;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.NotFound;
import fr.maillage.web.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The plan in plain French, made of the plan itself: nothing is written twice.
@Component
class PlainScreens {

    private final PpsRepository plans;
    private final AidScreens aids;
    private final EducationScreens education;
    private final Structures structures;
    private final Clock clock;

    PlainScreens(
            PpsRepository plans,
            AidScreens aids,
            EducationScreens education,
            Structures structures,
            Clock clock) {
        this.plans = plans;
        this.aids = aids;
        this.education = education;
        this.structures = structures;
        this.clock = clock;
    }

    /// The plan in force of the file. Throws `NotFound` when there is none.
    @Transactional(readOnly = true)
    public PlainPage inForce(OpenFile file, String back, String here) {
        var pps =
                plans.inForce(file.patient())
                        .orElseThrow(() -> new NotFound("pps", file.patient().value()));
        return page(file, pps, back, here);
    }

    /// One version. Throws `NotFound` when it is not this person's.
    @Transactional(readOnly = true)
    public PlainPage version(OpenFile file, UUID id, String back, String here) {
        var pps = plans.get(id);
        if (!pps.patient().equals(file.patient())) throw new NotFound("pps", id);
        return page(file, pps, back, here);
    }

    private PlainPage page(OpenFile file, Pps pps, String back, String here) {
        var c = pps.content();
        var banner = file.banner();
        var frame = structures.frameOf(file.network());
        var today = LocalDate.now(clock);
        var acts = c.interventions().stream().filter(i -> !over(i, today)).toList();
        return new PlainPage(
                banner.given() + " " + banner.family(),
                frame.name(),
                back,
                here + ".pdf",
                pps.inForceAt() == null
                        ? "Ce plan n’est pas encore en vigueur."
                        : "Depuis le "
                                + FrenchDates.date(
                                        pps.inForceAt().atZone(FrenchDates.PARIS).toLocalDate()),
                Stream.of(Topic.LIFE_PROJECT, Topic.PREFERENCES_PERSON)
                        .flatMap(t -> c.text(t).lines())
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList(),
                mine(file, acts),
                helpers(acts),
                aids.lines(file.patient(), c.aids(), null).stream()
                        .map(a -> new Line("file-text", PlainText.aid(a), a.amount()))
                        .toList(),
                c.referentName() == null ? banner.coordinator() : c.referentName(),
                frame.onCallPhone(),
                frame.onCallPhone().replaceAll("[^0-9+]", ""),
                frame.hours(),
                banner.doctor(),
                crisis(file, c),
                c.reassessOn() == null ? null : FrenchDates.longDay(c.reassessOn()),
                FrenchDates.exact(clock.instant()));
    }

    /// What ended is no longer to be done.
    private static boolean over(Intervention i, LocalDate today) {
        var ends = i.recurrence().endsOn();
        return ends != null && ends.isBefore(today);
    }

    private List<Line> mine(OpenFile file, List<Intervention> acts) {
        var lines = new ArrayList<Line>();
        acts.stream().filter(Intervention::byThePerson).map(PlainScreens::line).forEach(lines::add);
        education
                .toCome(file.patient())
                .forEach(session -> lines.add(new Line("book", session, null)));
        return lines;
    }

    private static List<Helper> helpers(List<Intervention> acts) {
        var by = new LinkedHashMap<String, List<Intervention>>();
        for (var act : acts)
            if (!act.byThePerson())
                by.computeIfAbsent(
                                Objects.requireNonNullElse(act.actorName(), ""),
                                _ -> new ArrayList<>())
                        .add(act);
        return by.entrySet().stream()
                .map(e ->
                        new Helper(
                                e.getKey().isEmpty() ? null : e.getKey(),
                                e.getValue().getFirst().actorProfession(),
                                e.getValue().stream().map(PlainScreens::line).toList()))
                .toList();
    }

    private static Line line(Intervention i) {
        return new Line(
                PlainText.icon(i.type()),
                i.title(),
                PpsText.when(i.recurrence(), i.windowDays())
                        + (i.place() == null ? "" : ", " + i.place()));
    }

    private static List<String> crisis(OpenFile file, Content c) {
        var crisis = file.banner().crisis();
        var words = crisis == null ? null : crisis.words();
        return Objects.requireNonNullElse(words, c.text(Topic.CRISIS))
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }
}
