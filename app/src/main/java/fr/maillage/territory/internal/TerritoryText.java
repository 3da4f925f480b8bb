package fr.maillage.territory.internal;

import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// French sentences about zones.
final class TerritoryText {

    static final String NOT_DRAWN = " (pas encore découpée)";
    static final String CELLS =
            "Dessinée par une cellule autour de son centre (IGN, Admin Express 2018).";
    static final String SHAPE = "Dessinée par son vrai contour.";

    private TerritoryText() {}

    static String people(@Nullable Long people) {
        return people == null ? "–" : Typography.number(people);
    }

    static String period(LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? "depuis le " + FrenchDates.date(from)
                : "du " + FrenchDates.date(from) + " au " + FrenchDates.date(to);
    }

    static String moved(int communes) {
        return communes == 1 ? "1 commune change de zone" : communes + " communes changent de zone";
    }

    static String came(String from, String name) {
        return name + " arrive" + (from.isEmpty() ? "" : " (venue de " + from + ")");
    }

    static String left(String to, String name) {
        return name + " part" + (to.isEmpty() ? "" : " vers " + to);
    }
}
