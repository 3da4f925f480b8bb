package fr.maillage.diseaseregister.internal;

import fr.maillage.kernel.Masked;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What of a line could tell who somebody is, made coarse: at least [Masked#THRESHOLD] lines say
/// the same sex, class of age and zone, or each says less (the zone goes first, then the age, then
/// the sex).
record Coarse(String sex, String age, String zone) {

    static final String WITHHELD = "n.c.";

    private static final int CLASS = 10;
    private static final int OLDEST = 90;

    /// The class of an age: « 50-59 », « 90 et plus ».
    static String classOf(int age) {
        if (age >= OLDEST) return OLDEST + " et plus";
        var from = age / CLASS * CLASS;
        return from + "-" + (from + CLASS - 1);
    }

    /// The same lines in the same order, each saying no more than it may.
    static List<Coarse> of(List<Coarse> lines) {
        var without = less(lines, c -> new Coarse(c.sex, c.age, WITHHELD));
        var withoutAge = less(without, c -> new Coarse(c.sex, WITHHELD, WITHHELD));
        return less(withoutAge, _ -> new Coarse(WITHHELD, WITHHELD, WITHHELD));
    }

    private static List<Coarse> less(List<Coarse> lines, UnaryOperator<Coarse> coarser) {
        var alike = lines.stream().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return lines.stream()
                .map(c -> alike.getOrDefault(c, 0L) >= Masked.THRESHOLD ? c : coarser.apply(c))
                .toList();
    }
}
