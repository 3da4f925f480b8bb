package fr.maillage.hospital.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.hospital.internal.AcuteSupport.Avoided;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The page of urgent and very specific situations.
@Component
class AcuteScreens {

    private final AcuteService service;
    private final Clock clock;

    AcuteScreens(AcuteService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    AcutePage page(OpenFile file, Shown shown) {
        var today = LocalDate.now(clock);
        var here = "/dossiers/" + file.patient() + "/situations-aigues";
        return new AcutePage(
                file.banner(),
                service.of(file.patient()).stream()
                        .map(one -> line(one, here, shown, today))
                        .toList(),
                shown.form(
                        "situation",
                        here,
                        "Noter une situation",
                        AcuteForm.blank(today),
                        AcuteForm::fields,
                        0,
                        "Noter la situation"));
    }

    private static AcutePage.Line line(
            AcuteSupport one, String here, Shown shown, LocalDate today) {
        var avoided = one.avoided(today);
        return new AcutePage.Line(
                one.kind().label,
                FrenchDates.longDay(one.happenedOn()),
                one.askedBy().label,
                lines(one.situation()),
                one.doctor().label
                        + (one.doctorWords() == null
                                ? ""
                                : Typography.NBSP + ": " + one.doctorWords()),
                lines(one.answer()),
                one.means().stream().map(m -> m.label).collect(Collectors.joining(", ")),
                one.outcome().label,
                avoided == Avoided.NOT_ASKED ? null : HospitalText.avoided(one, avoided),
                switch (avoided) {
                    case YES -> "is-done";
                    case TO_CONFIRM -> "is-due";
                    case NO -> "is-late";
                    case NOT_ASKED -> "";
                },
                one.notedBy(),
                shown.form(
                        "situation-" + one.id(),
                        here + "/" + one.id(),
                        "Corriger",
                        AcuteForm.of(one),
                        AcuteForm::fields,
                        one.version(),
                        "Enregistrer"));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
