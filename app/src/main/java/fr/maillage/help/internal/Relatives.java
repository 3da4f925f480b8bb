package fr.maillage.help.internal;

import fr.maillage.casefile.CaseFiles.Actor;
import fr.maillage.casefile.CaseFiles;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormErrors;
import fr.maillage.web.FormFields.Typed;
import fr.maillage.web.FormFields;
import fr.maillage.web.FormView.Field;
import fr.maillage.web.FormView.Option;
import fr.maillage.web.WebText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// For whom a help is: the person, a relative of her circle, or a relative nobody wrote there.
@Component
class Relatives {

    private static final String OTHER = "AUTRE";

    private final CaseFiles files;
    private final Clock clock;

    Relatives(CaseFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /// @param name null: the person herself
    record ForWhom(@Nullable UUID relative, @Nullable String name) {

        String code() {
            return name == null ? "PERSONNE" : "PROCHE";
        }
    }

    List<Actor> of(PatientId patient) {
        return files.circle(patient, LocalDate.now(clock)).stream()
                .filter(a -> a.kind().equals("PROCHE"))
                .toList();
    }

    /// Two fields: whom, and the name of somebody who is not in the circle.
    static List<Field> fields(List<Actor> relatives, Typed typed) {
        var options = new ArrayList<Option>();
        for (var one : relatives)
            options.add(new Option(one.id().toString(), one.name() + ", " + one.quality(), false));
        options.add(new Option(OTHER, "Un autre proche", false));
        return List.of(
                FormFields.optional("forWhom", "Pour qui", typed, "La personne", options),
                FormFields.field(
                        "relativeName",
                        "Nom du proche, s’il n’est pas dans le cercle",
                        null,
                        "TEXT",
                        typed,
                        false));
    }

    ForWhom read(PatientId patient, Typed typed, FormErrors errors) {
        var chosen = typed.text("forWhom");
        if (chosen.isEmpty()) return new ForWhom(null, null);
        if (chosen.equals(OTHER)) {
            var name = typed.text("relativeName");
            if (name.isEmpty()) errors.add("relativeName", HelpText.WHICH_RELATIVE);
            else if (name.length() > FormFields.LINE)
                errors.add("relativeName", WebText.LINE_TOO_LONG);
            return new ForWhom(null, name);
        }
        for (var one : of(patient))
            if (one.id().toString().equals(chosen)) return new ForWhom(one.id(), one.name());
        errors.add("forWhom", WebText.CHOOSE);
        return new ForWhom(null, null);
    }
}
