package fr.maillage.portability.internal.draft;

import fr.maillage.casefile.TakingOver;
import fr.maillage.patient.Consents.Act;
import fr.maillage.patient.Consents.Consent;
import fr.maillage.patient.Consents.State;
import fr.maillage.portability.internal.draft.Problem.Severity;
import fr.maillage.portability.internal.reading.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Agreements as the file says them: with their date and form, or « à recueillir ». Never supposed.
/// An opposition holds even without its date.
final class Agreements {

    private Agreements() {}

    static List<Consent> read(Columns cells, Belongings belongs, LocalDate today) {
        var consents = new ArrayList<Consent>();
        var form = cells.code(Field.CONSENT_FORM).orElse(null);
        var said = cells.code(Field.CONSENT).orElse("");
        var on = cells.past(Field.CONSENT_ON, 0).orElse(null);
        switch (said) {
            case "REFUSE" -> cells.say(Severity.ERROR, Field.CONSENT, LineText.REFUSED);
            case "DONNE" -> {
                if (on != null && form != null) {
                    consents.add(given(Act.ACCOMPAGNEMENT, State.DONNE, on, form));
                } else {
                    cells.say(
                            Severity.WARNING,
                            Field.CONSENT,
                            on == null
                                    ? LineText.CONSENT_WITHOUT_DATE
                                    : LineText.CONSENT_WITHOUT_FORM);
                    consents.add(toAsk(Act.ACCOMPAGNEMENT, today));
                }
            }
            default -> {
                cells.say(Severity.WARNING, Field.CONSENT, LineText.CONSENT_TO_ASK);
                consents.add(toAsk(Act.ACCOMPAGNEMENT, today));
            }
        }
        var sharing = cells.code(Field.SHARING).orElse("");
        var informed = cells.past(Field.SHARING_ON, 0).orElse(null);
        if (sharing.equals("OPPOSITION")) {
            consents.add(
                    new Consent(
                            Act.PARTAGE_EQUIPE,
                            State.OPPOSITION,
                            informed == null ? today : informed,
                            form == null || form.equals("REPRESENTANT") ? "ORAL" : form,
                            "PERSONNE",
                            null,
                            null,
                            null,
                            informed == null
                                    ? LineText.OPPOSITION_WITHOUT_DATE
                                    : LineText.TAKEN_OVER));
            cells.say(Severity.WARNING, Field.SHARING, LineText.OPPOSED);
        } else if (sharing.equals("DONNE") && informed != null && form != null) {
            consents.add(given(Act.PARTAGE_EQUIPE, State.DONNE, informed, form));
        } else {
            if (sharing.equals("DONNE"))
                cells.say(Severity.WARNING, Field.SHARING, LineText.SHARING_WITHOUT_DATE);
            consents.add(toAsk(Act.PARTAGE_EQUIPE, today));
        }
        return consents;
    }

    private static Consent given(Act act, State state, LocalDate on, String form) {
        return new Consent(
                act,
                state,
                on,
                form,
                form.equals("REPRESENTANT") ? "REPRESENTANT" : "PERSONNE",
                null,
                null,
                null,
                LineText.TAKEN_OVER);
    }

    private static Consent toAsk(Act act, LocalDate today) {
        return new Consent(
                act, State.A_CONFIRMER, today, "ORAL", "EQUIPE", null, null, null, LineText.TO_ASK);
    }

    /// An agreement of the representative needs their name: the one of the circle.
    static List<Consent> byRepresentative(
            List<Consent> consents, Belongings belongs, Columns cells) {
        var representative = representative(belongs);
        var named = new ArrayList<Consent>();
        for (var c : consents) {
            if (!c.givenBy().equals("REPRESENTANT")) named.add(c);
            else if (representative == null) {
                cells.say(Severity.WARNING, Field.CONSENT_FORM, LineText.REPRESENTATIVE_UNKNOWN);
                named.add(toAsk(c.act(), belongs.today()));
            } else
                named.add(
                        new Consent(
                                c.act(),
                                c.state(),
                                c.givenOn(),
                                c.form(),
                                c.givenBy(),
                                representative,
                                null,
                                null,
                                c.reason()));
        }
        return named;
    }

    private static @Nullable String representative(Belongings belongs) {
        return belongs.circle().stream()
                .filter(m -> m.role().equals("REPRESENTANT_LEGAL"))
                .map(TakingOver.Member::name)
                .findFirst()
                .orElse(null);
    }
}
