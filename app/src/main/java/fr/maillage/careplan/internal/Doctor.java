package fr.maillage.careplan.internal;

import org.jspecify.annotations.Nullable;

/// The attending doctor as a plan needs to know: there is one to ask, or there is none. No MT is a
/// normal state.
sealed interface Doctor {

    /// Declared, and the person does not oppose that they be told.
    record Known(String name, @Nullable String rpps, @Nullable String phone) implements Doctor {}

    /// Nobody's opinion can be awaited.
    record None(Why why) implements Doctor {}

    /// Why there is none.
    enum Why {
        A_DECLARER,
        A_RECHERCHER,
        NE_PARTICIPE_PAS,
        OPPOSITION
    }

    static Doctor of(fr.maillage.patient.Patients.Patient patient) {
        if (!patient.mtState().equals("DECLARE")) return new None(Why.valueOf(patient.mtState()));
        if (!patient.mtTold()) return new None(Why.OPPOSITION);
        return new Known(
                patient.mtName() == null ? "médecin traitant" : patient.mtName(),
                patient.mtRpps(),
                patient.mtPhone());
    }
}
