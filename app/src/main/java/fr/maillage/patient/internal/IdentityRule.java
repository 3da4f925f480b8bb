package fr.maillage.patient.internal;

import fr.maillage.kernel.BirthDate;
import fr.maillage.kernel.Ins;
import fr.maillage.kernel.KernelText;
import fr.maillage.kernel.PersonName;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.kernel.Rpps;
import fr.maillage.patient.IdentityForm;
import fr.maillage.web.FormErrors;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the identity form: what may be stored, and every sentence about what may not. Knows
/// neither the directory nor the other persons.
record IdentityRule(IdentityForm form, LocalDate today) {

    /// Longest free note, in characters: a page and a half; longer is a document.
    static final int NOTES = 10_000;

    /// On what a change may rest, said by who changes it; a document checked, and a merge, are told
    /// by themselves.
    static final Map<String, String> GROUNDS = PatientText.GROUNDS;

    private static final Set<String> MT_STATES =
            Set.of("DECLARE", "A_DECLARER", "A_RECHERCHER", "NE_PARTICIPE_PAS");

    /// Everything wrong at once, field by field.
    FormErrors errors() {
        var errors = new FormErrors();
        name(errors, "birthName", "givenNames", form.birthName(), form.givenNames());
        if (!form.usedName().isEmpty()) name(errors, "usedName", "usedName", form.usedName(), "");
        if (!Set.of("F", "M", "I").contains(form.sex())) errors.add("sex", PatientText.SEX);
        if (!form.birthDate().isEmpty())
            KernelText.of(BirthDate.check(form.birthDate(), today))
                    .ifPresent(s -> errors.add("birthDate", s));
        if (!form.ins().isEmpty())
            KernelText.of(Ins.check(form.ins())).ifPresent(s -> errors.add("ins", s));
        phone(errors, "phone", form.phone());
        phone(errors, "mobile", form.mobile());
        phone(errors, "mtPhone", form.mtPhone());
        if (!form.email().isEmpty() && !form.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
            errors.add("email", PatientText.EMAIL);
        if (!MT_STATES.contains(form.mtState())) errors.add("mtState", PatientText.MT_STATE);
        if (!form.mtRpps().isEmpty() && Rpps.parse(form.mtRpps()).isEmpty())
            errors.add("mtRpps", KernelText.RPPS);
        var named = !form.mtName().isEmpty() || !form.mtRpps().isEmpty();
        if (form.mtState().equals("DECLARE") && !named)
            errors.add("mtName", PatientText.MT_NAME_MISSING);
        if (form.mtState().equals("A_RECHERCHER") && named)
            errors.add("mtState", PatientText.MT_NAMED);
        if (form.mtOpposed() && form.mtOpposition().isEmpty())
            errors.add("mtOpposition", PatientText.MT_OPPOSITION_MISSING);
        tooLong(errors, "birthPlace", form.birthPlace(), 120);
        tooLong(errors, "email", form.email(), 200);
        tooLong(errors, "address", form.address(), 300);
        tooLong(errors, "commune", form.commune(), 120);
        tooLong(errors, "language", form.language(), 80);
        tooLong(errors, "changeWhy", form.changeWhy(), 500);
        tooLong(errors, "mtName", form.mtName(), 200);
        tooLong(errors, "mtOpposition", form.mtOpposition(), 500);
        tooLong(errors, "notes", form.notes(), NOTES);
        return errors;
    }

    /// Where the identity stands after this saving. A trait that changes sends it back: what was
    /// checked was another one. A document checked validates; with a matricule brought by INSi it
    /// qualifies. Nothing typed by hand ever qualifies alone. Source: RNIV, statuts de l’identité.
    static String statusAfter(String before, boolean traitsChanged, boolean document) {
        if (document)
            return !traitsChanged && (before.equals("RECUPEREE") || before.equals("QUALIFIEE"))
                    ? "QUALIFIEE"
                    : "VALIDEE";
        return traitsChanged ? "PROVISOIRE" : before;
    }

    /// Whether one of the strict traits of the identity differs.
    static boolean traitsDiffer(IdentityForm before, IdentityForm after) {
        return !Objects.equals(family(before.birthName()), family(after.birthName()))
                || !given(before).equals(given(after))
                || !before.sex().equals(after.sex())
                || !before.birthDate().equals(after.birthDate())
                || !compact(before.ins()).equals(compact(after.ins()));
    }

    /// Whether what the history keeps differs: a strict trait, the name used or the place of birth.
    static boolean namesOrTraitsDiffer(IdentityForm before, IdentityForm after) {
        return traitsDiffer(before, after)
                || !Objects.equals(family(before.usedName()), family(after.usedName()))
                || !before.birthPlace().equals(after.birthPlace());
    }

    @Nullable LocalDate birth() {
        return BirthDate.parse(form.birthDate(), today).map(BirthDate::value).orElse(null);
    }

    private static void name(
            FormErrors errors, String familyField, String givenField, String family, String given) {
        var check = PersonName.check(family, given);
        var part =
                switch (check) {
                    case PersonName.Check.ControlCharacter(var wrong) -> wrong;
                    case PersonName.Check.TooLong(var wrong) -> wrong;
                    case PersonName.Check.FamilyMissing _, PersonName.Check.Valid _ ->
                            PersonName.Part.FAMILY;
                };
        KernelText.of(check)
                .ifPresent(s ->
                        errors.add(part == PersonName.Part.FAMILY ? familyField : givenField, s));
    }

    private static void phone(FormErrors errors, String field, String typed) {
        if (!typed.isEmpty() && PhoneNumber.parse(typed).isEmpty())
            errors.add(field, KernelText.PHONE);
    }

    private static void tooLong(FormErrors errors, String field, String typed, int max) {
        if (typed.length() > max) errors.add(field, PatientText.tooLong(typed.length(), max));
    }

    private static String family(String typed) {
        return PersonName.parse(typed, "").map(PersonName::family).orElse(typed);
    }

    private static String given(IdentityForm form) {
        return PersonName.parse("X", form.givenNames())
                .map(PersonName::given)
                .orElse(form.givenNames());
    }

    private static String compact(String ins) {
        return Ins.parse(ins).map(Ins::value).orElse(ins);
    }
}
