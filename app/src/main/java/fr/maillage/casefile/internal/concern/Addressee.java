package fr.maillage.casefile.internal.concern;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Kinds of addressees of a concern. Source: CASF L.119-2 (loi du 8 avril 2024: cellule
/// départementale, vulnerable adults), CASF L.226-3 (CRIP, minors), CP 226-14 and 434-3 (procureur,
/// both), CASF L.331-8-1 (ARS, establishments and services); none of these texts was read in its
/// source. Who they are in a department is in the structure's own [AddresseeBook].
enum Addressee {
    CELLULE_DEPARTEMENTALE("Cellule départementale (majeur vulnérable)", Ages.ADULTS, null),
    CRIP("CRIP, cellule de recueil des informations préoccupantes (mineur)", Ages.MINORS, null),
    NUMERO_3977(
            "3977, maltraitance des personnes âgées et des adultes handicapés",
            Ages.ADULTS,
            "3977"),
    NUMERO_119("119, enfance en danger", Ages.MINORS, "119"),
    PROCUREUR("Procureur de la République", Ages.ALL, null),
    ARS("ARS (faits dans un établissement ou un service)", Ages.ALL, null);

    private static final int MAJORITY = 18;

    private enum Ages {
        ADULTS,
        MINORS,
        ALL
    }

    private final String label;
    private final Ages ages;
    private final @Nullable String number;

    Addressee(String label, Ages ages, @Nullable String number) {
        this.label = label;
        this.ages = ages;
        this.number = number;
    }

    /// The number that is the same everywhere; null when each department has its own.
    @Nullable String number() {
        return number;
    }

    /// The words on screen.
    String label() {
        return label;
    }

    /// Whether it hears about somebody born on `birth`; a date nobody knows closes no door.
    boolean hears(@Nullable LocalDate birth, LocalDate day) {
        if (birth == null || ages == Ages.ALL) return true;
        return (ages == Ages.MINORS) == minor(birth, day);
    }

    /// Those who hear about somebody born on `birth`.
    static List<Addressee> of(@Nullable LocalDate birth, LocalDate day) {
        return Arrays.stream(values()).filter(a -> a.hears(birth, day)).toList();
    }

    static Optional<Addressee> parse(String code) {
        return Arrays.stream(values()).filter(a -> a.name().equals(code)).findFirst();
    }

    static boolean minor(LocalDate birth, LocalDate day) {
        return !birth.isAfter(day) && Period.between(birth, day).getYears() < MAJORITY;
    }
}
