package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

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

    static PublicForm of(MultiValueMap<String, String> sent) {
        return new PublicForm(
                new ReferralForm(
                        one(sent, "asker"),
                        "",
                        one(sent, "askerQuality"),
                        one(sent, "askerStructure"),
                        one(sent, "askerPhone"),
                        (one(sent, "birthName") + " " + one(sent, "givenNames")).strip(),
                        (one(sent, "birthName") + " " + one(sent, "givenNames")).strip(),
                        ReferralForm.NEW,
                        one(sent, "birthName"),
                        one(sent, "givenNames"),
                        one(sent, "sex"),
                        one(sent, "birthDate"),
                        one(sent, "commune"),
                        one(sent, "personPhone"),
                        one(sent, "mtName"),
                        sent.getOrDefault("motives", List.of()),
                        one(sent, "ownWords"),
                        one(sent, "relativesWords"),
                        one(sent, "note"),
                        "FORMULAIRE",
                        one(sent, "urgency"),
                        one(sent, "agreement"),
                        one(sent, "agreementReason"),
                        one(sent, "mt"),
                        "",
                        ""),
                one(sent, "email"),
                !one(sent, "agreed").isEmpty(),
                one(sent, "structure"),
                one(sent, "site"));
    }

    /// Nothing typed yet, for one structure.
    static PublicForm to(UUID structure) {
        var blank = new LinkedMultiValueMap<String, String>();
        blank.add("structure", structure.toString());
        return of(blank);
    }

    /// What is kept of it until somebody checks it.
    Map<String, Object> fields() {
        var kept = new LinkedHashMap<String, Object>();
        var r = request;
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
        var r = of(sent).request();
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

    private static String one(MultiValueMap<String, String> sent, String field) {
        var value = sent.getFirst(field);
        return value == null ? "" : value.replace("\u0000", "").strip();
    }

    @Override
    public String toString() {
        return "PublicForm[…]";
    }
}
