package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality;
import fr.maillage.web.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;

/// The public form exactly as typed: the fields of the counter's request, and the address for the
/// acknowledgement.
///
/// @param trap a field nobody sees: a machine fills it
public record PublicForm(
        ReferralForm request, String email, boolean agreed, String structure, String trap) {

    /// Who may ask here: professionals, who say so.
    static final List<AskerQuality> ASKERS =
            List.of(
                    AskerQuality.HOPITAL,
                    AskerQuality.MEDECIN_TRAITANT,
                    AskerQuality.MEDECIN,
                    AskerQuality.INFIRMIER,
                    AskerQuality.AUTRE_SOIGNANT,
                    AskerQuality.SOCIAL,
                    AskerQuality.MEDICO_SOCIAL);

    static PublicForm of(Sent sent) {
        return new PublicForm(
                new ReferralForm(
                        sent.text("asker"),
                        "",
                        sent.text("askerQuality"),
                        sent.text("askerStructure"),
                        sent.text("askerPhone"),
                        (sent.text("birthName") + " " + sent.text("givenNames")).strip(),
                        (sent.text("birthName") + " " + sent.text("givenNames")).strip(),
                        ReferralForm.NEW,
                        sent.text("birthName"),
                        sent.text("givenNames"),
                        sent.text("sex"),
                        sent.text("birthDate"),
                        sent.text("commune"),
                        sent.text("personPhone"),
                        sent.text("mtName"),
                        sent.all("motives"),
                        sent.text("ownWords"),
                        sent.text("relativesWords"),
                        sent.text("note"),
                        "FORMULAIRE",
                        sent.text("urgency"),
                        sent.text("agreement"),
                        sent.text("agreementReason"),
                        sent.text("mt"),
                        "",
                        ""),
                sent.text("email"),
                !sent.text("agreed").isEmpty(),
                sent.text("structure"),
                sent.text("site"));
    }

    /// Nothing typed yet, for one structure.
    static PublicForm to(UUID structure) {
        return of(Sent.with("structure", structure.toString()));
    }

    /// What is kept of it until somebody checks it.
    Map<String, Object> fields() {
        return fieldsOf(request);
    }

    /// The fields of a request, by name.
    static Map<String, Object> fieldsOf(ReferralForm r) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("asker", r.asker());
        kept.put("askerQuality", r.askerQuality());
        kept.put("askerStructure", r.askerStructure());
        kept.put("askerPhone", r.askerPhone());
        kept.put("birthName", r.birthName());
        kept.put("givenNames", r.givenNames());
        kept.put("sex", r.sex());
        kept.put("birthDate", r.birthDate());
        kept.put("commune", r.commune());
        kept.put("personPhone", r.personPhone());
        kept.put("mtName", r.mtName());
        kept.put("motives", r.motives());
        kept.put("ownWords", r.ownWords());
        kept.put("relativesWords", r.relativesWords());
        kept.put("note", r.note());
        kept.put("urgency", r.urgency());
        kept.put("agreement", r.agreement());
        kept.put("agreementReason", r.agreementReason());
        kept.put("mt", r.mt());
        return kept;
    }

    /// The counter's form as it was sent, the person still to be looked for.
    static ReferralForm again(Map<String, Object> kept, String arrival) {
        var sent = new LinkedMultiValueMap<String, String>();
        kept.forEach((name, value) -> {
            if (value instanceof List<?> all) all.forEach(v -> sent.add(name, String.valueOf(v)));
            else sent.add(name, String.valueOf(value));
        });
        var r = of(new Sent(sent)).request();
        return new ReferralForm(
                r.asker(),
                "",
                r.askerQuality(),
                r.askerStructure(),
                r.askerPhone(),
                r.subject(),
                r.subject(),
                "",
                r.birthName(),
                r.givenNames(),
                r.sex(),
                r.birthDate(),
                r.commune(),
                r.personPhone(),
                r.mtName(),
                r.motives(),
                r.ownWords(),
                r.relativesWords(),
                r.note(),
                r.channel(),
                r.urgency(),
                r.agreement(),
                r.agreementReason(),
                r.mt(),
                "",
                arrival);
    }

    @Override
    public String toString() {
        return "PublicForm[…]";
    }
}
