package fr.maillage.desk.internal;

import fr.maillage.kernel.BirthDate;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One act as typed; every field a text.
///
/// @param state a state, or `LEVEE`: the opposition to one professional is lifted
/// @param opposedTo line of the circle, or empty
public record ConsentForm(
        String state,
        String givenOn,
        String form,
        String givenBy,
        String representative,
        String scope,
        String opposedTo,
        String opposedName,
        String reason) {

    /// Longest text of the form.
    static final int MAX = 1000;

    static ConsentForm blank(LocalDate today) {
        return new ConsentForm(
                "", FrenchDates.numeric(today), "ORAL", "PERSONNE", "", "", "", "", "");
    }

    static ConsentForm of(Sent sent) {
        return new ConsentForm(
                sent.text("state"),
                sent.text("givenOn"),
                sent.text("form"),
                sent.text("givenBy"),
                sent.text("representative"),
                sent.text("scope"),
                sent.text("opposedTo"),
                sent.text("opposedName"),
                sent.text("reason"));
    }

    /// The act, when it can be read; otherwise what is wrong is added to `errors`.
    Optional<Consent> read(Act act, List<Choice> people, LocalDate today, FormErrors errors) {
        var lifted = state.equals("LEVEE");
        var said =
                lifted
                        ? State.DONNE
                        : Arrays.stream(State.values())
                                .filter(s -> s.name().equals(state))
                                .findFirst()
                                .orElse(null);
        if (said == null) errors.add("state", "Choisissez ce que la personne a répondu.");
        var day = BirthDate.parse(givenOn, LocalDate.MAX).map(BirthDate::value).orElse(null);
        if (day == null) errors.add("givenOn", "Écrivez la date sous la forme 02/06/2026.");
        var named = lifted || said == State.OPPOSITION_PARTIELLE;
        var member = people.stream().filter(p -> p.code().equals(opposedTo)).findFirst();
        var who = named ? member.map(Choice::label).orElse(Sent.orNull(opposedName)) : null;
        if (lifted && who == null)
            errors.add("opposedTo", "Dites à quel professionnel la personne ne s’oppose plus.");
        for (var text :
                List.of(
                        Map.entry("scope", scope),
                        Map.entry("reason", reason),
                        Map.entry("representative", representative))) {
            if (text.getValue().length() > MAX) errors.add(text.getKey(), WebText.tooLong(MAX));
        }
        if (said == null || day == null || !errors.none()) return Optional.empty();
        var id = named ? member.map(m -> UUID.fromString(m.code())).orElse(null) : null;
        return Optional.of(
                new Consent(
                        act,
                        said,
                        day,
                        form,
                        givenBy,
                        Sent.orNull(representative),
                        Sent.orNull(scope),
                        who,
                        Sent.orNull(reason),
                        id));
    }
}
